import type { z } from 'astro/zod';
import { finding, type FieldPath, type Finding } from '../checks/problems.ts';
import { nearest } from '../text/text.ts';
import { insteadOf } from './foreignfields.ts';

export type Schema<Data = unknown> = z.ZodType<Data> & {
	readonly shape?: Readonly<Record<string, z.ZodType>>;
};

/** The valid fields of a piece of content, and the problems of the others. */
export interface Fields<Data> {
	/** The valid fields. Complete if there are no findings. */
	readonly data: Partial<Data>;
	readonly findings: readonly Finding[];
}

/** Validates `raw` against a schema. `at` is the path to `raw` in its file. */
export function parseFields<Data>(
	file: string,
	raw: unknown,
	schema: Schema<Data>,
	at: FieldPath = [],
): Fields<Data> {
	const parsed = schema.safeParse(raw);
	if (parsed.success) return { data: parsed.data, findings: [] };
	const { shape = {} } = schema;
	const known = Object.keys(shape);
	return {
		data: rightOnes<Data>(raw, shape),
		findings: parsed.error.issues.flatMap((issue) => explain(file, issue, raw, known, at)),
	};
}

/** Validates each field alone and returns the valid ones. */
function rightOnes<Data>(raw: unknown, shape: NonNullable<Schema['shape']>): Partial<Data> {
	const values = (raw ?? {}) as Record<string, unknown>;
	return Object.fromEntries(
		Object.entries(shape).flatMap(([name, schema]) => {
			const { success, data } = schema.safeParse(values[name]);
			return success ? [[name, data]] : [];
		}),
	) as Partial<Data>;
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
				inner.length > 0 ? undefined : insteadOf(key, valueAt(raw, [...inner, key]), known),
			);
		});
	const value = valueAt(raw, inner);
	if (inner.length > 0 && value === undefined) return [finding('missing-field', file, path, name)];
	if (value !== null && issue.code === 'custom' && issue.params?.['problem'] === 'bad-date')
		return [finding('bad-date', file, path, name, String(value))];
	return [finding('invalid-field', file, path, name, reasonOf(issue, value))];
}

function valueAt(raw: unknown, path: FieldPath): unknown {
	let value = raw;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return null;
		value = (value as Record<string | number, unknown>)[step];
	}
	return value;
}

/** The messages for a wrong type, by the expected type. */
const kinds: Record<string, string> = {
	array: 'must be a list, such as [one, two]',
	object: 'must be a group of fields, each on an indented line of its own',
	string: 'must be text; put it in quotes',
	boolean: 'must be true or false',
};

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
	if (value === null) return 'it is empty';
	const own = issue.code === 'invalid_type' ? kinds[issue.expected] : undefined;
	const reason =
		own ?? // Messages of our schemas start in lower case, those of Zod do not.
		issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
	// YAML makes numbers and truths of words without quotes.
	const isWord = issue.code === 'invalid_union' && /^(number|boolean)$/.test(typeof value);
	return isWord ? `${reason}; put "${String(value)}" in quotes` : reason;
}
