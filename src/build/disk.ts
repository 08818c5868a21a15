import { randomUUID } from 'node:crypto';
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
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
	rmSync(to, { force: true });
	try {
		linkSync(from, to);
	} catch {
		copyFile(from, to);
	}
}

/** How many are at work at once: more draw no faster. */
const atOnce = 4;

/** Waits for all, also if one fails: when it throws, nothing is at work any more. */
export async function all(works: readonly Promise<unknown>[]): Promise<void> {
	const ends = await Promise.allSettled(works);
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) throw failed.reason;
}

/** Does `work` with each item, a few at once. If one fails, no other is begun. */
export async function several<Item>(
	items: readonly Item[],
	work: (item: Item) => Promise<unknown>,
): Promise<void> {
	const left = [...items].reverse();
	const workThrough = async () => {
		try {
			for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
		} catch (error) {
			left.length = 0;
			throw error;
		}
	};
	await all(Array.from({ length: atOnce }, workThrough));
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
