import { existsSync, globSync, mkdirSync } from 'node:fs';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { posix } from '../folders.ts';
import { several, statOf } from './disk.ts';

/** The pages of the last build, which Astro keeps to take those that have not changed. */
export interface KeptPages {
	/** Where they lie, as they lie in the site. */
	readonly folder: string;
	/** When the last build ended, in milliseconds of the file system; 0 if nothing is kept. */
	readonly builtAt: number;
	/**
	 * Copies them into the new site: Astro leaves there what has not changed, and would copy page by
	 * page itself.
	 */
	restore(site: string): Promise<void>;
	/**
	 * Takes away from the new site what was copied and is none of its `pages`, once Astro has ended.
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
	const pages = globSync('**/*.html', { cwd: folder });
	return {
		folder,
		builtAt: statOf(join(cache, 'incremental-build.json'))?.mtimeMs ?? 0,
		async restore(site) {
			await mkdir(cache, { recursive: true });
			await writeFile(unfinished, '');
			await several(pages, async (page) => {
				mkdirSync(dirname(join(site, page)), { recursive: true });
				await copyFile(join(folder, page), join(site, page));
			});
			restored = Date.now();
		},
		async end(site, made) {
			for (const page of pages) if (!made.has(posix(page))) await rm(join(site, page));
			await rm(unfinished);
			const isNew = (page: string) => (statOf(join(folder, page))?.mtimeMs ?? 0) > restored;
			return [...made].filter(isNew).length;
		},
	};
}
