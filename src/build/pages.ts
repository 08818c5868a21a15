import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Copied, Copying } from './copier.ts';
import { publicFolder } from '../folders.ts';
import { ask, momentOf, statOf } from './disk.ts';

/** The pages of the last build, which Astro keeps to take those that have not changed. */
export interface KeptPages {
	/** Where they lie, as they lie in the site. */
	readonly folder: string;
	/** When the last build ended, in milliseconds of the file system; 0 if nothing is kept. */
	readonly builtAt: number;
	/**
	 * Begins the new site with them and what is kept in `made`: Astro leaves there what has not
	 * changed. Answers what there was in `made`.
	 */
	restore(site: string, made: string): Promise<Copied>;
	/**
	 * Takes away from the new site what was there and is none of its `pages`, once Astro has ended.
	 * Answers how many of them are new or were written anew.
	 */
	end(site: string, pages: ReadonlySet<string>): Promise<number>;
}

/** The pages that Astro keeps in `cache`. What a build left half done is not trusted by the next. */
export async function openPages(cache: string): Promise<KeptPages> {
	const folder = join(cache, 'dist');
	const unfinished = join(cache, 'unfinished');
	if (existsSync(unfinished)) {
		await rm(join(cache, 'incremental-build.json'), { force: true });
		await rm(folder, { recursive: true, force: true });
	}
	let restored = 0;
	let pages: readonly string[] = [];
	return {
		folder,
		builtAt: statOf(join(cache, 'incremental-build.json'))?.mtimeMs ?? 0,
		async restore(site, made) {
			mkdirSync(cache, { recursive: true });
			writeFileSync(unfinished, '');
			const copying: Copying = { copied: folder, linked: made, own: publicFolder, to: site };
			// Beside us: Astro has enough to do meanwhile.
			const copier = new Worker(new URL('copier.ts', import.meta.url));
			const [mine, others] = await ask<[Copied, Copied]>(copier, copying).finally(() =>
				copier.terminate(),
			);
			pages = [...mine.keys()];
			restored = Date.now();
			return others;
		},
		async end(site, made) {
			for (const page of pages) if (!made.has(page)) await rm(join(site, page));
			const stats = (page: string) => statOf(join(folder, page));
			const changed = [...made].filter((page) => (stats(page)?.mtimeMs ?? 0) > restored);
			// As old as what is kept of it, so that it is known to be the same.
			for (const page of changed) {
				const moment = momentOf(stats(page)!);
				utimesSync(join(site, page), moment, moment);
			}
			await rm(unfinished);
			return changed.length;
		},
	};
}
