import type {
	FieldPath,
	Finding,
	Place,
	Position,
	Problem,
	Repair,
} from '../../model/checks/problems.ts';

/** Finds places in a file and rewrites field values. */
export interface Locator {
	/** Returns the position of a place; for a missing field, the position of its nearest parent. */
	readonly locate: (place: Place) => Position;
	/**
	 * Returns the repair that sets a field to `text` in the same quotes; `undefined` if the value
	 * is not a scalar on one line.
	 */
	readonly rewrite: (path: FieldPath, text: string) => Repair | undefined;
}

/** Turns a finding into a problem with line, column and, if it has one, a complete repair. */
export function place({ at, repair, ...found }: Finding, { locate, rewrite }: Locator): Problem {
	const rewritten =
		repair && ('length' in at ? rewrite(at, repair.text) : { length: 0, ...repair });
	return { ...found, ...locate(at), ...(rewritten && { repair: rewritten }) };
}
