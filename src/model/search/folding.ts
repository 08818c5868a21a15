/*
 * Readers often type О for Ө and У for Ү, and old keyboards have Ѳ and Ѵ instead. Search ignores
 * combining marks. So the search index gets each of these letters as О or У with a mark: readers
 * find both spellings, and the site can restore the letters for display.
 */
const twins: readonly (readonly [string, string])[] = [
	['ө', 'о\u0335'],
	['Ө', 'О\u0335'],
	['ү', 'у\u0335'],
	['Ү', 'У\u0335'],
	['ѳ', 'о\u0337'],
	['Ѳ', 'О\u0337'],
	['ѵ', 'у\u0337'],
	['Ѵ', 'У\u0337'],
];

const folded = new Map(twins);
const unfolded = new Map(twins.map(([letter, twin]) => [twin, letter]));

/** Returns the text for the search index and the search engine. */
export function fold(text: string): string {
	return text.replace(/[өӨүҮѳѲѵѴ]/g, (letter) => folded.get(letter)!);
}

/** Returns the text as before {@link fold}. */
export function unfold(text: string): string {
	return text.replace(/[оОуУ][\u0335\u0337]/g, (twin) => unfolded.get(twin)!);
}
