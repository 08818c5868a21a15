import { existsSync, mkdirSync } from 'node:fs';
import { copyFile, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { posix } from '../folders.ts';
import type { Copied } from './copier.ts';
import { momentOf, replaceFile, statOf, versionOf } from './disk.ts';

/** Files that are made of the content beside its pages: feeds, cards and the like. */
export interface Made {
	/** Where they are kept, as they lie in the site. */
	readonly folder: string;
	/**
	 * Puts a file at `path`, a path below the root of `site`, which began with what is kept. It is made
	 * anew unless it was made of the same before; `key` is a digest of all that it is made of.
	 */
	put(
		site: Begun,
		path: string,
		key: string,
		make: () => Promise<string | Uint8Array> | string | Uint8Array,
	): Promise<void>;
	/** Takes away from `site` what was kept and not put, and writes down what is kept now. */
	end(site: Begun): Promise<void>;
}

/** A new site. */
export interface Begun {
	readonly folder: string;
	/** The kept files with which it began. */
	readonly files: Copied;
}

interface Known {
	readonly key: string;
	/** Of the kept file: one that was written since, by a build that was interrupted, is not known. */
	readonly version: string;
}

/** What is kept in `cache`. */
export async function openMade(cache: string): Promise<Made> {
	const folder = join(cache, 'made');
	const list = join(cache, 'made.json');
	const known = new Map(Object.entries(await readKnown(list)));
	const put = new Map<string, Known>();
	return {
		folder,
		async put(site, path, key, make) {
			const kept = join(folder, path);
			const before = known.get(path);
			if (before?.key === key && before.version === site.files.get(path)) put.set(path, before);
			else {
				const target = join(site.folder, path);
				const content = await make();
				mkdirSync(dirname(kept), { recursive: true });
				mkdirSync(dirname(target), { recursive: true });
				await writeFile(kept, content);
				await copyFile(kept, target);
				const moment = momentOf(statOf(kept)!);
				await utimes(target, moment, moment);
				put.set(path, { key, version: versionOf(kept) });
			}
		},
		async end(site) {
			// Also what an interrupted build has left, of which no list tells.
			for (const path of await filesIn(folder))
				if (!put.has(path))
					for (const place of [site.folder, folder]) await rm(join(place, path), { force: true });
			await replaceFile(list, JSON.stringify(Object.fromEntries(put)));
		},
	};
}

/** By their paths below `folder`, as addresses have them. */
async function filesIn(folder: string): Promise<string[]> {
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => posix(relative(folder, join(parentPath, name))));
}

async function readKnown(list: string): Promise<Record<string, Known>> {
	try {
		return JSON.parse(await readFile(list, 'utf8')) as Record<string, Known>;
	} catch {
		return {};
	}
}
