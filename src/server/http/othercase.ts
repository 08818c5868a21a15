import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { statOf, versionIn } from '../../disk.ts';

/**
 * Returns a function that finds the file or folder in `root` whose path differs from `path` only in
 * case or Unicode form. It returns the path as the disk has it, or `undefined` if there is none, or
 * more than one. Paths are decoded and start with a slash.
 */
export function createOtherCase(root: string): (path: string) => string | undefined {
	const folders = new Map<string, { readonly version: string; readonly names: Names }>();
	const namesIn = (folder: string): Names => {
		const stats = statOf(folder);
		if (!stats?.isDirectory()) return new Map();
		const version = versionIn(stats);
		const known = folders.get(folder);
		if (known?.version === version) return known.names;
		const names = Map.groupBy(readdirSync(folder), folded);
		folders.set(folder, { version, names });
		return names;
	};
	return (path) => {
		let [found, isOther] = ['', false];
		for (const part of path.split('/').filter(Boolean)) {
			const names = namesIn(join(root, found)).get(folded(part)) ?? [];
			if (names.length !== 1) return undefined;
			isOther ||= names[0] !== part;
			found += `/${names[0]}`;
		}
		if (!isOther) return undefined;
		const isFolder = statOf(join(root, found, 'index.html'))?.isFile();
		return isFolder ? `${found}/` : statOf(join(root, found))?.isFile() ? found : undefined;
	};
}

type Names = ReadonlyMap<string, readonly string[]>;

function folded(name: string): string {
	return name.normalize().toLowerCase();
}
