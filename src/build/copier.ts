import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
	type Stats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { posix } from '../folders.ts';
import { momentOf, versionIn } from './disk.ts';

/**
 * What a new site starts from: the files in `from`, at the same places in `to`. Of what lies in `to`
 * already, only what is the same stays.
 */
export interface Copying {
	readonly from: readonly string[];
	readonly to: string;
}

/** The paths of the files, with slashes, that were copied or are the same, and the version of each source. */
export type Copied = ReadonlyMap<string, string>;

parentPort!.on('message', (copying: Copying) => parentPort!.postMessage(restore(copying)));

/** Answers for each of the folders. */
function restore({ from, to }: Copying): Copied[] {
	const parts = from.map((folder) => filesIn(folder));
	const sources = new Map(parts.flat());
	const folders = new Set<string>();
	for (const path of sources.keys())
		for (let up = dirname(path); !folders.has(up); up = dirname(up)) folders.add(up);
	const present = new Set<string>();

	const tidy = (folder: string) => {
		for (const entry of readdirSync(join(to, folder), { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (entry.isDirectory() && folders.has(path)) tidy(path);
			else if (entry.isFile() && isCopy(join(to, path), sources.get(path))) present.add(path);
			else rmSync(join(to, path), { recursive: true });
		}
	};
	mkdirSync(to, { recursive: true });
	tidy('.');
	for (const [path, source] of sources) {
		if (present.has(path)) continue;
		const target = join(to, path);
		mkdirSync(dirname(target), { recursive: true });
		// Faster than having it copied, for files of this size.
		writeFileSync(target, readFileSync(source.path));
		utimesSync(target, momentOf(source.stats), momentOf(source.stats));
	}
	return parts.map(
		(files) => new Map(files.map(([path, { stats }]) => [posix(path), versionIn(stats)])),
	);
}

interface Source {
	readonly path: string;
	readonly stats: Stats;
}

/** By the path below `folder`. Node's own recursive listing asks for the state of every file as well. */
function filesIn(folder: string, below = ''): [string, Source][] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const [path, place] = [join(folder, entry.name), join(below, entry.name)];
		return entry.isDirectory()
			? filesIn(path, place)
			: [[place, { path, stats: statSync(path) }] as [string, Source]];
	});
}

/** Whoever changes a file changes its size or its time. */
function isCopy(path: string, source: Source | undefined): boolean {
	if (!source) return false;
	const mine = statSync(path);
	return mine.size === source.stats.size && +momentOf(mine) === +momentOf(source.stats);
}
