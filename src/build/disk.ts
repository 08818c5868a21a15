import { randomUUID } from 'node:crypto';
import {
	closeSync,
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
	writevSync,
	type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { posix } from '../folders.ts';

/** What lies at a path; nothing where no file system could have it. */
export function statOf(path: string): Stats | undefined {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

/** When the file at `path` was written, in milliseconds, and its size: changes whenever it is written. */
export function versionOf(path: string): string {
	return versionIn(statOf(path));
}

/** The same, of what is known of the file. */
export function versionIn(stats: Partial<Stats> = {}): string {
	return `${stats.mtimeMs} ${stats.size}`;
}

/** The paths of the files below `folder`, with slashes; links are followed, unless they lead nowhere. */
export function filesIn(folder: string): string[] {
	const below = (place: string): string[] =>
		readdirSync(join(folder, place), { withFileTypes: true }).flatMap((entry) => {
			const path = join(place, entry.name);
			const found = entry.isSymbolicLink() ? statOf(join(folder, path)) : entry;
			if (found?.isDirectory()) return below(path);
			return found?.isFile() ? [posix(path)] : [];
		});
	return existsSync(folder) ? below('') : [];
}

/** Of each file below `folder`, by its path: changes whenever the file is written. */
export function versionsIn(folder: string): Map<string, string> {
	return new Map(filesIn(folder).map((path) => [path, versionOf(join(folder, path))]));
}

/** When a file was written, in whole milliseconds: what of its time survives a copy. */
export function momentOf({ mtimeMs }: Pick<Stats, 'mtimeMs'>): Date {
	return new Date(Math.round(mtimeMs));
}

/** What a JSON file of our own says, or `otherwise` where there is none that can be read. */
export function readJson<Value>(path: string, otherwise: Value): Value {
	try {
		return JSON.parse(readFileSync(path, 'utf8')) as Value;
	} catch {
		return otherwise;
	}
}

/**
 * Puts a whole file in its place at once: whoever is interrupted leaves the old one. For files as
 * small as ours, asking for it and waiting takes four times as long as just waiting.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const next = `${path}.${randomUUID()}`;
	writeFileSync(next, content);
	renameSync(next, path);
}

/** Puts a copy of the file `from` at `to`, as old as that is. */
export function copyFile(from: string, to: string): void {
	// Having the system copy a file takes longer, for files of this size.
	const stats = statSync(from);
	if (stats.size < 1e6) writeFileSync(to, readFileSync(from));
	else copyFileSync(from, to);
	const moment = momentOf(stats);
	utimesSync(to, moment, moment);
}

/** Has the file `from` lie at `to` as well, or a copy of it where a disk cannot have it twice. */
export function linkFile(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		// What lies there may be a link to something else.
		rmSync(to, { force: true });
		copyFile(from, to);
	}
}

/** Writes a file of these parts, which need not be put together for that. */
export function writeParts(path: string, parts: readonly Uint8Array[]): void {
	const size = parts.reduce((sum, { length }) => sum + length, 0);
	const file = openSync(path, 'w');
	try {
		if (writevSync(file, parts) < size) throw new Error(`The disk has no room for ${path}.`);
	} finally {
		closeSync(file);
	}
}

/** Waits for all, also if one fails: when it throws, nothing is at work any more. */
export async function all(works: readonly Promise<unknown>[]): Promise<void> {
	const ends = await Promise.allSettled(works);
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) throw failed.reason;
}

/** The answer of a worker to a question. */
export function ask<Answer>(worker: Worker, question: unknown): Promise<Answer> {
	return new Promise((resolve, reject) => {
		worker.once('error', reject);
		worker.once('message', (answer: Answer) => {
			worker.off('error', reject);
			resolve(answer);
		});
		worker.postMessage(question);
	});
}
