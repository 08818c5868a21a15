import { inlineLinks } from '../text/inline.ts';
import { finding, type Finding, type Place } from './problems.ts';
import type { Settings } from '../publication/site.ts';
import { nearest } from '../text/text.ts';
import { decoded, type Urls } from '../publication/urls.ts';
import type { Address, Seen } from './addresses.ts';
import type { Content, Item, TextLink } from './content.ts';

/** The link targets besides content. */
export interface Surroundings {
	readonly site: Pick<Settings, 'address' | 'navigation'>;
	/** The addresses of the site and its lists in each language, its own first. */
	readonly lists: readonly [Urls, ...Urls[]];
	/** Whether a file is published unchanged. The path is below the site's root. */
	readonly isPublic: (path: string) => boolean;
	/** Whether posts of lists may be missing. Then a missing list is not an error. */
	readonly incomplete: boolean;
}

interface Target {
	readonly published: boolean;
	readonly anchors?: readonly string[] | undefined;
}

/** Checks that every link to the site itself, also in the menu, has a target. */
export function links(
	{ posts, pages, authors, redirects = [] }: Content,
	addresses: readonly Address[],
	isSeen: Seen,
	around: Surroundings,
): Finding[] {
	const [urls] = around.lists;
	const reserved = around.lists.flatMap(({ reserved }) => reserved);
	const targets = new Map<string, Target>([
		...reserved.map((path) => [path, { published: true }] as const),
		...addresses.map((address) => [address.path.replace(/\/?$/, '/'), address] as const),
	]);
	const linksOf = (item: Linked, path: string, published: boolean) =>
		(item.links ?? []).flatMap((link) => check(item, link, path, published, targets, around));
	return [
		...posts.flatMap((post) => {
			const links = [...(post.links ?? []), ...captionLinks(post.data.image)];
			return linksOf({ ...post, links }, urls.post(post.id), isSeen(post));
		}),
		...pages.flatMap((page) => linksOf(page, urls.page(page.id), true)),
		...authors.flatMap((author) => linksOf(author, urls.author(author.id), true)),
		...redirects.flatMap(({ file, written, to }) =>
			linksOf({ id: '', file, data: {}, links: [{ url: to, at: [written] }] }, '/', true),
		),
		...menu(targets, around),
	];
}

/** A text with its links: their places are positions, or fields. */
interface Linked extends Omit<Item<object>, 'links'> {
	readonly links?: readonly Link[];
}
type Link = Omit<TextLink, 'at'> & { readonly at: Place };

/** The links in the caption and the credit of the lead image. */
function captionLinks(image: Content['posts'][number]['data']['image']): Link[] {
	return (['caption', 'credit'] as const).flatMap((name) =>
		inlineLinks(image?.[name] ?? '').map((url) => ({ url, at: ['image', name] })),
	);
}

function check(
	{ file, anchors }: Linked,
	{ url, at }: Link,
	from: string,
	published: boolean,
	targets: ReadonlyMap<string, Target>,
	{ site, lists, isPublic, incomplete }: Surroundings,
): Finding[] {
	if (url === '') return [finding('empty-link', file, at)];
	const own = belowSite(url, site.address);
	if (own !== undefined) return [finding('own-address-link', file, at, url, own)];
	if (/^(data|file|javascript|vbscript):/i.test(url))
		return [finding('forbidden-link', file, at, url)];
	if (/^([a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return [];

	if (url.startsWith('#')) return fragment(file, at, url, url.slice(1), anchors);
	const resolved = resolve(url, from);
	if (!resolved) return [finding('broken-link', file, at, url, undefined)];
	const { path, hash } = resolved;
	const [urls] = lists;
	const list = path.replace(/\/page\/\d+\/$/, '/');
	const isHome = lists.some(({ home }) => home === list);
	const isPage = list !== path && (isHome || urls.isList(list) || urls.isYear(list));
	const target = targets.get(isPage ? list : path);
	if (target?.published) return hash ? fragment(file, at, url, hash, target.anchors) : [];
	if (incomplete && urls.isList(path)) return [];
	if (target) return published ? [finding('unpublished-link', file, at, url)] : [];
	if (isPublic(decoded(path).slice(0, -1))) return [];
	return [broken(file, { url, at }, path, targets)];
}

/** Returns the probable reason for a broken link, by its spelling. */
function broken(
	file: string,
	{ url, at }: Link,
	path: string,
	targets: ReadonlyMap<string, Target>,
): Finding {
	const alone = url.replace(/[?#].*$/, '');
	const source = /^(.*?)(\/index)?\.mdx?\/$/.exec(path);
	const ending = /\.([a-z\d]+)$/i.exec(alone)?.[1]?.toLowerCase();
	if (/^[\w-]+(\.[\w-]+)*\.[a-z]{2,}(\/|$)/i.test(alone) && !isFileEnding(ending))
		return finding('link-without-scheme', file, at, url);
	const isPage = /^(html?|mdx?)$/.test(ending ?? '');
	if (!isPage && isFileEnding(ending)) return finding('link-to-file', file, at, url);
	const meant = source
		? `${source[1]!.replace(/^.*\/posts\//, '/')}/`
		: path.replace(/(\/index)?\.html?\/$/, '/');
	return finding('broken-link', file, at, url, nearestPath(meant, targets));
}

/** Whether an ending is that of a file for download. Other endings belong to host names. */
function isFileEnding(ending: string | undefined): boolean {
	return (
		ending !== undefined &&
		/^(avif|csv|docx?|epub|gif|html?|jpe?g|json|mdx?|mp[34]|odt|ogg|pdf|png|pptx?|svg|txt|wav|webm|webp|xlsx?|zip)$/.test(
			ending,
		)
	);
}

/** Returns a page with a similar path or the same name, or `undefined` if there is none. */
function nearestPath(path: string, targets: ReadonlyMap<string, Target>): string | undefined {
	const paths = [...targets].filter(([, { published }]) => published).map(([path]) => path);
	if (paths.includes(path)) return path;
	const name = /[^/]+\/$/.exec(path)?.[0];
	return nearest(path, paths) ?? paths.find((other) => name && other.endsWith(`/${name}`));
}

function fragment(
	file: string,
	at: Place,
	url: string,
	hash: string,
	anchors: readonly string[] | undefined,
): Finding[] {
	const name = decoded(hash);
	if (!anchors || name === '' || name === 'top' || anchors.includes(name)) return [];
	const near = nearest(name, anchors);
	return [finding('broken-fragment', file, at, url, near && url.replace(`#${hash}`, `#${near}`))];
}

/** Returns the encoded path (with a final slash) and the fragment; `undefined` if invalid. */
function resolve(url: string, from: string): { path: string; hash: string } | undefined {
	const base = `http://site${from}`;
	if (!URL.canParse(url, base)) return undefined;
	const { pathname, hash } = new URL(url, base);
	return { path: encodeURI(decoded(pathname)).replace(/\/*$/, '/'), hash: hash.slice(1) };
}

/** Returns the path below the site's root, or `undefined` if `url` is not a URL of this site. */
function belowSite(url: string, address: string): string | undefined {
	if (!/^(https?:)?\/\//i.test(url) || !URL.canParse(url, address)) return undefined;
	const [own, given] = [new URL(address), new URL(url, address)];
	const base = own.pathname.replace(/\/+$/, '');
	const bare = (host: string) => host.replace(/^www\./, '');
	if (bare(own.host) !== bare(given.host) || !`${given.pathname}/`.startsWith(`${base}/`))
		return undefined;
	return (given.pathname.slice(base.length) || '/') + given.search + given.hash;
}

function menu(
	targets: ReadonlyMap<string, Target>,
	{ site, lists: [urls], isPublic }: Surroundings,
): Finding[] {
	return site.navigation.flatMap((item) => {
		const path = typeof item === 'string' ? item : item.path;
		const alone = path.replace(/[?#].*/, '');
		const target = targets.get(urls.path(alone).replace(/\/*$/, '/'));
		if (target?.published || /^[a-z]+:/.test(path) || isPublic(alone.replace(/\/+$/, '')))
			return [];
		const near = nearestPath(path, targets);
		return [finding('broken-menu', 'src/site.ts', ['navigation', path], path, near)];
	});
}
