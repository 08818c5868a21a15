import type { Text } from '../text/rendered.ts';
import { toAuthor, type Author } from './authors.ts';
import { arrangeCategories, type Category } from './categories.ts';
import type { Collections, Entry } from '../content/collections.ts';
import { isPublished, startOf, yearOf } from './dates.ts';
import { group, pathIn, type Group } from './groups.ts';
import { permanentId, type Ledger } from './ledger.ts';
import { neighbour, toPost, type Post } from './posts.ts';
import { redirectsOfYears, redirectsTo, type Redirect } from './redirects.ts';
import { relate } from './related.ts';
import type { PageData, PostData } from '../content/schema.ts';
import type { Link, Site } from './site.ts';
import { order } from '../text/text.ts';
import { aliasPaths, createTags, type Tag } from './tags.ts';
import { createUrls, type Urls } from './urls.ts';
import { withdrawalsOf, type Withdrawal } from './withdrawals.ts';

/** A page of text that is not a post. */
export interface Page {
	readonly id: string;
	readonly path: string;
	readonly title: string;
	readonly summary?: string | undefined;
	readonly language: string;
	readonly text: Text;
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
	/** The posts that were withdrawn, the last withdrawn first. They are in no list. */
	readonly withdrawals: readonly Withdrawal[];
	/** In tree order. A post is in its categories and in all their ancestors, once in each. */
	readonly categories: readonly Group<Category>[];
	/** Sorted by label. */
	readonly tags: readonly Group<Tag>[];
	/** Sorted by sort name, without authors who have no published post. */
	readonly authors: readonly Group<Author>[];
	/** Newest first. */
	readonly years: readonly Group<Link>[];
	readonly pages: readonly Page[];
	/** From earlier addresses of pages. */
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
	const shown = content.posts
		.filter(({ data }) => site.drafts || isPublished(data, now, site.timeZone))
		.sort((a, b) => startOf(b.data.date) - startOf(a.data.date) || order(a.id, b.id));
	const published = shown.filter(({ data }) => !data.withdrawn);
	const guidOf = ({ id, data }: Entry<PostData>) =>
		data.guid ?? site.feedId + permanentId(ledger, `/${id}/`, data.aliases);

	const resolve = {
		author: finder(authors, 'author'),
		category: finder(categories, 'category'),
		tag: createTags(content.tags, urls),
		replies: Map.groupBy(content.replies, ({ post }) => post),
		guid: guidOf,
		hadReplyFeed: ({ id, data }: Entry<PostData>) =>
			[`/${id}/`, ...data.aliases].some((path) => urls.postReplies(path) in ledger),
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
	const tags = group(
		posts,
		[...new Set(posts.flatMap((post) => post.tags))].sort(
			(a, b) => collator.compare(a.label, b.label) || order(a.id, b.id),
		),
		(tag) => tag.path,
		(post) => post.tags.map(({ path }) => path),
	);
	const years = group(
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
	);
	const redirects = [
		...redirectsTo(shown, urls, ({ id }) => urls.post(id)),
		...redirectsTo(content.pages, urls, ({ id }) => urls.page(id)),
		...redirectsTo(content.authors, urls, ({ id }) => pathIn(byAuthors, id)),
		...redirectsTo(content.categories, urls, ({ id }) => pathIn(inCategories, id)),
		...redirectsTo(
			content.tags,
			urls,
			({ data }) => pathIn(tags, resolve.tag(data.label).id),
			(data) => aliasPaths(data, urls),
		),
		...redirectsOfYears(
			ledger,
			years.map(({ topic }) => topic),
			urls,
		),
	];
	return {
		site,
		urls,
		posts,
		withdrawals: withdrawalsOf(shown, site, urls, guidOf),
		categories: inCategories,
		tags,
		authors: byAuthors,
		years,
		pages: content.pages
			.map((entry) => toPage(entry, site, urls))
			.sort((a, b) => order(a.id, b.id)),
		redirects,
	};
}

function toPage(
	{ id, data: { aliases: _, ...data } }: Entry<PageData>,
	site: Site,
	urls: Urls,
): Page {
	return { ...data, id, path: urls.page(id), language: data.language ?? site.language };
}

function finder<T extends { readonly id: string }>(all: readonly T[], kind: string) {
	const byId = new Map(all.map((one) => [one.id, one]));
	return (id: string): T => {
		const found = byId.get(id);
		if (!found) throw new Error(`assemble: no ${kind} "${id}"; run check first`);
		return found;
	};
}
