import type { Text } from '../text/rendered.ts';
import { toAuthor, type Author } from './authors.ts';
import { arrangeCategories, type Category } from './categories.ts';
import type { Collections, Entry } from '../content/collections.ts';
import { isPublished, startOf, yearOf } from './dates.ts';
import { permanentId, type Ledger } from './ledger.ts';
import { neighbour, spellings, toPost, type Post } from './posts.ts';
import { relate } from './related.ts';
import type { PageData } from '../content/schema.ts';
import type { Link, Site } from './site.ts';
import { order } from '../text/text.ts';
import { createUrls, type Urls } from './urls.ts';

/** A category, tag, author or year, with its posts, newest first. */
export interface Group<Topic> {
	readonly topic: Topic;
	readonly posts: readonly Post[];
}

/** A page of text that is not a post. */
export interface Page {
	readonly id: string;
	readonly path: string;
	readonly title: string;
	readonly summary?: string | undefined;
	readonly language: string;
	readonly text: Text;
}

/** A redirect between two paths. */
export interface Redirect {
	readonly from: string;
	readonly to: string;
}

/**
 * All published content, and drafts and scheduled posts if `site.drafts` is true. Only `assemble`
 * filters, sorts and groups content and gives it addresses.
 */
export interface Publication {
	readonly site: Site;
	readonly urls: Urls;
	/** Newest first; posts with equal dates by id. */
	readonly posts: readonly Post[];
	/** In tree order. A post is in its categories and in all their ancestors, once in each. */
	readonly categories: readonly Group<Category>[];
	/** Sorted by label. */
	readonly tags: readonly Group<Link>[];
	/** Sorted by sort name, without authors who have no published post. */
	readonly authors: readonly Group<Author>[];
	/** Newest first. */
	readonly years: readonly Group<Link>[];
	readonly pages: readonly Page[];
	readonly redirects: readonly Redirect[];
}

/**
 * Returns the publication at `now`. The content must have passed `check`: throws if a post names an
 * unknown author or category. `ledger` has the permanent ids of posts.
 */
export function assemble(
	content: Collections,
	site: Site,
	now: Date,
	ledger: Ledger = {},
): Publication {
	const urls = createUrls(site.address);
	const categories = arrangeCategories(content.categories, urls);
	const authors = content.authors.map((entry) => toAuthor(entry, urls));
	const published = content.posts
		.filter(({ data }) => site.drafts || isPublished(data, now, site.timeZone))
		.sort((a, b) => startOf(b.data.date) - startOf(a.data.date) || order(a.id, b.id));

	const resolve = {
		author: finder(authors, 'author'),
		category: finder(categories, 'category'),
		tag: spellings(published, urls),
		replies: Map.groupBy(content.replies, ({ post }) => post),
		permanentId: (path: string, aliases: readonly string[]) => permanentId(ledger, path, aliases),
	};
	const resolved = published.map((entry) => toPost(entry, site, urls, resolve, now));
	const related = relate(resolved);
	const posts = resolved.map((post, index, all) => ({
		...post,
		newer: neighbour(all[index - 1]),
		older: neighbour(all[index + 1]),
		// Computed on access, because many callers do not need it.
		get related() {
			return related(post);
		},
	}));

	const collator = new Intl.Collator(site.language, { numeric: true });
	const inCategories = group(
		posts,
		categories,
		(category) => category.id,
		(post) => post.categories.flatMap(({ lineage }) => lineage),
	);
	const byAuthors = group(
		posts,
		authors.sort((a, b) => collator.compare(a.sortName, b.sortName) || order(a.id, b.id)),
		(author) => author.id,
		(post) => post.authors.map(({ id }) => id),
	);
	return {
		site,
		urls,
		posts,
		categories: inCategories,
		tags: group(
			posts,
			[...resolve.tag.values()].sort((a, b) => collator.compare(a.label, b.label)),
			(tag) => tag.path,
			(post) => post.tags.map(({ path }) => path),
		),
		authors: byAuthors,
		years: group(
			posts,
			[...new Set(posts.map(({ date }) => yearOf(date)))]
				.sort()
				.reverse()
				.map((year) => ({
					label: year,
					path: urls.year(year),
				})),
			(year) => year.label,
			(post) => [yearOf(post.date)],
		),
		pages: content.pages
			.map((entry) => toPage(entry, site, urls))
			.sort((a, b) => order(a.id, b.id)),
		redirects: [
			...redirects(published, urls, ({ id }) => urls.post(id)),
			...redirects(content.pages, urls, ({ id }) => urls.page(id)),
			...redirects(content.authors, urls, ({ id }) => pathIn(byAuthors, id)),
			...redirects(content.categories, urls, ({ id }) => pathIn(inCategories, id)),
		],
	};
}

/** Returns a redirect for every alias of the entries that have a page. */
function redirects<Data extends { readonly aliases: readonly string[] }>(
	entries: readonly Entry<Data>[],
	urls: Urls,
	pathOf: (entry: Entry<Data>) => string | undefined,
): Redirect[] {
	return entries.flatMap((entry) => {
		const to = pathOf(entry);
		return to === undefined
			? []
			: entry.data.aliases.map((alias) => ({ from: urls.path(alias), to }));
	});
}

function pathIn(
	groups: readonly Group<{ readonly id: string; readonly path: string }>[],
	id: string,
): string | undefined {
	return groups.find(({ topic }) => topic.id === id)?.topic.path;
}

function toPage(
	{ id, data: { aliases: _, ...data } }: Entry<PageData>,
	site: Site,
	urls: Urls,
): Page {
	return { ...data, id, path: urls.page(id), language: data.language ?? site.language };
}

/** Returns the topics that have posts, with these posts. A post is in a group only once. */
function group<Topic>(
	posts: readonly Post[],
	topics: readonly Topic[],
	keyOf: (topic: Topic) => string,
	keysOf: (post: Post) => readonly string[],
): Group<Topic>[] {
	const byKey = new Map<string, Post[]>();
	for (const post of posts)
		for (const key of new Set(keysOf(post))) {
			const own = byKey.get(key);
			if (own) own.push(post);
			else byKey.set(key, [post]);
		}
	return topics.flatMap((topic) => {
		const own = byKey.get(keyOf(topic));
		return own ? [{ topic, posts: own }] : [];
	});
}

function finder<T extends { readonly id: string }>(all: readonly T[], kind: string) {
	const byId = new Map(all.map((one) => [one.id, one]));
	return (id: string): T => {
		const found = byId.get(id);
		if (!found) throw new Error(`assemble: no ${kind} "${id}"; run check first`);
		return found;
	};
}
