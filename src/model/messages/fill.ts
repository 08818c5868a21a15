import { memoize } from '../text/memoize.ts';

/* What puts numbers and names into messages. The browser needs no more, and gets no catalogue. */

/** A message with a number, by the plural category that Unicode gives a number in the language. */
export type Counted<Category extends string = never> = Readonly<Record<Category | 'other', string>>;

/** Stands for a name in a message that goes to the browser. */
export const given = '{}';

/** Returns a message with a name instead of {@link given}. */
export function fill(message: string, name: string): string {
	return message.replace(given, () => name);
}

/** Returns a message with its number. */
export function count({ other, ...forms }: Counted, number: number, language: string): string {
	const category = plurals(language).select(number);
	const form = (forms as Partial<Record<string, string>>)[category] ?? other;
	return form.replace('#', () => formatNumber(number, language));
}

/** Returns a number as it is written in `language`, such as “1,234”. */
export function formatNumber(number: number, language: string): string {
	return numbers(language).format(number);
}

/** Returns the locale for `Intl`. English without a region has the order day, month, year. */
export function localeOf(language: string): string {
	return language === 'en' ? 'en-GB' : language;
}

// Chromium does not know how Mongolian writes numbers: as English does.
const numbers = memoize((language) => new Intl.NumberFormat([localeOf(language), 'en']));
const plurals = memoize((language) => new Intl.PluralRules(language));
