import { availableParallelism } from 'node:os';
import { SHARE_ENV, Worker } from 'node:worker_threads';

/** Items in a batch: few enough that all workers end at about the same time. */
const batchSize = 20;

/** The size of a worker pool while the main thread only waits, and while it works as well. */
export const allProcessors = Math.min(availableParallelism(), 8);
export const otherProcessors = Math.max(allProcessors - 1, 1);

/**
 * Maps all items in a pool of up to `size` workers, and calls `take` with each result and the index of
 * its item. A worker runs `script` with `data`, receives a list of items and posts the list of results.
 * Rejects with the first error of a worker, when none is at work any more.
 */
export async function mapInWorkers<Item, Result>(
	size: number,
	script: URL,
	data: unknown,
	items: readonly Item[],
	take: (result: Result, index: number) => void,
): Promise<void> {
	const batches = Math.ceil(items.length / batchSize);
	let next = 0;
	const work = async () => {
		// Fonts are found by the environment of the process, of which a worker has a copy otherwise.
		const worker = new Worker(script, { workerData: data, env: SHARE_ENV });
		try {
			while (next < items.length) {
				const start = next;
				next += batchSize;
				const results = await ask<Result[]>(worker, items.slice(start, next));
				results.forEach((result, index) => take(result, start + index));
			}
		} finally {
			// After an error, no other batch begins.
			next = items.length;
			await worker.terminate();
		}
	};
	await all(Array.from({ length: Math.min(size, batches) }, work));
}

/** Waits for all, also if one fails: when it rejects, nothing is at work any more. */
export async function all(works: readonly Promise<unknown>[]): Promise<void> {
	const ends = await Promise.allSettled(works);
	const failed = ends.find((end) => end.status === 'rejected');
	if (failed) throw failed.reason;
}

/** Deletes files and folders on another thread: that of a site before takes half a second. */
export function removeInBackground(paths: readonly string[]): Promise<void> {
	const code = `const { workerData } = require('node:worker_threads');
for (const path of workerData) require('node:fs').rmSync(path, { recursive: true, force: true });`;
	const worker = new Worker(code, { eval: true, workerData: paths });
	return new Promise((resolve, reject) => {
		worker.once('error', reject);
		worker.once('exit', () => resolve());
	});
}

function ask<Answer>(worker: Worker, question: unknown): Promise<Answer> {
	return new Promise((resolve, reject) => {
		worker.once('error', reject);
		worker.once('message', (answer: Answer) => {
			worker.off('error', reject);
			resolve(answer);
		});
		worker.postMessage(question);
	});
}
