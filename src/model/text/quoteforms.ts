import { memoize } from './memoize.ts';

/** How a language sets what is typed as `"` and as `'` around words. */
export interface QuoteForms {
	readonly double: readonly [open: string, close: string];
	readonly single: readonly [open: string, close: string];
	/** Whether a space that does not break stands inside the double marks. */
	readonly isSpaced: boolean;
	/** Matches what begins with an apostrophe and not with a quotation mark, behind the sign. */
	readonly elided?: RegExp | undefined;
}

/**
 * The marks by language: outer and inner, each to open and to close. From CLDR 48, delimiters.json
 * (https://github.com/unicode-org/cldr-json), but for three: the Dutch press has both kinds of marks of
 * CLDR, and here the typed sign chooses; inner French ones are those of its Wikipedia's guide
 * (https://fr.wikipedia.org/wiki/WP:TYPO); Swiss German ones those of the Federal Chancellery. Languages
 * whose printers and CLDR disagree, such as Spanish, Italian and Polish, are missing on purpose.
 */
const marks: Readonly<Record<string, string>> = {
	cs: '„“‚‘',
	de: '„“‚‘',
	'de-CH': '«»‹›',
	en: '“”‘’',
	fi: '””’’',
	fr: '«»“”',
	mn: '“”‘’',
	nb: '«»‘’',
	nl: '“”‘’',
	nn: '«»‘’',
	no: '«»‘’',
	pt: '“”‘’',
	ru: '«»„“',
	sk: '„“‚‘',
	sv: '””’’',
	tr: '“”‘’',
	uk: '«»„“',
};

/** Words that are written without their beginning. */
const elided: Readonly<Record<string, RegExp>> = {
	de: /^(?:n|ne|nem|nen|ner|nes|ran|raus|rauf|rein|rüber|runter|s)(?![\p{L}'])/iu,
	en: /^(?:n'|(?:bout|cause|cos|em|gainst|n|neath|nuff|tis|til|till|twas|tween|twere|twill)(?![\p{L}']))/iu,
	nl: /^(?:k|m|n|ns|r|s|t)(?![\p{L}'])/iu,
};

/**
 * Returns the forms of a language tag; `undefined` if the language is not known here, if it is written
 * in another script than usual, such as `mn-Mong`, or if `tag` is no tag.
 */
export const quoteFormsOf = memoize((tag: string): QuoteForms | undefined => {
	const locale = parsed(tag);
	if (!locale) return undefined;
	const { language, region, script } = locale;
	const isUsual = !script || script === new Intl.Locale(language).maximize().script;
	const found = marks[`${language}-${region}`] ?? marks[language];
	if (!found || !isUsual) return undefined;
	const [open, close, innerOpen, innerClose] = Array.from(found) as [
		string,
		string,
		string,
		string,
	];
	return {
		double: [open, close],
		single: [innerOpen, innerClose],
		isSpaced: language === 'fr',
		elided: elided[language],
	};
});

function parsed(tag: string): Intl.Locale | undefined {
	try {
		return new Intl.Locale(tag);
	} catch {
		return undefined;
	}
}
