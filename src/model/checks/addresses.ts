import { lineage, parentsOf } from '../publication/categories.ts';
import { isPublished, yearOf } from '../publication/dates.ts';
import { finding, type FieldPath, type Finding } from './problems.ts';
import { slug } from '../text/text.ts';
import type { Urls } from '../publication/urls.ts';
import type { Content, Item } from './content.ts';

/** An address of the content, with the file and the field that create it. */
export interface Address {
	readonly kind: 'post' | 'page' | 'author' | 'category' | 'tag' | 'year' | 'alias';
	readonly path: string;
	readonly file: string;
	readonly at: FieldPath;
	/** Whether readers can open it: no draft, no scheduled post, no list without posts. */
	readonly published: boolean;
	readonly anchors?: readonly string[] | undefined;
	/** The earlier paths of the same content. */
	readonly aliases: readonly string[];
}

/** Whether readers see a post. `true` if its date is invalid, so that other rules can check it. */
export type Seen = (post: Content['posts'][number]) => boolean;

/** Returns the test whether readers see a post at `now`. */
export function seen(now: Date, timeZone: string): Seen {
	return ({ data: { draft = false, date } }) =>
		!date || isPublished({ draft, date }, now, timeZone);
}

/** Returns every address of the content, in order of precedence. */
export function addressesOf(content: Content, urls: Urls, isSeen: Seen): Address[] {
	const { posts, pages, authors, categories } = content;
	const parents = parentsOf(categories);
	const shown = posts.filter(isSeen);
	const shownAuthors = new Set(shown.flatMap(({ data }) => data.author ?? []));
	const shownCategories = new Set(
		shown.flatMap(({ data }) => (data.categories ?? []).flatMap((id) => lineage(id, parents))),
	);
	const document = (item: Item<{ aliases: string[] }>) => ({
		file: item.file,
		at: [],
		anchors: item.anchors,
		aliases: (item.data.aliases ?? []).map(urls.path),
	});
	const own: Address[] = [
		...posts.map((post) => ({
			kind: 'post' as const,
			path: urls.post(post.id),
			published: isSeen(post),
			...document(post),
		})),
		...pages.map((page) => ({
			kind: 'page' as const,
			path: urls.page(page.id),
			published: true,
			...document(page),
		})),
		...authors.map((author) => ({
			kind: 'author' as const,
			path: urls.author(author.id),
			published: shownAuthors.has(author.id),
			...document(author),
			anchors: undefined,
		})),
		...[...new Map(categories.map((category) => [category.id, category])).values()].map(
			(category) => ({
				kind: 'category' as const,
				path: urls.category(lineage(category.id, parents)),
				published: shownCategories.has(category.id),
				...document(category),
				at: [category.index ?? 0],
			}),
		),
		...lists('tag', content, shown, ({ tags = [] }) => tags.map(slug), urls.tag),
		...lists('year', content, shown, ({ date }) => (date ? [yearOf(date)] : []), urls.year),
	];
	return [...own, ...own.flatMap(aliases)];
}

/** Returns the addresses of the lists that exist because posts name them. */
function lists(
	kind: 'tag' | 'year',
	{ posts }: Content,
	shown: Content['posts'],
	namesOf: (data: Content['posts'][number]['data']) => readonly string[],
	pathOf: (name: string) => string,
): Address[] {
	const published = new Set(shown.flatMap(({ data }) => namesOf(data)));
	const files = new Map(
		posts.flatMap(({ file, data }) => namesOf(data).map((name) => [name, file] as const)),
	);
	return [...files].map(([name, file]) => ({
		kind,
		path: pathOf(name),
		file,
		at: [kind === 'tag' ? 'tags' : 'date'],
		published: published.has(name),
		aliases: [],
	}));
}

function aliases({ file, at, aliases, published }: Address): Address[] {
	return aliases.map((path, index) => ({
		kind: 'alias',
		path,
		file,
		at: [...at, 'aliases', index],
		published,
		aliases: [],
	}));
}

/** Finds addresses that occur twice. Ignores case, because many disks and servers ignore it. */
export function uniqueAddresses(addresses: readonly Address[], urls: Urls): Finding[] {
	const own = 'a page or file that the site makes itself';
	const owners = new Map(urls.reserved.map((path) => [path, own]));
	return addresses.flatMap(({ path, file, at }) => {
		const key = decodeURI(path).toLowerCase();
		const owner = urls.isReserved(key) ? own : owners.get(key);
		if (owner) return [finding('duplicate-address', file, at, path, owner)];
		owners.set(key, file);
		return [];
	});
}
