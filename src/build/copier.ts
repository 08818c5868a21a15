import { existsSync, mkdirSync, readdirSync, rmSync, statSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { posix } from '../folders.ts';
import { copyFile, linkFile, momentOf, versionIn } from './disk.ts';

/**
 * What a new site in `to` starts from: the files in `copied`, of which it gets copies, and those in
 * `linked`, which lie in both. Astro writes files of the same names as those in `own` itself, which
 * must not reach what is linked. Of what lies in `to` already, only what is the same stays.
 */
export interface Copying {
	readonly copied: string;
	readonly linked: string;
	readonly own: string;
	readonly to: string;
}

/** The paths of the files, with slashes, that are in the new site, and the version of each source. */
export type Copied = ReadonlyMap<string, string>;

parentPort!.on('message', (copying: Copying) => parentPort!.postMessage(restore(copying)));

/** Answers for what is copied, and for what is linked. */
function restore({ copied, linked, own, to }: Copying): [Copied, Copied] {
	const written = new Set(
		existsSync(own) ? (readdirSync(own, { recursive: true }) as string[]) : [],
	);
	const mine = filesIn(copied, copyFile);
	const others = filesIn(linked, linkFile).filter(([path]) => !written.has(path));
	const sources = new Map([...mine, ...others]);
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
		source.put(source.path, target);
	}
	return [versions(mine), versions(others)];
}

function versions(files: readonly (readonly [string, Source])[]): Copied {
	return new Map(files.map(([path, { stats }]) => [posix(path), versionIn(stats)]));
}

interface Source {
	readonly path: string;
	readonly stats: Stats;
	readonly put: (from: string, to: string) => void;
}

/** By the path below `folder`. Node's own recursive listing asks for the state of every file as well. */
function filesIn(folder: string, put: Source['put'], below = ''): [string, Source][] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const [path, place] = [join(folder, entry.name), join(below, entry.name)];
		return entry.isDirectory()
			? filesIn(path, put, place)
			: [[place, { path, put, stats: statSync(path) }] as [string, Source]];
	});
}

/** Whoever changes a file changes its size or its time. */
function isCopy(path: string, source: Source | undefined): boolean {
	if (!source) return false;
	const mine = statSync(path);
	return mine.size === source.stats.size && +momentOf(mine) === +momentOf(source.stats);
}
