import { catalogue } from './catalogue.ts';
import type { Explanation, Severity } from './catalogue/entry.ts';
import { order } from '../text/text.ts';

/** The path to a value in the frontmatter of a file. */
export type FieldPath = readonly (string | number)[];

/** A position, counted from 1. Columns are UTF-16 code units, as in editor programs. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** The place of a problem: the value of a field, its key, or a position in the text. */
export type Place = FieldPath | { readonly keyOf: FieldPath } | Position;

/** A problem in content, before its line and column are known. */
export interface Finding extends Explanation {
	readonly code: Code;
	readonly severity: Severity;
	readonly file: string;
	readonly at: Place;
	/** The correction, if only one is possible. It replaces `length` characters or the value. */
	readonly repair?: { readonly length?: number; readonly text: string };
}

/** A problem in content, with its line and column. */
export interface Problem extends Explanation, Position {
	readonly code: Code;
	readonly severity: Severity;
	readonly file: string;
	/** The correction, if only one is possible. */
	readonly repair?: Repair;
}

/** Replaces `length` characters with `text`. */
export interface Repair {
	readonly length: number;
	readonly text: string;
}

/** A code never changes, because people search for it. */
export type Code = keyof typeof catalogue;

/** Returns a finding. `values` are the arguments of its explanation in the catalogue. */
export function finding<C extends Code>(
	code: C,
	file: string,
	at: Place,
	...values: Parameters<(typeof catalogue)[C]['explain']>
): Finding {
	const { severity, explain } = catalogue[code];
	const words = (explain as (...values: unknown[]) => Explanation)(...values);
	return { code, severity, file, at, ...words };
}

/** Errors stop publication; warnings do not. */
export function isError({ severity }: { readonly severity: Severity }): boolean {
	return severity === 'error';
}

/** Sorts by file, position and code. The order is the same on every machine. */
export function sorted(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) =>
			order(a.file, b.file) ||
			a.line - b.line ||
			a.column - b.column ||
			order(a.code, b.code) ||
			order(a.message, b.message),
	);
}
