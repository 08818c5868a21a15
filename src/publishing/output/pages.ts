import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { AstroPrerenderer } from 'astro';
import { decoded } from '../../model/publication/urls.ts';
import { digest } from './digest.ts';
import { linkFile, type OutputCache } from './outputcache.ts';

type PagePath = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** The pages of a build: those that Astro prints, and those that are kept. */
export interface Pages {
	/** How many pages the site has. */
	readonly count: number;
	/** The files of the pages that Astro prints, below the site's root. */
	readonly printed: readonly string[];
	/** Of all paths, those that Astro has to print. Throws if two have the same address. */
	select(paths: readonly PagePath[]): PagePath[];
	/**
	 * Puts the kept pages and their images into the folder `site`, and keeps those that are new there.
	 * Returns digests of all pages, by their files.
	 */
	finish(site: string): ReadonlyMap<string, string>;
}

/** The names in `_astro/` of the images of each page with images. */
type Images = Readonly<Record<string, readonly string[]>>;

/** `code` is a digest of the code that pages are printed by. */
export function createPages(cache: OutputCache, code: string): Pages {
	const list = cache.get('images.json', code);
	const known = list && (JSON.parse(readFileSync(list.path, 'utf8')) as Images);
	/** Where the files of kept pages and images lie, by their paths in the site. */
	const kept = new Map<string, string>();
	const digests = new Map<string, string>();
	/** The keys of printed pages; none where only Astro knows what a page shows. */
	const keys = new Map<string, string | undefined>();
	const images: Record<string, readonly string[]> = {};

	const find = (file: string, key: string): boolean => {
		const page = known && cache.get(`pages/${file}`, key);
		if (!page) return false;
		const names = known[file] ?? [];
		const files = names.map((name) => cache.get(`images/${name}`, code)?.path);
		if (files.includes(undefined)) return false;
		kept.set(file, page.path);
		digests.set(file, page.digest);
		for (const [index, name] of names.entries()) kept.set(`_astro/${name}`, files[index]!);
		if (names.length > 0) images[file] = names;
		return true;
	};
	const keep = (site: string, file: string, key: string | undefined): void => {
		const html = readFileSync(join(site, file), 'utf8');
		const names = imagesIn(html);
		if (names.length > 0) images[file] = names;
		if (key === undefined) {
			digests.set(file, digest(html));
			return;
		}
		digests.set(file, cache.link(`pages/${file}`, key, join(site, file)).digest);
		for (const name of names) cache.link(`images/${name}`, code, join(site, '_astro', name));
	};
	return {
		get count() {
			const pages = [...kept.keys(), ...keys.keys()].filter((file) => file.endsWith('.html'));
			return pages.length;
		},
		get printed() {
			return [...keys.keys()].filter((file) => file.endsWith('.html'));
		},
		select: (paths) =>
			paths.filter((path) => {
				const file = fileOf(path);
				if (kept.has(file) || keys.has(file))
					throw new Error(`Two pages have the same address: /${file} (${path.route.component})`);
				const key = path.cacheKey === undefined ? undefined : digest(code, path.cacheKey);
				if (key !== undefined && find(file, key)) return false;
				keys.set(file, key);
				return true;
			}),
		finish(site) {
			for (const [file, key] of keys) if (file.endsWith('.html')) keep(site, file, key);
			for (const [file, from] of kept) linkFile(from, join(site, file));
			cache.put('images.json', code, JSON.stringify(images));
			removeUnused(join(site, '_astro'), new Set(Object.values(images).flat()));
			return digests;
		},
	};
}

function fileOf({ pathname, route }: PagePath): string {
	const path = pathname.replace(/^\/|\/$/g, '');
	if (route.type === 'endpoint') return path;
	return path === '404' ? '404.html' : join(path, 'index.html');
}

const formats = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.svg', '.webp']);

/** The names of the images in `_astro/` that a text names. */
function imagesIn(text: string): string[] {
	const names = [...text.matchAll(/\/_astro\/([^"'\s,()<>?#&]+)/g)].map(([, name]) =>
		decoded(name!),
	);
	return [...new Set(names)].filter((name) => formats.has(extname(name)));
}

/**
 * Removes the images that nothing shows. Astro copies each original into the site, and removes it only
 * after it has printed a page with it.
 */
function removeUnused(folder: string, shown: ReadonlySet<string>): void {
	const files = existsSync(folder) ? readdirSync(folder) : [];
	const code = files.filter((name) => /\.(css|js)$/.test(name));
	const named = new Set(code.flatMap((name) => imagesIn(readFileSync(join(folder, name), 'utf8'))));
	for (const name of files)
		if (formats.has(extname(name)) && !shown.has(name) && !named.has(name))
			rmSync(join(folder, name));
}
