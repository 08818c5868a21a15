/** The pages that the site makes of all its posts, by the names of their folders. */
export const ownPages = ['archive', 'categories', 'tags', 'authors', 'search'] as const;
export type OwnPage = (typeof ownPages)[number];

/** What a path has before it if it is of a list in a further language, such as `/mn`. */
const prefixes = '(/(?!tag/)[a-z]{2,3}(?:-[a-z0-9]+)*)?';
const ofList = new RegExp(`^${prefixes}/(category|tag|author)/`);
const ofTag = new RegExp(`^${prefixes}/tag/[^/]+/$`);
const ofYear = new RegExp(`^${prefixes}/\\d{4}/$`);
const ofPrefix = new RegExp(`^${prefixes}/(?:(?:category|tag|author|\\d{4})/|archive\\.json$)`);

/**
 * Returns the addresses of the site. A path is root-relative and percent-encoded, starts with the
 * path of `address` (the site may be in a subfolder) and ends with a slash unless it names a file.
 * Lists, and nothing else, have `prefix` before their paths: that of a further language, `/mn`.
 * Throws if `address` is not a URL.
 */
export function createUrls(address: string, prefix = '') {
	const { origin, pathname } = new URL(address);
	const base = pathname.replace(/\/+$/, '');
	const path = (below: string) => base + encodeURI(below);
	const list = (below: string) => path(prefix + below);

	const own = {
		home: list('/'),
		archive: list('/archive/'),
		categories: list('/categories/'),
		tags: list('/tags/'),
		authors: list('/authors/'),
		search: list('/search/'),
		/** The folder of the search engine and its index. */
		searchIndex: path('/pagefind/'),
		/** The folder of content files that are published unchanged. */
		files: path('/files/'),
		notFound: path('/404.html'),
		icon: path('/favicon.svg'),
		robots: path('/robots.txt'),
		sitemapIndex: path('/sitemap-index.xml'),
		/** The content page about archiving and citation. */
		archiving: path('/archiving/'),
		/** The feed with all posts in full. */
		everything: list('/archive.json'),
		feedStyle: list('/feed.css'),
		/** The site's image for link previews. */
		siteCard: path('/card.png'),
		/** The address to which the reply form is sent. */
		replies: path('/replies'),
		/** The feed of the newest replies to all posts. */
		replyFeed: list('/replies.xml'),
		/** The posts that accept replies, for the receiver. */
		manifest: path('/replies.json'),
		desk: path('/desk/'),
	};
	/** The feeds of a list, by format. */
	const feeds = (list: string): Record<FeedFormat, string> => ({
		rss: `${list}feed.xml`,
		atom: `${list}atom.xml`,
		json: `${list}feed.json`,
	});

	return {
		...own,
		/** The names of the feeds that are beside a home page. */
		homeFeeds: [...Object.values(feeds('')), 'archive.json', 'replies.xml'],
		/** The addresses of the site's own pages and files. Content cannot use them. */
		reserved: [
			...Object.entries(own).flatMap(([name, address]) => (name === 'archiving' ? [] : [address])),
			...Object.values(feeds(own.home)),
			path('/feed/'),
			path('/feed/atom/'),
			path('/comments/feed/'),
			path('/404/'),
			path('/index.html'),
		].map((address) => address.replace(/\/?$/, '/')),
		/** Whether a path, in lower case, is in one of the site's own folders. */
		isReserved: (rootRelative: string) =>
			/^\/(_astro|pagefind|files)\//.test(rootRelative.slice(base.length)),
		/** Returns the root-relative path of a path below the site's root. */
		path,
		/** Whether a path is a category, tag or author list, which exists while it has posts. */
		isList: (rootRelative: string) => ofList.test(rootRelative.slice(base.length)),
		/** Whether a path is the list of a tag. */
		isTag: (rootRelative: string) => ofTag.test(rootRelative.slice(base.length)),
		/** Whether a path is the list of a year. */
		isYear: (rootRelative: string) => ofYear.test(rootRelative.slice(base.length)),
		/**
		 * Returns what the path of a list, or of the archive feed beside a home page, has before it, such as
		 * `/mn`; `''` in the site’s own language.
		 */
		prefixOf: (rootRelative: string) => ofPrefix.exec(rootRelative.slice(base.length))?.[1] ?? '',
		/** Returns the full URL. */
		absolute: (rootRelative: string) => origin + rootRelative,
		post: (id: string) => path(`/${id}/`),
		page: (slug: string) => path(`/${slug}/`),
		year: (year: string) => list(`/${year}/`),
		category: (ids: readonly string[]) => list(`/category/${ids.join('/')}/`),
		tag: (slug: string) => list(`/tag/${slug}/`),
		author: (id: string) => list(`/author/${id}/`),
		feeds,
		/** The nth archive part of the main feed, counted from 1, the oldest. */
		feedPart: (format: 'rss' | 'atom', part: number) =>
			list(`/${format === 'rss' ? 'feed' : 'atom'}/${part}.xml`),
		/** The citation file of a post. */
		citation: (post: string, format: 'ris' | 'bib' | 'json') => `${post}cite.${format}`,
		/** The card of a post: an image for link previews. */
		card: (post: string) => `${post}card.png`,
		/** The lead image of a post, in the size for link previews. */
		preview: (post: string) => `${post}preview.jpg`,
		/** The feed of the replies to a post. */
		postReplies: (post: string) => `${post}replies.xml`,
		/** The nth page of a list, counted from 1. */
		nth: (list: string, page: number) => (page === 1 ? list : `${list}page/${page}/`),
		sitemap: (part: number) => path(`/sitemap-${part}.xml`),
		/** The route parameter of a path: decoded, without base path and outer slashes. */
		param: (rootRelative: string) =>
			decodeURI(rootRelative.slice(base.length)).replace(/^\/|\/$/g, ''),
	};
}

export type FeedFormat = 'rss' | 'atom' | 'json';

export type Urls = ReturnType<typeof createUrls>;

/** Returns the addresses of a site in its language. */
export function urlsOf(site: { readonly address: string; readonly prefix: string }): Urls {
	return createUrls(site.address, site.prefix);
}

/** Returns the URL of a DOI. */
export function doiUrl(doi: string): string {
	return `https://doi.org/${encodeURI(doi)}`;
}

/** Decodes a path or fragment. Returns `text` unchanged if its percent-encoding is invalid. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
