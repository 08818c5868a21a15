import type { z } from 'astro/zod';
import { finding, type FieldPath, type Finding } from './problems.ts';
import { nearest } from './text.ts';

export type Schema<Data = unknown> = z.ZodType<Data> & { readonly shape?: object };

export interface Fields<Data> {
	/** `undefined` where a field is wrong. */
	readonly data: Data | undefined;
	readonly findings: readonly Finding[];
}

/** Holds `raw` against a schema. `at` is the way to it in its file. */
export function parseFields<Data>(
	file: string,
	raw: unknown,
	schema: Schema<Data>,
	at: FieldPath = [],
): Fields<Data> {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return { data: parsed.data, findings: [] };
	const known = Object.keys(schema.shape ?? {});
	return {
		data: undefined,
		findings: parsed.error.issues.flatMap((issue) => explain(file, issue, raw, known, at)),
	};
}

function explain(
	file: string,
	issue: z.core.$ZodIssue,
	raw: unknown,
	known: readonly string[],
	at: FieldPath,
): Finding[] {
	const inner = issue.path.filter((step) => typeof step !== 'symbol');
	const path = [...at, ...inner];
	const name = inner.filter((step) => typeof step === 'string').join('.') || 'value';
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => {
			return finding(
				'unknown-field',
				file,
				{ keyOf: [...path, key] },
				key,
				inner.length > 0 ? undefined : nearest(key, known),
			);
		});
	return inner.length > 0 && valueAt(raw, inner) === undefined
		? [finding('missing-field', file, path, name)]
		: [finding('invalid-field', file, path, name, reasonOf(issue, valueAt(raw, inner)))];
}

function valueAt(raw: unknown, path: FieldPath): unknown {
	let value = raw;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return null;
		value = (value as Record<string | number, unknown>)[step];
	}
	return value;
}

/** What kinds of value a field may want, in an editor's words. */
const kinds: Record<string, string> = {
	array: 'must be a list, such as [one, two]',
	object: 'must be a group of fields, each on an indented line of its own',
	string: 'must be text; put it in quotes',
	boolean: 'must be true or false',
};

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
	if (value === null) return 'it is empty';
	const own = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
	// The schema's own messages start in lower case, the library's do not.
	return own ?? issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
}
