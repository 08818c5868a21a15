import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from '../markdown/reading.ts';
import type { Manner, Share } from './crew.ts';
import { createKinds } from './kinds.ts';

const kinds = await createKinds(...(workerData as Manner));

parentPort!.on('message', ({ kind, files }: Share) => {
	const readings = files.map(({ file, content }) =>
		readContent<unknown>(file, content, kinds[kind]),
	);
	parentPort!.postMessage(readings);
});
