import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync, type Stats } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { named, posix } from '../folders.ts';
import { z } from 'astro/zod';
import { characters } from '../markdown/rules/characters.ts';
import { readContent, type Reading } from '../markdown/reading.ts';
import { idOf, parseYaml, place } from '../markdown/source.ts';
import { parseFields, type Schema } from '../model/fields.ts';
import { placesSchema } from '../model/places.ts';
import { finding, type Finding } from '../model/problems.ts';
import { idPattern } from '../model/values.ts';
import { allHands, shareOut } from './crew.ts';
import type { Kind, KindOptions } from './kinds.ts';
import type { Kept, Readings } from './readings.ts';
import type { Task, Unread } from './worker.ts';

/** A piece of content as it lies on the disk. */
export interface Document<Data> extends Kept<Data> {
	readonly id: string;
	/** As messages name it: relative to where the command runs. */
	readonly file: string;
	readonly path: string;
}

/** What was read before. */
export interface Memory {
	readonly readings: Readings;
	readonly options: KindOptions;
	/** By path, as long as the files stay as they were. */
	readonly documents: Map<
		string,
		{ readonly version: string; readonly document: Document<unknown> }
	>;
}

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
	// For files as small as these, asking the system and waiting takes longer than just waiting.
	const seen = paths.map((path) => look(folder, path, kind, memory));
	const { readings, documents, options } = memory;
	const unread = seen.filter((one): one is Opened => 'bytes' in one);
	const texts = unread.map(({ file, bytes }) => ({ file, content: bytes.toString() }));
	const read = await readAll(texts, kind, options);
	const added = new Map<string, Document<Data>>();
	for (const [at, { path, file, stats, version, bytes }] of unread.entries()) {
		const kept = readings.add(file, kind.name, bytes, read[at]!);
		if (isUtf8(bytes)) readings.note(file, kind.name, stats, kept);
		const document = documentOf(folder, path, kind, bytes, kept);
		documents.set(path, { version, document });
		added.set(path, document);
	}
	return seen.map((one) => ('bytes' in one ? added.get(one.path)! : one));
}

/** A file that was not read before. */
interface Opened {
	readonly path: string;
	readonly file: string;
	readonly stats: Stats;
	readonly version: string;
	readonly bytes: Buffer;
}

function isText(name: string): boolean {
	return /\.(mdx?|markdown)$/i.test(name);
}

function look<Data>(
	folder: string,
	path: string,
	kind: Kind<Data>,
	{ documents, readings }: Memory,
): Document<Data> | Opened {
	const stats = lstatSync(path);
	if (stats.isSymbolicLink()) return link(folder, path);
	const version = `${stats.mtimeMs} ${stats.size}`;
	const known = documents.get(path);
	if (known?.version === version) return known.document as Document<Data>;
	const file = named(path);
	let bytes: Buffer | undefined;
	let kept = readings.at<Data>(file, kind.name, stats);
	if (!kept) {
		bytes = readFileSync(path);
		kept = readings.find<Data>(file, kind.name, bytes);
		if (!kept) return { path, file, stats, version, bytes };
		if (isUtf8(bytes)) readings.note(file, kind.name, stats, kept);
	}
	const document = documentOf(folder, path, kind, bytes, kept);
	documents.set(path, { version, document });
	return document;
}

/** Astro would follow it, the rest would not. */
function link<Data>(folder: string, path: string): Document<Data> {
	const file = named(path);
	return {
		id: idOf(posix(relative(folder, path))),
		file,
		path,
		digest: '',
		raw: undefined,
		data: {},
		text: undefined,
		problems: [place(finding('linked-file', file, start), atStart)],
	};
}

function documentOf<Data>(
	folder: string,
	path: string,
	kind: Kind<Data>,
	bytes: Buffer | undefined,
	reading: Kept<Data>,
): Document<Data> {
	const file = named(path);
	const below = posix(relative(folder, path));
	// One that need not be read again is in UTF-8.
	const encoding = !bytes || isUtf8(bytes) ? [] : [finding('not-utf-8', file, start)];
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

/** From how many files on workers are worth the half second that it takes to begin one. */
const many = 250;

/** Reads files, on all processors if there are many. */
export async function readAll<Data>(
	files: readonly Unread[],
	kind: Kind<Data>,
	options: KindOptions,
): Promise<Reading<Data>[]> {
	if (files.length < many)
		return files.map(({ file, content }) => readContent(file, content, kind));
	const readings: Reading<Data>[] = [];
	const task: Task = { kind: kind.name, options };
	await shareOut<Unread, Reading<Data>>(allHands, 'worker.ts', task, files, (reading, at) => {
		readings[at] = reading;
	});
	return readings;
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
