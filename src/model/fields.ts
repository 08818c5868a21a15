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
			return finding('unknown-field', file, { keyOf: [...path, key] }, key, nearest(key, known));
		});
	return isAbsent(raw, inner)
		? [finding('missing-field', file, path, name)]
		: [finding('invalid-field', file, path, name, lowerFirst(issue.message))];
}

function isAbsent(raw: unknown, path: FieldPath): boolean {
	let value = raw;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return false;
		value = (value as Record<string | number, unknown>)[step];
	}
	return path.length > 0 && value === undefined;
}

/** The schema's own messages start in lower case, the library's do not. */
function lowerFirst(message: string): string {
	return message.charAt(0).toLowerCase() + message.slice(1);
}
