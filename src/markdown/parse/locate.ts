import type {
	FieldPath,
	Finding,
	Place,
	Position,
	Problem,
	Repair,
} from '../../model/checks/problems.ts';

/** Finds and rewrites things in a file. */
export interface Locator {
	/** Where something stands; of a field that is not there, the nearest one above it. */
	readonly locate: (place: Place) => Position;
	/** How to write `text` in the place of a field's value, in the quotes it has. */
	readonly rewrite: (path: FieldPath, text: string) => Repair | undefined;
}

/** A finding of a file with its line and column. */
export function place({ at, repair, ...found }: Finding, { locate, rewrite }: Locator): Problem {
	const rewritten =
		repair && ('length' in at ? rewrite(at, repair.text) : { length: 0, ...repair });
	return { ...found, ...locate(at), ...(rewritten && { repair: rewritten }) };
}
