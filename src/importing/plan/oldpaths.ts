import { decoded } from '../../model/publication/urls.ts';
import type { Exported, ExportedText } from '../records.ts';
import type { Decisions } from './decisions.ts';

/**
 * Returns the paths of an address of the old site below the root of the new one. An old site in a folder,
 * `https://host.example/blog/`, moves with its folder or without it: both are old addresses. `base` is the
 * path of the new site’s address.
 */
export function pathsOf(address: string, addresses: readonly string[], base: string): string[] {
	const [site = 'https://site/'] = addresses;
	if (!URL.canParse(address, site)) return [];
	const { pathname, search } = new URL(address, site);
	const whole = decoded(pathname)
		.normalize()
		.replace(/\/{2,}/g, '/');
	const below = (folder: string) => {
		const root = decoded(folder).replace(/\/*$/, '/');
		return root !== '/' && `${whole}/`.startsWith(root)
			? `/${whole.slice(root.length)}`
			: undefined;
	};
	const inBase = below(base);
	const folders = addresses.map((one) => new URL(one).pathname);
	const alone = folders.map(below).find((path) => path !== undefined);
	const paths = inBase !== undefined ? [inBase] : [...(alone ? [alone] : []), whole];
	return [...new Set(paths)].map((path) => path + search);
}

/**
 * Returns all addresses at which the old site answered for a text: its permalink, its number, its earlier
 * names, and its second page and so on.
 */
export function oldPathsOf(
	text: ExportedText,
	{ addresses }: Exported,
	{ permalinks }: Pick<Decisions, 'permalinks'>,
	base: string,
): string[] {
	const { link, kind, slug, oldSlugs, pages, aliases } = text;
	const structured = permalinks && kind === 'post' ? permalinkOf(text, permalinks) : undefined;
	const main = [
		...(structured ? [structured] : []),
		...(link ? pathsOf(link, addresses, base) : []),
	];
	const paths = main.filter((path) => !path.includes('?'));
	const earlier = paths.flatMap((path) =>
		slug === '' ? [] : oldSlugs.map((old) => path.replace(/[^/]+\/?$/, `${old}/`)),
	);
	const later = paths.flatMap((path) =>
		Array.from({ length: pages - 1 }, (_, index) => `${path.replace(/\/*$/, '/')}${index + 2}/`),
	);
	return [...new Set([...main, ...earlier, ...later, ...aliases])];
}

/** Returns the addresses of a text by its number in WordPress: `/?p=12`. */
export function numbersOf({ id, kind }: ExportedText): string[] {
	if (!/^\d{1,10}$/.test(id)) return [];
	return [`/?p=${id}`, ...(kind === 'page' ? [`/?page_id=${id}`] : [])];
}

/** https://wordpress.org/documentation/article/customize-permalinks/ */
function permalinkOf(text: ExportedText, structure: string): string | undefined {
	const [year = '', month = '', day = ''] = text.date?.local.slice(0, 10).split('-') ?? [];
	const values: Record<string, string | undefined> = {
		year,
		monthnum: month,
		day,
		post_id: text.id,
		postname: text.slug,
		author: text.authors[0],
		category: text.categories[0],
	};
	const path = structure.replace(/%(\w+)%/g, (whole, name: string) => values[name] ?? whole);
	return path.includes('%') || path.includes('//') ? undefined : path;
}
