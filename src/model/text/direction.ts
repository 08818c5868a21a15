/** How a language is written. */
export type Direction = 'ltr' | 'rtl';

/** Returns the direction of a language tag, by its script: `rtl` for he, ar, fa and az-Arab. */
export function directionOf(language: string): Direction {
	return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** The attributes of an element in another language than its page. */
export interface LanguageAttributes {
	readonly lang?: string;
	readonly dir?: Direction;
}

/** Returns the attributes that an element in `language` needs on a page in `around`. */
export function languageAttributes(language: string, around: string): LanguageAttributes {
	if (language === around) return {};
	const [dir, other] = [directionOf(language), directionOf(around)];
	return { lang: language, ...(dir !== other && { dir }) };
}
