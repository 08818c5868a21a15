import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Copied } from './copier.ts';
import { linkFile, readJson, replaceFile, versionOf } from './disk.ts';

/** Files that are made of the content beside its pages: feeds, cards and the like. */
export interface Made {
	/**
	 * Puts a file at `path`, a path below the root of the site. It is made anew unless it was made of
	 * the same before; `key` is a digest of all that it is made of.
	 */
	put(
		path: string,
		key: string,
		make: () => Promise<string | Uint8Array> | string | Uint8Array,
	): Promise<void>;
	/** Takes away from the site what was kept and not put, and writes down what is kept now. */
	end(): Promise<void>;
}

/** Where what was made is kept in `cache`, as it lies in the site. */
export function madeIn(cache: string): string {
	return join(cache, 'beside');
}

interface Known {
	readonly key: string;
	/** Of the kept file: one that was written since, by an interrupted build or in the site, is not known. */
	readonly version: string;
}

/** What is kept in `cache`, for the new site in `site`, which begins with those `files` of it. */
export function openMade(cache: string, site: string, files: Copied): Made {
	const folder = madeIn(cache);
	const list = join(cache, 'beside.json');
	const known = readJson<Record<string, Known>>(list, {});
	const put: Record<string, Known> = {};
	const folders = new Set<string>();
	return {
		async put(path, key, make) {
			const before = known[path];
			if (before?.key === key && before.version === files.get(path)) {
				put[path] = before;
				return;
			}
			const [kept, target] = [join(folder, path), join(site, path)];
			const content = await make();
			for (const parent of [dirname(kept), dirname(target)]) {
				if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
				folders.add(parent);
			}
			// The published site has the old one.
			rmSync(kept, { force: true });
			writeFileSync(kept, content);
			linkFile(kept, target);
			put[path] = { key, version: versionOf(kept) };
			// Lets what others are making go on.
			await setImmediate();
		},
		async end() {
			// Also what an interrupted build has left, of which no list tells.
			for (const path of files.keys())
				if (!put[path])
					for (const place of [site, folder]) await rm(join(place, path), { force: true });
			replaceFile(list, JSON.stringify(put));
		},
	};
}
