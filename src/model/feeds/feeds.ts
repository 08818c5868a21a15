import type { Author } from '../publication/authors.ts';
import { momentIn } from '../publication/dates.ts';
import { listed } from '../publication/listings.ts';
import type { Lists } from '../publication/lists.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Post } from '../publication/posts.ts';
import type { Publication } from '../publication/publication.ts';
import type { Site } from '../publication/site.ts';
import type { FeedFormat, Urls } from '../publication/urls.ts';
import type { Feed, FeedFile, FeedItem } from './feed.ts';
import { noticeOf } from './notices.ts';

/** Maximum number of posts in a topic feed, and size of an archive part. */
const newest = 20;

/**
 * Returns all feeds of a publication, those of each language of the site. A feed has the posts of one
 * language: that of its list or, if the list has none in it, that of its newest post.
 */
export function feedFiles(publication: Publication): FeedFile[] {
	const items = new Map(publication.posts.map((post) => [post.id, itemOf(post, publication)]));
	return publication.lists.flatMap((lists) => feedsOf(lists, items, publication));
}

/**
 * Returns the feeds of one language: the main feed, and those of each category, tag and author. The
 * main feed has the newest posts. Older posts are in archive parts of a fixed size, counted from the
 * oldest, so that a new post does not change a part. No post is in two parts. Only the main feed says
 * that a post was withdrawn. `archive.json` has all posts.
 */
function feedsOf(
	lists: Lists,
	items: ReadonlyMap<string, FeedItem>,
	publication: Publication,
): FeedFile[] {
	const { urls, site } = lists;
	const files: FeedFile[] = [];
	const add = (paths: Paths, feed: Feed) => {
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
		const own = some.map(({ id }) => items.get(id)!);
		return {
			id: `${site.feedId}${urls.param(list)}`,
			title,
			description,
			language: some[0]?.pageLanguage ?? site.language,
			home: urls.absolute(list),
			self: absolute(paths, urls),
			style: urls.feedStyle,
			updated: latest(own),
			items: own,
		};
	};

	const posts = inOneLanguage(lists.posts, site);
	const parts = Math.max(0, Math.floor(posts.length / newest) - 1);
	const partPaths = (part: number) => ({
		rss: urls.feedPart('rss', part),
		atom: urls.feedPart('atom', part),
	});
	const home = urls.feeds(urls.home);
	const recent = posts.slice(0, posts.length - parts * newest);
	const main = feedOf(urls.home, site.name, recent, home);
	const oldest = recent.length < newest ? 0 : Math.min(...main.items.map(momentOf));
	const notices = publication.withdrawals
		.filter(({ pageLanguage }) => pageLanguage === main.language)
		.map((withdrawal) => noticeOf(withdrawal, lists))
		.filter((notice) => momentOf(notice) >= oldest);
	add(home, {
		...main,
		items: [...main.items, ...notices].toSorted((a, b) => momentOf(b) - momentOf(a)),
		updated: latest([...main.items, ...notices]),
		older: parts > 0 ? absolute(partPaths(parts), urls) : undefined,
	});
	for (let part = 1; part <= parts; part++) {
		const end = posts.length - (part - 1) * newest;
		add(partPaths(part), {
			...feedOf(urls.home, site.name, posts.slice(end - newest, end), partPaths(part)),
			older: part > 1 ? absolute(partPaths(part - 1), urls) : undefined,
			newer: part < parts ? absolute(partPaths(part + 1), urls) : undefined,
			current: absolute(home, urls),
		});
	}
	const everything = messagesIn(site.language).feeds.everything(site.name);
	add({ json: urls.everything }, feedOf(urls.home, everything, posts, { json: urls.everything }));
	for (const { path, title, description, posts, feeds } of listed(lists))
		if (feeds && path !== urls.home) {
			const some = inOneLanguage(posts, site).slice(0, newest);
			add(feeds, feedOf(path, `${title} · ${site.name}`, some, feeds, description));
		}
	return files;
}

type Paths = Readonly<Partial<Record<FeedFormat, string>>>;

function absolute(paths: Readonly<Record<string, string>>, urls: Urls) {
	const full = Object.entries(paths).map(([format, path]) => [format, urls.absolute(path)]);
	return Object.fromEntries(full) as Record<FeedFormat, string>;
}

/** Returns the posts in the language of the site or, if there are none, in that of the newest. */
function inOneLanguage(posts: readonly Post[], { language }: Site): readonly Post[] {
	const postsIn = (wanted: string | undefined) =>
		posts.filter(({ pageLanguage }) => pageLanguage === wanted);
	const own = postsIn(language);
	return own.length > 0 ? own : postsIn(posts[0]?.pageLanguage);
}

function momentOf({ sorted, published }: FeedItem): number {
	return +(sorted ?? published);
}

/** Returns the date of the last change of `items`, or `undefined` if there are none. */
export function latest(items: readonly FeedItem[]): Date | undefined {
	const moments = items.map(({ updated }) => +updated);
	return moments.length > 0 ? new Date(Math.max(...moments)) : undefined;
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
