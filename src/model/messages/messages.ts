import { isSameLanguage } from '../text/direction.ts';
import { memoize } from '../text/memoize.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { localeOf } from './fill.ts';
import { mn } from './mn.ts';

/** The languages of the interface. A further language is a file, and a name in this list. */
export const catalogue: Readonly<Record<string, Messages>> = { en, de, mn };

/** Whether the interface speaks `language`, a language tag. */
export function isSpoken(language: string): boolean {
	return codeOf(language) !== undefined;
}

/** Returns the messages in `language`, or in English if there are none. */
export function messagesIn(language: string): Messages {
	return catalogue[codeOf(language) ?? 'en']!;
}

/** The code in the catalogue: `de` for `de-AT`. Another script is another language: `mn-Mong`. */
const codeOf = memoize((language) =>
	Object.keys(catalogue).find((code) => isSameLanguage(code, language)),
);

/** Returns a duration, such as “15 seconds” or “3 hours”. */
export function formatDuration(seconds: number, language: string): string {
	const [number, unit] =
		seconds < 120
			? [seconds, 'second']
			: seconds < 7200
				? [Math.ceil(seconds / 60), 'minute']
				: [Math.ceil(seconds / 3600), 'hour'];
	return new Intl.NumberFormat(localeOf(language), {
		style: 'unit',
		unit,
		unitDisplay: 'long',
	}).format(number);
}

/** Returns names as a list, such as “A, B and C”. */
export function formatList(names: readonly string[], language: string): string {
	return lists(language).format(names);
}

/** Splits the list of `count` names: text between them, and the indexes of the names. */
export function listParts(count: number, language: string): (string | number)[] {
	const names = Array.from({ length: count }, (_, index) => String(index));
	return lists(language)
		.formatToParts(names)
		.map(({ type, value }) => (type === 'element' ? Number(value) : value));
}

/** Splits a message at what it is given: its text, and the indexes of the arguments. */
export function messageParts(message: (...given: string[]) => string): (string | number)[] {
	const marks = Array.from({ length: message.length }, (_, index) => `\0${index}\0`);
	return message(...marks)
		.split(/\0(\d+)\0/)
		.map((part, index) => (index % 2 ? Number(part) : part))
		.filter((part) => part !== '');
}

/** Returns the name of a language in `language`, with a capital letter as for a title. */
export function languageName(tag: string, language: string): string {
	const name = languages(language).of(tag) ?? tag;
	return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

const lists = memoize((language) => new Intl.ListFormat(localeOf(language)));
const languages = memoize(
	(language: string) => new Intl.DisplayNames(language, { type: 'language' }),
);
