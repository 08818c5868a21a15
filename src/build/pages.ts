import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { digest } from './digest.ts';
import { readJson, replaceFile, statOf } from './disk.ts';
import { watchImages, type Asked } from './images.ts';
import { openMade, type Made } from './made.ts';
import type { PagePath, Printer } from './printer.ts';

/** The pages of a site, kept as they lie there. */
export interface Pages {
	/** Where they lie. */
	readonly folder: string;
	/** When they were last printed, in milliseconds of the file system; 0 if none are kept. */
	readonly builtAt: number;
	/**
	 * Prints those that have changed, and tells `show` how many are done; `code` is a digest of the code
	 * that prints them. Answers nothing if that needs Astro: where it is not at work, no image can be
	 * made or taken away.
	 */
	print(
		printer: Printer,
		code: string,
		show: (count: number) => void,
	): Promise<Printed | undefined>;
}

export interface Printed {
	/** The pages, and the few other files that Astro makes. */
	readonly made: Made;
	readonly pages: number;
	/** How many of them are new or were printed anew. */
	readonly changed: number;
}

/** The pages that are kept in `cache`. */
export function openPages(cache: string): Pages {
	const folder = join(cache, 'pages');
	const list = join(cache, 'images.json');
	return {
		folder,
		builtAt: statOf(list)?.mtimeMs ?? 0,
		async print(printer, code, show) {
			const before = readJson<Record<string, Asked>>(list, {});
			const watch = watchImages(Object.values(before));
			const asked: Record<string, Asked> = {};
			const made = openMade(folder);
			let [pages, changed] = [0, 0];

			const print = async (page: PagePath) => {
				watch.take();
				const content = await printer.print(page);
				asked[page.file] = watch.take();
				return content;
			};
			const put = async (page: PagePath): Promise<void> => {
				const { file, cacheKey } = page;
				if (asked[file])
					throw new Error(`Two pages have the same address: /${file} (${page.route.component})`);
				const content = cacheKey === undefined ? await print(page) : undefined;
				const key = digest(code, content ?? cacheKey!);
				const images = content ? asked[file] : before[file];
				if (images && made.keep(file, key)) {
					watch.ask((asked[file] = images));
				} else {
					made.put(file, key, content ?? (await print(page)));
					if (isPage(page)) changed++;
				}
				if (isPage(page)) show(++pages);
			};
			for (const page of await printer.paths()) await put(page);
			if (!printer.makesImages && !isDeepStrictEqual(filesOf(before), filesOf(asked)))
				return undefined;
			replaceFile(list, JSON.stringify(asked));
			made.end();
			return { made, pages, changed };
		},
	};
}

function isPage({ route }: PagePath): boolean {
	return route.type === 'page';
}

/** What must lie in the site, whichever page needs it. */
function filesOf(asked: Readonly<Record<string, Asked>>): ReadonlySet<string> {
	return new Set(
		Object.values(asked).flatMap(({ made, whole }) => [
			...made.map(({ address }) => address),
			...whole,
		]),
	);
}
