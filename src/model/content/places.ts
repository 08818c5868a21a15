import { z } from 'astro/zod';

/** Spellings of one place, by any of which a post that names it is found. */
export const placesSchema = z.array(
	z.array(z.string().trim().min(1)).min(2, 'must name at least two spellings'),
	'must be a list of lists of spellings',
);
export type Places = z.output<typeof placesSchema>;

/** Every spelling of the places that `text` names, by whichever of them. */
export function spellingsIn(text: string, places: Places): string[] {
	return places.filter((spellings) => spellings.some((spelling) => names(text, spelling))).flat();
}

/** A name starts where a word does; in Cyrillic it may take endings, as in “Улаанбаатарт”. */
function names(text: string, spelling: string): boolean {
	const pattern = spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
	const end = /\p{Script=Cyrillic}/u.test(spelling) ? '' : '(?!\\p{L})';
	return new RegExp(`(?<!\\p{L})${pattern}${end}`, 'iu').test(text);
}
