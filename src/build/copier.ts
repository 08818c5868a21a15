import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	rmSync,
	statSync,
	utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { momentOf, statOf } from './disk.ts';

/**
 * What a new site starts from: the files in `from`, at the same places in `to`. Of what lies in `to`
 * already, only what is the same stays, and the folder `spared`.
 */
export interface Copying {
	readonly from: readonly string[];
	readonly to: string;
	readonly spared: string;
}

parentPort!.on('message', (copying: Copying) => parentPort!.postMessage(restore(copying)));

function restore({ from, to, spared }: Copying): string[] {
	const sources = new Map(from.flatMap((folder) => filesIn(folder)));
	const folders = new Set<string>();
	for (const path of sources.keys())
		for (let up = dirname(path); !folders.has(up); up = dirname(up)) folders.add(up);

	const tidy = (folder: string) => {
		for (const entry of readdirSync(join(to, folder), { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (path === spared) continue;
			if (entry.isDirectory() && folders.has(path)) tidy(path);
			else if (!entry.isFile() || !isCopy(join(to, path), sources.get(path)))
				rmSync(join(to, path), { recursive: true });
		}
	};
	mkdirSync(to, { recursive: true });
	tidy('.');
	for (const [path, source] of sources) {
		const target = join(to, path);
		if (existsSync(target)) continue;
		mkdirSync(dirname(target), { recursive: true });
		copyFileSync(source, target);
		const moment = momentOf(statSync(source));
		utimesSync(target, moment, moment);
	}
	return [...sources.keys()];
}

/** By the path below `folder`. */
function filesIn(folder: string): [string, string][] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const path = join(entry.parentPath, entry.name);
			return [path.slice(folder.length + 1), path];
		});
}

/** Whoever changes a file changes its size or its time. */
function isCopy(path: string, source: string | undefined): boolean {
	const [mine, its] = [statOf(path), source && statOf(source)];
	return Boolean(mine && its && mine.size === its.size && +momentOf(mine) === +momentOf(its));
}
