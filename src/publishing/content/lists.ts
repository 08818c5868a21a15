import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { displayPath } from '../../folders.ts';
import { characters } from '../../markdown/rules/characters.ts';
import type { Locator } from '../../markdown/parse/locate.ts';
import { parseYaml } from '../../markdown/parse/source.ts';
import { parseFields, type Schema } from '../../model/content/fields.ts';
import { ledgerName, ledgerSchema } from '../../model/publication/ledger.ts';
import { placesSchema } from '../../model/content/places.ts';
import { finding, isError, type Finding } from '../../model/checks/problems.ts';
import { categorySchema, redirectsSchema, tagSchema } from '../../model/content/schema.ts';
import { alias } from '../../model/content/values.ts';

/** The categories in the order of their file, each with what is wrong with it. */
export function readCategories(folder: string) {
	return readList(join(folder, 'categories.yaml'), categorySchema);
}

/** What a publication says of its tags; most say nothing. */
export function readTags(folder: string) {
	return readList(join(folder, 'tags.yaml'), tagSchema);
}

function readList<Data>(path: string, schema: Schema<Data>) {
	const { data, ...rest } = readData(path, z.array(z.unknown()).nullable(), '[]');
	const items = (data ?? []).map((raw, index) => parseFields(rest.file, raw, schema, [index]));
	return { ...rest, items };
}

/** Earlier addresses that no text or list has; most publications have none. */
export function readRedirects(folder: string) {
	const { data, file, findings, ...rest } = readData(
		join(folder, 'redirects.yaml'),
		redirectsSchema.nullable(),
		'{}',
	);
	const read = Object.entries(data ?? {}).map(([written, to]) => {
		const { data: from, error } = alias.safeParse(written);
		return { written, from, to, reason: error?.issues[0]?.message ?? '' };
	});
	return {
		...rest,
		file,
		findings: [
			...findings,
			...read.flatMap(({ written, from, reason }) =>
				from === undefined
					? [finding('invalid-field', file, { keyOf: [written] }, written, reason)]
					: [],
			),
		],
		redirects: read.flatMap(({ written, from, to }) =>
			from === undefined ? [] : [{ file, written, from, to }],
		),
	};
}

/** The spellings of places; a publication may have none. */
export function readPlaces(folder: string) {
	const { data, ...rest } = readData(join(folder, 'places.yaml'), placesSchema, '[]');
	return { ...rest, places: data ?? [] };
}

/** The ledger, which is empty before the first build. */
export function readLedger(folder: string) {
	const path = join(folder, ledgerName);
	const file = displayPath(path);
	const text = existsSync(path) ? readFileSync(path, 'utf8') : '{}';
	const { data: ledger } = ledgerSchema.safeParse(jsonOf(text));
	// As YAML, which knows places, it takes long to read.
	if (ledger) return { file, ledger, findings: [], source: lazily(() => parseYaml(file, text)) };
	const read = readData(path, ledgerSchema, '{}');
	const first = read.findings.find(isError);
	const reason =
		read.source.data === undefined
			? 'it is not valid JSON'
			: 'it is no list of addresses with their ids';
	const findings = first ? [finding('broken-ledger', file, first.at, reason)] : read.findings;
	return { file, ledger: read.data ?? {}, findings, source: read.source };
}

/** A YAML or JSON file. One that is not there reads as `empty`. */
function readData<Data>(path: string, schema: Schema<Data>, empty: string) {
	const file = displayPath(path);
	const text = existsSync(path) ? readFileSync(path, 'utf8') : empty;
	const source = parseYaml(file, text);
	const parsed = source.data === undefined ? undefined : schema.safeParse(source.data);
	const findings: Finding[] = [
		...source.findings,
		...(source.data === undefined ? [] : parseFields(file, source.data, schema).findings),
		...characters(file, text, 'en'),
	];
	return { file, source, data: parsed?.data, findings };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function lazily(read: () => Locator): Locator {
	return { locate: (place) => read().locate(place), rewrite: () => undefined };
}
