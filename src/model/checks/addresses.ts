import { lineage, parentsOf } from '../publication/categories.ts';
import { isPublished, yearOf } from '../publication/dates.ts';
import type { Moved } from '../content/collections.ts';
import type { Ledger, Published } from '../publication/ledger.ts';
import { aliasPaths, createTags } from '../publication/tags.ts';
import type { Urls } from '../publication/urls.ts';
import type { Content, Item, ListItem } from './content.ts';
import { finding, type FieldPath, type Finding } from './problems.ts';

/** An address of the content, with the file and the field that create it. */
export interface Address extends Published {
	readonly file: string;
	readonly at: FieldPath;
	readonly anchors?: readonly string[] | undefined;
}

/** Whether readers see a post. `true` if its date is invalid, so that other rules can check it. */
export type Seen = (post: Content['posts'][number]) => boolean;

/** Returns the test whether readers see a post at `now`. */
export function seen(now: Date, timeZone: string): Seen {
	return ({ data: { draft = false, date } }) =>
		!date || isPublished({ draft, date }, now, timeZone);
}

/**
 * Returns every address of the content, in order of precedence: those of texts, of the lists in the
 * language of the site, and of those in its other languages, in `languages`. `ledger` knows earlier
 * feeds.
 */
export function addressesOf(
	content: Content,
	urls: Urls,
	isSeen: Seen,
	ledger: Ledger = {},
	languages: readonly ListLanguage[] = [],
): Address[] {
	const { posts, pages } = content;
	const listed = posts.filter((post) => isSeen(post) && !post.data.withdrawn);
	const replied = new Set(content.replies.map(({ post }) => post));
	const own: Address[] = [
		...posts.map((post) => {
			const address = {
				...documentOf(post, urls),
				kind: 'post' as const,
				path: urls.post(post.id),
				published: isSeen(post),
			};
			const hadFeed = [address.path, ...address.aliases].some(
				(path) => urls.postReplies(path) in ledger,
			);
			const hasFeed = hadFeed || replied.has(post.id);
			return { ...address, feeds: hasFeed ? [urls.postReplies('')] : [] };
		}),
		...pages.map((page) => ({
			...documentOf(page, urls),
			kind: 'page' as const,
			path: urls.page(page.id),
			published: true,
			feeds: [],
		})),
		...listAddresses(content, listed, urls),
		...languages.flatMap(({ urls, isIn }) =>
			listAddresses(content, listed.filter(isIn), urls).map((address) => ({
				...address,
				aliases: [],
			})),
		),
	];
	return [...own, ...own.flatMap(aliases), ...(content.redirects ?? []).map(addressOfRedirect)];
}

/** A further language of the site: the addresses of its lists, and which posts are in them. */
export interface ListLanguage {
	readonly urls: Urls;
	readonly isIn: (post: Content['posts'][number]) => boolean;
}

/** Returns the home pages of further languages: the settings make and take away their addresses. */
export function homes(languages: readonly ListLanguage[]): Address[] {
	return languages.map(({ urls: { home, homeFeeds } }) => ({
		kind: 'home',
		path: home,
		file: 'src/site.ts',
		at: [],
		published: true,
		aliases: [],
		feeds: homeFeeds,
	}));
}

function documentOf(item: Item<{ aliases: string[] }>, urls: Urls) {
	return {
		file: item.file,
		at: [],
		anchors: item.anchors,
		aliases: (item.data.aliases ?? []).map(urls.path),
		feeds: Object.values(urls.feeds('')),
	};
}

/** Returns the addresses of the lists of `listed`, and of those that have no posts. */
function listAddresses(content: Content, listed: Content['posts'], urls: Urls): Address[] {
	const { authors, categories } = content;
	const parents = parentsOf(categories);
	const listedAuthors = new Set(listed.flatMap(({ data }) => data.author ?? []));
	const listedCategories = new Set(
		listed.flatMap(({ data }) => (data.categories ?? []).flatMap((id) => lineage(id, parents))),
	);
	return [
		...authors
			.filter(({ data }) => data.translationOf === undefined)
			.map((author) => ({
				...documentOf(author, urls),
				kind: 'author' as const,
				path: urls.author(author.id),
				published: listedAuthors.has(author.id),
				anchors: undefined,
			})),
		...[...new Map(categories.map((category) => [category.id, category])).values()].map(
			(category) => ({
				...documentOf(category, urls),
				kind: 'category' as const,
				path: urls.category(lineage(category.id, parents)),
				published: listedCategories.has(category.id),
				at: [category.index ?? 0],
			}),
		),
		...tagAddresses(content, listed, urls),
		...yearAddresses(content, listed, urls),
	];
}

/** A tag has a list if posts name it. Its entry in `tags.yaml`, if there is one, has its aliases. */
function tagAddresses({ posts, tags }: Content, listed: Content['posts'], urls: Urls): Address[] {
	const find = createTags(tags, urls);
	const pathsOf = ({ data }: Content['posts'][number]) =>
		(data.tags ?? []).map((label) => find(label).path);
	const published = new Set(listed.flatMap(pathsOf));
	const files = new Map(posts.flatMap((post) => pathsOf(post).map((path) => [path, post.file])));
	const entries = new Map<string, ListItem<{ aliases: string[] }>>(
		tags.flatMap((entry) => (entry.data.label ? [[find(entry.data.label).path, entry]] : [])),
	);
	return [...files].map(([path, file]) => {
		const entry = entries.get(path);
		return {
			kind: 'tag',
			path,
			file: entry?.file ?? file,
			at: entry ? [entry.index ?? 0] : ['tags'],
			published: published.has(path),
			aliases: entry ? aliasPaths(entry.data, urls) : [],
			feeds: Object.values(urls.feeds('')),
		};
	});
}

function yearAddresses({ posts }: Content, listed: Content['posts'], urls: Urls): Address[] {
	const yearsOf = (posts: Content['posts']) =>
		posts.flatMap(({ file, data: { date } }) => (date ? [[yearOf(date), file] as const] : []));
	const published = new Map(yearsOf(listed));
	return [...new Map(yearsOf(posts))].map(([year, file]) => ({
		kind: 'year',
		path: urls.year(year),
		file,
		at: ['date'],
		published: published.has(year),
		aliases: [],
		feeds: [],
	}));
}

function addressOfRedirect({ file, written, from }: Moved): Address {
	return {
		kind: 'alias',
		path: encodeURI(from),
		file,
		at: [written],
		published: true,
		aliases: [],
		feeds: [],
	};
}

function aliases({ file, at, aliases, published, feeds }: Address): Address[] {
	return aliases.map((path, index) => ({
		kind: 'alias',
		path,
		file,
		at: [...at, 'aliases', index],
		published,
		aliases: [],
		feeds,
	}));
}

/** Finds addresses that occur twice. `lists` has the addresses of the lists in each language. */
export function uniqueAddresses(addresses: readonly Address[], lists: readonly Urls[]): Finding[] {
	const own = 'a page or file that the site makes itself';
	const owners = new Map(lists.flatMap(({ reserved }) => reserved).map((path) => [path, own]));
	const [urls] = lists as [Urls];
	return addresses.flatMap(({ kind, path, file, at, feeds }) => {
		const key = keyOf(path);
		const owner = urls.isReserved(key) ? own : owners.get(key);
		if (owner) return [finding('duplicate-address', file, at, path, owner)];
		owners.set(key, file);
		if (kind !== 'alias') for (const name of feeds) owners.set(keyOf(path + name), own);
		return [];
	});
}

/** What equal addresses have in common: many disks and servers ignore case and a final slash. */
function keyOf(path: string): string {
	return decodeURI(path).toLowerCase().replace(/\/?$/, '/');
}
