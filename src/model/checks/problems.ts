import { catalogue } from './catalogue.ts';
import type { Explanation, Severity } from './catalogue/entry.ts';
import { order } from '../text/text.ts';

/** The way to a value in a file's frontmatter. */
export type FieldPath = readonly (string | number)[];

/** Counted from 1; columns are UTF-16 units, as editors count them. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Where something is wrong: at a field's value, at its name, or at a place in the text. */
export type Place = FieldPath | { readonly keyOf: FieldPath } | Position;

/** Something wrong with content, found but not yet placed. */
export interface Finding extends Explanation {
	readonly code: Code;
	readonly severity: Severity;
	readonly file: string;
	readonly at: Place;
	/** The right text, where only one is possible, in the place of `length` characters or of the value. */
	readonly repair?: { readonly length?: number; readonly text: string };
}

export interface Problem extends Explanation, Position {
	readonly code: Code;
	readonly severity: Severity;
	readonly file: string;
	/** What to write in the place of how many characters. */
	readonly repair?: Repair;
}

export interface Repair {
	readonly length: number;
	readonly text: string;
}

/** A code is permanent, because people search for it for ever. */
export type Code = keyof typeof catalogue;

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

/** By file, place and code: the same on every machine. */
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
