import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from '../markdown/reading.ts';
import type { Share } from './crew.ts';
import { createKinds, type KindOptions } from './kinds.ts';

const kinds = await createKinds(...(workerData as KindOptions));

parentPort!.on('message', ({ kind, files }: Share) => {
	const readings = files.map(({ file, content }) =>
		readContent<unknown>(file, content, kinds[kind]),
	);
	parentPort!.postMessage(readings);
});
