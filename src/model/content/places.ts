import { z } from 'astro/zod';

/** A list of places, each a list of spellings. Search finds a place by any of its spellings. */
export const placesSchema = z.array(
	z.array(z.string().trim().min(1)).min(2, 'must name at least two spellings'),
	'must be a list of lists of spellings',
);
export type Places = z.output<typeof placesSchema>;

/** Returns all spellings of the places that `text` contains in any spelling. */
export function spellingsIn(text: string, places: Places): string[] {
	return places.filter((spellings) => spellings.some((spelling) => names(text, spelling))).flat();
}

/** Matches whole words. A Cyrillic word may have a case ending, as in “Улаанбаатарт”. */
function names(text: string, spelling: string): boolean {
	const pattern = spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
	const end = /\p{Script=Cyrillic}/u.test(spelling) ? '' : '(?!\\p{L})';
	return new RegExp(`(?<!\\p{L})${pattern}${end}`, 'iu').test(text);
}
