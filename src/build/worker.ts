import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from '../markdown/reading.ts';
import { createKinds, type KindName, type KindOptions } from './kinds.ts';

/** A file to be read: its name, as messages have it, and what it says. */
export interface Unread {
	readonly file: string;
	readonly content: string;
}

/** What the files are that a worker is to read. */
export interface Task {
	readonly kind: KindName;
	readonly options: KindOptions;
}

const { kind, options } = workerData as Task;
const kinds = await createKinds(...options);

parentPort!.on('message', (files: readonly Unread[]) => {
	const readings = files.map(({ file, content }) =>
		readContent<unknown>(file, content, kinds[kind]),
	);
	parentPort!.postMessage(readings);
});
