import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { displayPath, posix } from '../../folders.ts';
import { readContent, type Reading } from '../../markdown/parse/reading.ts';
import { place } from '../../markdown/parse/locate.ts';
import { idOf } from '../../markdown/parse/source.ts';
import { finding, type Finding } from '../../model/checks/problems.ts';
import { idPattern } from '../../model/content/values.ts';
import { digest } from '../output/digest.ts';
import { allProcessors, mapInWorkers } from '../../workers.ts';
import type { Kind, KindName, KindOptions } from './kinds.ts';
import type { ParseCache } from './parsecache.ts';
import type { Task, Unread } from './readworker.ts';

/** A content file, read. */
export interface Document<Fields> extends Omit<Reading<Fields>, 'body'> {
	readonly kind: KindName;
	readonly id: string;
	/** As messages name it: relative to where the command runs. */
	readonly file: string;
	readonly path: string;
	/** Of the file's content and of all else that its reading depends on. */
	readonly key: string;
	/** The rendered text as JSON; empty if Astro has to compile the text. */
	readonly body: string;
}

const start = { line: 1, column: 1 };
const atStart = { locate: () => start, rewrite: () => undefined };

/**
 * Reads the MDX files below `folder`, of a site with these `options`. Those that are in the cache are not
 * parsed again.
 */
export async function readDocuments<Fields>(
	folder: string,
	kind: Kind<Fields>,
	options: KindOptions,
	cache: ParseCache,
): Promise<Document<Fields>[]> {
	const paths = await textsIn(folder);
	const found = paths.map((path) => look(folder, path, kind, options, cache));
	const unread = found.filter((one): one is Opened => 'bytes' in one);
	const texts = unread.map(({ file, bytes }) => ({ file, content: bytes.toString() }));
	const readings = await parseAll(texts, kind, options);
	const parsed = new Map<string, Document<Fields>>();
	for (const [index, opened] of unread.entries()) {
		const { body, ...reading } = readings[index]!;
		const json = body ? JSON.stringify(body) : '';
		cache.set(opened.key, `${JSON.stringify(reading)}\t${json}`);
		parsed.set(opened.path, documentOf(opened, kind, reading, json));
	}
	return found.map((one) => ('bytes' in one ? parsed.get(one.path)! : one));
}

interface Opened {
	readonly path: string;
	/** Below the folder of its kind. */
	readonly below: string;
	readonly file: string;
	readonly bytes: Buffer;
	readonly key: string;
}

async function textsIn(folder: string): Promise<string[]> {
	// Unlike its twin, `readdirSync` goes into folders that are links.
	const entries = existsSync(folder)
		? await readdir(folder, { recursive: true, withFileTypes: true })
		: [];
	return (
		entries
			.filter((entry) =>
				/\.(mdx?|markdown)$/i.test(entry.name)
					? !entry.isDirectory()
					: entry.isSymbolicLink() && !entry.name.includes('.'),
			)
			.map((entry) => join(entry.parentPath, entry.name))
			// A name that begins with a dot belongs to another program.
			.filter((path) => !/(^|\/)\./.test(posix(relative(folder, path))))
			.sort()
	);
}

function look<Fields>(
	folder: string,
	path: string,
	kind: Kind<Fields>,
	options: KindOptions,
	cache: ParseCache,
): Document<Fields> | Opened {
	if (lstatSync(path).isSymbolicLink()) return linkedFile(folder, path, kind);
	const [file, bytes] = [displayPath(path), readFileSync(path)];
	const key = digest(kind.name, file, ...options, bytes);
	const opened = { path, below: posix(relative(folder, path)), file, bytes, key };
	const kept = cache.get(key)?.split('\t');
	return kept ? documentOf<Fields>(opened, kind, JSON.parse(kept[0]!), kept[1]!) : opened;
}

/** Astro would follow a link, the checks would not. */
function linkedFile<Fields>(
	folder: string,
	path: string,
	{ name }: Kind<Fields>,
): Document<Fields> {
	const file = displayPath(path);
	return {
		kind: name,
		id: idOf(posix(relative(folder, path))),
		file,
		path,
		key: '',
		body: '',
		valid: false,
		data: {},
		text: undefined,
		problems: [place(finding('linked-file', file, start), atStart)],
	};
}

function documentOf<Fields>(
	{ path, below, file, bytes, key }: Opened,
	kind: Kind<Fields>,
	reading: Omit<Reading<Fields>, 'body'>,
	body: string,
): Document<Fields> {
	const encoding = isUtf8(bytes) ? [] : [finding('not-utf-8', file, start)];
	return {
		...reading,
		kind: kind.name,
		id: idOf(below),
		file,
		path,
		key,
		body,
		problems: [
			...[...checkName(file, below, kind), ...encoding].map((found) => place(found, atStart)),
			// In a file that is not UTF-8 there is no character that could be lost.
			...reading.problems.filter(({ code }) => encoding.length === 0 || code !== 'lost-character'),
		],
	};
}

function checkName(file: string, path: string, { pattern, place }: Kind<unknown>): Finding[] {
	const bad = path
		.replace(/\.[a-z]+$/i, '')
		.split('/')
		.find((part) => !idPattern.test(part));
	if (bad !== undefined) return [finding('bad-file-name', file, start, bad)];
	return pattern.test(path) ? [] : [finding('misplaced-file', file, start, place)];
}

/** From how many files on a worker pool is worth the half second that it takes to begin. */
const many = 250;

/** Parses files; in a pool of workers, if there are many. Returns the readings in the same order. */
export async function parseAll<Fields>(
	files: readonly Unread[],
	kind: Kind<Fields>,
	options: KindOptions,
): Promise<Reading<Fields>[]> {
	if (files.length < many)
		return files.map(({ file, content }) => readContent(file, content, kind));
	const readings: Reading<Fields>[] = [];
	const script = new URL('readworker.ts', import.meta.url);
	const task: Task = { kind: kind.name, options };
	await mapInWorkers<Unread, Reading<Fields>>(
		allProcessors,
		script,
		task,
		files,
		(reading, index) => void (readings[index] = reading),
	);
	return readings;
}
