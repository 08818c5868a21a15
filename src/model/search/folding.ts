/*
 * Ө and О, Ү and У are different letters that readers type for each other, and old keyboards have
 * Ѳ and Ѵ in their place. Search ignores marks above and through letters. So the letters are
 * written for it as their plain twins with a mark, which makes them findable either way and can
 * be undone where text is shown.
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

/** The text as the search index and the search engine are given it. */
export function fold(text: string): string {
	return text.replace(/[өӨүҮѳѲѵѴ]/g, (letter) => folded.get(letter)!);
}

/** The text as it was before {@link fold}. */
export function unfold(text: string): string {
	return text.replace(/[оОуУ][\u0335\u0337]/g, (twin) => unfolded.get(twin)!);
}
