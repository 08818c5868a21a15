/*
 * The search engine compares words without case and combining marks, and divides them at spaces. So the
 * index and the query get some texts in another form, from which the site can restore them for display:
 *
 * 1. Letters and digits that readers type as others, as these with a combining mark: О for Ө, o for ø.
 * 2. A space after the article of “l’écran”, so that “écran” is a word.
 * 3. A space between the characters of scripts without spaces, so that each is a word, and a phrase finds
 *    any word of the text.
 * 4. Words instead of the signs of C# and C++.
 *
 * The index also has keys beside words (`keys.ts`), which go with the rest.
 */

import { withoutKeys } from './keys.ts';

/** Letters, and what stands for them. The marks are in no text. */
const twins: readonly (readonly [string, string])[] = [
	// Old keyboards have Ѳ and Ѵ instead of Ө and Ү.
	...cased([
		['ө', 'о\u0335'],
		['ү', 'у\u0335'],
		['ѳ', 'о\u0337'],
		['ѵ', 'у\u0337'],
		['ø', 'o\u0335'],
		['ł', 'l\u0335'],
		['đ', 'd\u0335'],
		['ð', 'd\u0337'],
		['ħ', 'h\u0335'],
		['ŧ', 't\u0335'],
		['æ', 'a\u0335e'],
		['œ', 'o\u0337e'],
		['þ', 't\u0337h'],
	]),
	['ı', 'i\u0335'],
	['ß', 's\u0335s'],
	['ẞ', 'S\u0335S'],
	...compatible('\u0337', 'ﬀﬁﬂﬃﬄ₀₁₂₃₄₅₆₇₈₉'),
	...compatible('\u0338', '⁰¹²³⁴⁵⁶⁷⁸⁹'),
	...compatible(
		'\u0334',
		String.fromCodePoint(
			...Array.from({ length: 0xff5a - 0xff10 + 1 }, (_, index) => 0xff10 + index),
		),
	),
];

function cased(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
	return pairs.flatMap(([letter, twin]) => [
		[letter, twin],
		[letter.toUpperCase(), twin.charAt(0).toUpperCase() + twin.slice(1)],
	]);
}

/** Characters that Unicode calls compatible with others, such as ﬁ with fi and ₂ with 2. */
function compatible(mark: string, characters: string): (readonly [string, string])[] {
	return [...characters].flatMap((character) => {
		const plain = character.normalize('NFKC');
		const isWord = plain !== character && /^[\p{L}\p{N}]/u.test(plain);
		return isWord ? [[character, plain.charAt(0) + mark + plain.slice(1)] as const] : [];
	});
}

const folded = new Map(twins);
const letters = new RegExp(`[${[...folded.keys()].join('')}]`, 'gu');
const unfolded = new Map(twins.map(([letter, twin]) => [twin, letter]));
const marked = new RegExp([...unfolded.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Divides words where the text has no space. */
const divider = '\u2060 ';

/** Articles and the like that French, Italian and Catalan write with an apostrophe. */
const elided =
	/(?<![\p{L}\p{M}])((?:[cdjlmnst]|qu|un|gl|(?:de|a|da|ne|su|que|be)ll|(?:jus|lors|puis|quoi|pres)qu)['’])(?=\p{L})/giu;

/** A character, with its marks, before another, one of both in a script without spaces. */
const scripts =
	'\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Khmr}\\p{sc=Laoo}\\p{sc=Mymr}\\p{sc=Thai}ー々〆';
const unspaced = new RegExp(
	`[${scripts}]\\p{M}*(?=[\\p{L}\\p{N}])|[\\p{L}\\p{N}\\p{P}]\\p{M}*(?=[${scripts}])`,
	'gu',
);
const onlyUnspaced = new RegExp(`^[${scripts}\\p{M}]{2,}$`, 'u');

/** One letter with a sign, such as C# and C++. */
const signed = /(?<![\p{L}\p{N}])(\p{L})(#|\+\+)(?![\p{L}\p{N}])/gu;
const signs: Record<string, string> = { '#': 's\u0336harp', '++': 'p\u0336lusplus' };

/** Returns the text for the search index and the search engine. */
export function fold(text: string): string {
	return text
		.replace(signed, (_, letter: string, sign: string) => letter + signs[sign]!)
		.replace(elided, `$1${divider}`)
		.replace(unspaced, `$&${divider}`)
		.replace(letters, (letter) => folded.get(letter)!);
}

/** Returns a text of the index as it was written: as before {@link fold}, without keys. */
export function unfold(text: string): string {
	return withoutKeys(text)
		.replaceAll(divider, '')
		.replace(marked, (twin) => unfolded.get(twin)!)
		.replace(/s\u0336harp/g, '#')
		.replace(/p\u0336lusplus/g, '++');
}

/** Returns HTML of the index with `<mark>` as it was written; marks of a divided word become one. */
export function unfoldMarked(html: string): string {
	const joined = withoutKeys(html).replace(
		/\u2060(<\/mark>)? (<mark>)?/g,
		(_, end = '', start = '') => (end && start ? '' : `${end}${start}`),
	);
	return unfold(joined);
}

/** Whether a text is one run of a script without spaces between words. */
export function isUnspaced(text: string): boolean {
	return onlyUnspaced.test(text);
}
