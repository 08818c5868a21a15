import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { readContent, type Reading } from '../markdown/reading.ts';
import { ask } from './disk.ts';
import type { Kind, KindName, KindOptions } from './kinds.ts';

/** A file to be read: its name, as messages have it, and what it says. */
export interface Unread {
	readonly file: string;
	readonly content: string;
}

/** A part of the files, as a worker is given it. */
export interface Share {
	readonly kind: KindName;
	readonly files: readonly Unread[];
}

/** From how many files on workers are worth the half second that it takes to begin one. */
const many = 250;
/** Files in a share: few enough that all workers end at about the same time. */
const shareSize = 20;

/** Reads files, on all processors if there are many. */
export async function readAll<Data>(
	files: readonly Unread[],
	kind: Kind<Data>,
	options: KindOptions,
): Promise<Reading<Data>[]> {
	if (files.length < many)
		return files.map(({ file, content }) => readContent(file, content, kind));
	const readings = new Map<number, Reading<Data>[]>();
	let next = 0;
	await Promise.all(
		Array.from({ length: Math.min(availableParallelism(), 8) }, async () => {
			const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: options });
			try {
				while (next < files.length) {
					const start = next;
					next += shareSize;
					const share: Share = { kind: kind.name, files: files.slice(start, next) };
					readings.set(start, await ask<Reading<Data>[]>(worker, share));
				}
			} finally {
				await worker.terminate();
			}
		}),
	);
	return [...readings].sort(([a], [b]) => a - b).flatMap(([, share]) => share);
}
