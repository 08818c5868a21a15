import { memoize } from './memoize.ts';

/** How a language is written. */
export type Direction = 'ltr' | 'rtl';

/** Returns the direction of a language tag, by its script: `rtl` for he, ar, fa and az-Arab. */
export function directionOf(language: string): Direction {
	return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** Whether the lines of a language run from top to bottom: Mongolian in its traditional script. */
export function isVertical(language: string): boolean {
	return /^mn-Mong(-|$)/.test(language);
}

/** The attributes of an element in another language than its page. */
export interface LanguageAttributes {
	readonly lang?: string;
	readonly dir?: Direction;
}

/** Returns the attributes that an element in `language`, if it has one, needs on a page in `around`. */
export function languageAttributes(
	language: string | undefined,
	around: string,
): LanguageAttributes {
	if (language === undefined || language === around) return {};
	const [dir, other] = [directionOf(language), directionOf(around)];
	return { lang: language, ...(dir !== other && { dir }) };
}

/** Whether two tags name one language in one script, such as `de` and `de-AT`. */
export function isSameLanguage(one: string, other: string): boolean {
	const [a, b] = [one, other].map(maximized);
	return a !== undefined && a.language === b?.language && a.script === b.script;
}

/**
 * Returns the tag of a language without its region, such as `de` for `de-AT`; with its script if that is
 * not the usual one, as in `mn-Mong`. Equal tags are the same language: see {@link isSameLanguage}.
 */
export function withoutRegion(tag: string): string {
	const { language, script } = new Intl.Locale(tag).maximize();
	return script === maximized(language)?.script ? language : `${language}-${script}`;
}

/** A tag with its most likely script and region; `undefined` if it is none. */
const maximized = memoize((tag) => {
	try {
		return new Intl.Locale(tag).maximize();
	} catch {
		return undefined;
	}
});
