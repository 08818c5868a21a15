import { isUtf8 } from 'node:buffer';
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'astro/zod';
import { readContent, type Manner, type Reading } from '../markdown/reading.ts';
import { characters } from '../markdown/rules/characters.ts';
import { idOf, parseYaml, place } from '../markdown/source.ts';
import { parseFields, type Schema } from '../model/fields.ts';
import { placesSchema } from '../model/places.ts';
import { finding, type Finding } from '../model/problems.ts';
import { idPattern } from '../model/schema.ts';

/** A piece of content as it lies on the disk. */
export interface Document<Data> extends Reading<Data> {
	readonly id: string;
	/** As messages name it: relative to where the command runs. */
	readonly file: string;
	readonly path: string;
}

/** A kind of MDX file, and where it belongs below its folder. */
export interface Kind<Data> extends Manner<Data> {
	readonly pattern: RegExp;
	/** The pattern in words. */
	readonly place: string;
}

/** What was read before, by path, as long as the files stay as they were. */
export type Memory = Map<
	string,
	{ readonly version: string; readonly document: Document<unknown> }
>;

const start = { line: 1, column: 1 };
const atStart = { locate: () => start, rewrite: () => undefined };

/** Reads the MDX files below `folder`, those that are not as they are in `memory`. */
export async function readDocuments<Data>(
	folder: string,
	kind: Kind<Data>,
	memory: Memory,
): Promise<Document<Data>[]> {
	const entries = existsSync(folder)
		? await readdir(folder, { recursive: true, withFileTypes: true })
		: [];
	const paths = entries
		.filter((entry) =>
			isText(entry.name)
				? !entry.isDirectory()
				: entry.isSymbolicLink() && !entry.name.includes('.'),
		)
		.map((entry) => join(entry.parentPath, entry.name))
		// What begins with a dot belongs to other programs.
		.filter((path) => !/(^|\/)\./.test(posix(relative(folder, path))))
		.sort();
	const documents: Document<Data>[] = [];
	// One after the other: parsing takes the time, and a process may open only so many files.
	for (const path of paths) documents.push(await remembered(folder, path, kind, memory));
	return documents;
}

function isText(name: string): boolean {
	return /\.(mdx?|markdown)$/i.test(name);
}

/** Addresses and messages have slashes, also where folders have not. */
function posix(path: string): string {
	return path.split(sep).join('/');
}

/** A file as messages name it: relative to where the command runs. */
export function named(path: string): string {
	return posix(relative('', path));
}

async function remembered<Data>(
	folder: string,
	path: string,
	kind: Kind<Data>,
	memory: Memory,
): Promise<Document<Data>> {
	const stats = await lstat(path);
	if (stats.isSymbolicLink()) return link(folder, path);
	const { mtimeMs, size } = stats;
	const version = `${mtimeMs} ${size}`;
	const known = memory.get(path);
	if (known?.version === version) return known.document as Document<Data>;
	const document = await readDocument(folder, path, kind);
	memory.set(path, { version, document });
	return document;
}

/** Astro would follow it, the rest would not. */
function link<Data>(folder: string, path: string): Document<Data> {
	const file = named(path);
	return {
		id: idOf(posix(relative(folder, path))),
		file,
		path,
		raw: undefined,
		data: {},
		text: undefined,
		problems: [place(finding('linked-file', file, start), atStart)],
	};
}

async function readDocument<Data>(
	folder: string,
	path: string,
	kind: Kind<Data>,
): Promise<Document<Data>> {
	const file = named(path);
	const below = posix(relative(folder, path));
	const bytes = await readFile(path);
	const reading = readContent(file, bytes.toString(), kind);
	const encoding = isUtf8(bytes) ? [] : [finding('not-utf-8', file, start)];
	return {
		...reading,
		id: idOf(below),
		file,
		path,
		problems: [
			...[...checkName(file, below, kind), ...encoding].map((found) => place(found, atStart)),
			// What is not UTF-8 has no character in it that could be lost.
			...reading.problems.filter(({ code }) => encoding.length === 0 || code !== 'lost-character'),
		],
	};
}

/** A YAML or JSON file that is not there says what an empty one would. */
export async function readData<Data>(path: string, schema: Schema<Data>, empty: string) {
	const file = named(path);
	const text = existsSync(path) ? await readFile(path, 'utf8') : empty;
	const source = parseYaml(file, text);
	const parsed = source.data === undefined ? undefined : schema.safeParse(source.data);
	const findings: Finding[] = [
		...source.findings,
		...(source.data === undefined ? [] : parseFields(file, source.data, schema).findings),
		...characters(file, text, 'en'),
	];
	return { file, source, data: parsed?.data, findings };
}

/** Reads a YAML file that lists objects with an `id`; each is a document of that file. */
export async function readList<Data>(path: string, schema: Schema<Data>) {
	const { data, ...rest } = await readData(path, z.array(z.unknown()).nullable(), '[]');
	const { file } = rest;
	const items = (data ?? []).map((raw, index) => ({
		raw,
		...parseFields(file, raw, schema, [index]),
	}));
	return { ...rest, items };
}

/** Reads the spellings of places, of which a publication may have none. */
export async function readPlaces(path: string) {
	const { data, ...rest } = await readData(path, placesSchema, '[]');
	return { ...rest, places: data ?? [] };
}

function checkName<Data>(file: string, path: string, { pattern, place }: Kind<Data>): Finding[] {
	const bad = path
		.replace(/\.[a-z]+$/i, '')
		.split('/')
		.find((part) => !idPattern.test(part));
	if (bad !== undefined) return [finding('bad-file-name', file, start, bad)];
	return pattern.test(path) ? [] : [finding('misplaced-file', file, start, place)];
}
