import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { filesIn, readJson, replaceFile, versionOf, writeParts } from './disk.ts';

/** Files that are made of the content, kept as they lie in the site: pages, feeds, cards and the like. */
export interface Made {
	/** Where they lie. */
	readonly folder: string;
	/** Of each file that is kept, by its path in the site: changes whenever the file is written. */
	readonly versions: ReadonlyMap<string, string>;
	/**
	 * Keeps the file at `path`, a path below the root of the site, if it was made of the same before;
	 * `key` is a digest of all that it is made of. Answers whether it was.
	 */
	keep(path: string, key: string): boolean;
	/** Puts a new file there. */
	put(path: string, key: string, content: Content): void;
	/** Keeps it, or makes it. */
	make(path: string, key: string, make: () => Promise<Content> | Content): Promise<void>;
	/** Takes away what was not kept or put, and writes down what is kept now. */
	end(): void;
}

/** Of several parts, one after the other. */
type Content = string | Uint8Array | readonly Uint8Array[];

interface Known {
	readonly key: string;
	/** Of the file: one that was written since, by an interrupted build or in the site, is not known. */
	readonly version: string;
}

/** What was made before, and is kept in `folder`. */
export function openMade(folder: string): Made {
	const list = `${folder}.json`;
	const unfinished = `${folder}.unfinished`;
	const interrupted = existsSync(unfinished);
	const known = readJson<Record<string, Known>>(list, {});
	const kept: Record<string, Known> = {};
	const versions = new Map<string, string>();
	const folders = new Set<string>();
	const note = (path: string, one: Known) => {
		kept[path] = one;
		versions.set(path, one.version);
	};
	const made: Made = {
		folder,
		versions,
		keep(path, key) {
			const before = known[path];
			if (before?.key !== key || before.version !== versionOf(join(folder, path))) return false;
			note(path, before);
			return true;
		},
		put(path, key, content) {
			const file = join(folder, path);
			if (folders.size === 0) replaceFile(unfinished, '');
			if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
			folders.add(dirname(file));
			// The published site may have the old one. To take away what is not there takes longer.
			if (existsSync(file)) rmSync(file);
			const isWhole = typeof content === 'string' || content instanceof Uint8Array;
			if (isWhole) writeFileSync(file, content);
			else writeParts(file, content);
			note(path, { key, version: versionOf(file) });
		},
		async make(path, key, make) {
			if (made.keep(path, key)) return;
			made.put(path, key, await make());
			// Lets what others are making go on.
			await setImmediate();
		},
		end() {
			// No list tells what a build has made that was interrupted.
			const all = interrupted ? filesIn(folder) : Object.keys(known);
			for (const path of all) if (!kept[path]) rmSync(join(folder, path), { force: true });
			replaceFile(list, JSON.stringify(kept));
			rmSync(unfinished, { force: true });
		},
	};
	return made;
}
