import type { Author } from '../publication/authors.ts';
import { momentIn } from '../publication/dates.ts';
import { listed } from '../publication/listings.ts';
import type { Post } from '../publication/posts.ts';
import type { Publication } from '../publication/publication.ts';
import type { FeedFormat } from '../publication/urls.ts';

/** The content of a feed, independent of its format. URLs are absolute. */
export interface Feed {
	/** The id of the list of posts. It stays when the address changes. */
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly language: string;
	/** The page with the same posts. */
	readonly home: string;
	/** The URLs of the feed itself, by format. An archive part has RSS and Atom only. */
	readonly self: Readonly<Partial<Record<FeedFormat, string>>>;
	readonly style: string;
	/** The latest date of its items. */
	readonly updated: Date;
	/** Newest first. */
	readonly items: readonly FeedItem[];
	/** The archive parts with the posts before and after this feed (RFC 5005). */
	readonly older?: Readonly<Partial<Record<FeedFormat, string>>> | undefined;
	readonly newer?: Readonly<Partial<Record<FeedFormat, string>>> | undefined;
	/** In an archive part: the main feed. */
	readonly current?: Readonly<Partial<Record<FeedFormat, string>>> | undefined;
}

/** Writes feeds in one format. */
export interface FeedPrinter {
	/** Prints an item with its content. The result is the same in every feed. */
	readonly item: (item: FeedItem, content: string) => string;
	/** Prints the text before the first item. */
	readonly head: (feed: Feed) => string;
	/** The text between two items. */
	readonly between: string;
	/** The text after the last item. */
	readonly tail: string;
}

/** A feed item: a post or a reply. */
export interface FeedItem {
	readonly id: string;
	/** The id of the post. Its text becomes the content when the feed is written. */
	readonly post: string;
	/** The content, if it is not the text of the post. */
	readonly content?: string;
	readonly url: string;
	readonly title: string;
	readonly authors: readonly {
		readonly name: string;
		readonly url: string;
		readonly orcid?: string;
	}[];
	readonly published: Date;
	readonly updated: Date;
	readonly summary: string;
	readonly language: string;
	readonly tags: readonly string[];
	readonly license?: { readonly label: string; readonly url: string } | undefined;
	readonly doi?: string | undefined;
}

/** Maximum number of posts in a topic feed, and size of an archive part. */
const newest = 20;

/** A feed with its path and format. */
export interface FeedFile {
	readonly path: string;
	readonly format: FeedFormat;
	readonly feed: Feed;
}

/**
 * Returns all feeds of a publication: the main feed, and the feeds of each category, tag and
 * author. The main feed has the newest posts. Older posts are in archive parts of a fixed size,
 * counted from the oldest, so that a new post does not change a part. No post is in two parts.
 * `archive.json` has all posts.
 */
export function feedFiles(publication: Publication): FeedFile[] {
	const { urls, posts, site } = publication;
	const items = new Map(posts.map((post) => [post.id, itemOf(post, publication)]));
	const itemsOf = (some: readonly Post[]) => some.map(({ id }) => items.get(id)!);
	const files: FeedFile[] = [];
	const absolute = (paths: Readonly<Record<string, string>>) =>
		Object.fromEntries(
			Object.entries(paths).map(([format, path]) => [format, urls.absolute(path)]),
		) as Record<FeedFormat, string>;
	const add = (paths: Readonly<Partial<Record<FeedFormat, string>>>, feed: Feed) => {
		for (const [format, path] of Object.entries(paths))
			files.push({ path, format: format as FeedFormat, feed });
	};
	const feedOf = (
		list: string,
		title: string,
		some: readonly Post[],
		paths: Readonly<Record<string, string>>,
		description = site.description,
	): Feed => {
		const own = itemsOf(some);
		return {
			id: `${site.feedId}${urls.param(list)}`,
			title,
			description,
			language: site.language,
			home: urls.absolute(list),
			self: absolute(paths),
			style: urls.feedStyle,
			updated: new Date(Math.max(0, ...own.map(({ updated }) => +updated))),
			items: own,
		};
	};

	const parts = Math.max(0, Math.floor(posts.length / newest) - 1);
	const partPaths = (part: number) => ({
		rss: urls.feedPart('rss', part),
		atom: urls.feedPart('atom', part),
	});
	const home = urls.feeds(urls.home);
	const recent = posts.slice(0, posts.length - parts * newest);
	add(home, {
		...feedOf(urls.home, site.name, recent, home),
		older: parts > 0 ? absolute(partPaths(parts)) : undefined,
	});
	for (let part = 1; part <= parts; part++) {
		const end = posts.length - (part - 1) * newest;
		add(partPaths(part), {
			...feedOf(urls.home, site.name, posts.slice(end - newest, end), partPaths(part)),
			older: part > 1 ? absolute(partPaths(part - 1)) : undefined,
			newer: part < parts ? absolute(partPaths(part + 1)) : undefined,
			current: absolute(home),
		});
	}
	add(
		{ json: urls.everything },
		feedOf(urls.home, `${site.name}: everything`, posts, { json: urls.everything }),
	);
	for (const { path, title, description, posts, feeds } of listed(publication))
		if (feeds && path !== urls.home)
			add(
				feeds,
				feedOf(path, `${title} · ${site.name}`, posts.slice(0, newest), feeds, description),
			);
	return files;
}

function itemOf(post: Post, { urls, site }: Publication): FeedItem {
	const { id, guid, path, title, date, updated, summary, language, license, doi } = post;
	return {
		id: guid,
		post: id,
		url: urls.absolute(path),
		title,
		authors: post.authors.map((author) => personOf(author, urls.absolute)),
		published: new Date(momentIn(date, site.timeZone)),
		// `updated: 2019` starts before a `date` within 2019.
		updated: new Date(
			Math.max(...[date, updated ?? date].map((one) => momentIn(one, site.timeZone))),
		),
		summary,
		language,
		tags: [...new Set([...post.categories, ...post.tags].map(({ label }) => label))],
		license,
		doi,
	};
}

function personOf({ name, path, orcid }: Author, absolute: (path: string) => string) {
	const url = orcid ? `https://orcid.org/${orcid}` : absolute(path);
	return { name, url, ...(orcid && { orcid }) };
}
