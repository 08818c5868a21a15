import { randomUUID } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	statSync,
	writeFileSync,
	type Stats,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { posix } from './folders.ts';

/** The state of the file or folder at `path`; `undefined` if there is none, or none can be there. */
export function statOf(path: string): Stats | undefined {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

/**
 * The path of the file or folder at `path` as the disk has it: the Unicode form of its names may be
 * another, as on a Mac. `undefined` if there is none.
 */
export function pathOnDisk(path: string): string | undefined {
	if (statOf(path)) return path;
	const [above, wanted] = [dirname(path), basename(path).normalize()];
	const folder = above === path ? undefined : pathOnDisk(above);
	if (folder === undefined || !statOf(folder)!.isDirectory()) return undefined;
	const name = readdirSync(folder).find((name) => name.normalize() === wanted);
	return name === undefined ? undefined : join(folder, name);
}

/** The time and size of the file at `path` as one text: it changes whenever the file is written. */
export function versionOf(path: string): string {
	return versionIn(statOf(path));
}

/** The same, from the file's state. */
export function versionIn(stats: Partial<Stats> = {}): string {
	return `${stats.mtimeMs} ${stats.size}`;
}

/** The paths of all files below `folder`, with slashes. Follows links; skips those that lead nowhere. */
export function filesIn(folder: string): string[] {
	const below = (place: string): string[] =>
		readdirSync(join(folder, place), { withFileTypes: true }).flatMap((entry) => {
			const path = join(place, entry.name);
			const found = entry.isSymbolicLink() ? statOf(join(folder, path)) : entry;
			if (found?.isDirectory()) return below(path);
			return found?.isFile() ? [posix(path)] : [];
		});
	return existsSync(folder) ? below('') : [];
}

/** Writes a file in one step: after an interruption, `path` holds the old content or the new. */
export function replaceFile(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(path), { recursive: true });
	const next = `${path}.${randomUUID()}`;
	// For files as small as ours, the synchronous calls take a quarter of the time.
	writeFileSync(next, content);
	renameSync(next, path);
}
