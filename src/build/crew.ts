import { availableParallelism } from 'node:os';
import { SHARE_ENV, Worker } from 'node:worker_threads';
import { all, ask } from './disk.ts';

/** Items in a share: few enough that all workers end at about the same time. */
const shareSize = 20;

/** Workers while the main thread only waits for them, and while it has work of its own. */
export const allHands = Math.min(availableParallelism(), 8);
export const otherHands = Math.max(allHands - 1, 1);

/**
 * Has up to `most` workers answer for all items, a share of them at a time, and gives `take` each
 * answer with the place of its item. A worker is begun with `data`; it is asked with a list of items
 * and posts back the list of answers.
 */
export async function shareOut<Item, Answer>(
	most: number,
	script: string,
	data: unknown,
	items: readonly Item[],
	take: (answer: Answer, at: number) => void,
): Promise<void> {
	const url = new URL(script, import.meta.url);
	const shares = Math.ceil(items.length / shareSize);
	let next = 0;
	const work = async () => {
		// Fonts are found by the environment of the process, which a worker has only a copy of.
		const worker = new Worker(url, { workerData: data, env: SHARE_ENV });
		try {
			while (next < items.length) {
				const start = next;
				next += shareSize;
				const answers = await ask<Answer[]>(worker, items.slice(start, next));
				answers.forEach((answer, at) => take(answer, start + at));
			}
		} finally {
			// If one has failed, no other share is begun.
			next = items.length;
			await worker.terminate();
		}
	};
	await all(Array.from({ length: Math.min(most, shares) }, work));
}
