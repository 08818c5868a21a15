import { parentPort, workerData } from 'node:worker_threads';
import { readContent } from '../../markdown/parse/reading.ts';
import { createKinds, type KindName, type KindOptions } from './kinds.ts';

/** A file that is not read yet: its name, as messages have it, and its content. */
export interface Unread {
	readonly file: string;
	readonly content: string;
}

/** Of which kind the files are that a worker reads. */
export interface Task {
	readonly kind: KindName;
	readonly options: KindOptions;
}

const { kind, options } = workerData as Task;
const kinds = createKinds(...options);

parentPort!.on('message', (files: readonly Unread[]) => {
	const readings = files.map(({ file, content }) =>
		readContent<unknown>(file, content, kinds[kind]),
	);
	parentPort!.postMessage(readings);
});
