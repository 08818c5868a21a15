/**
 * Every address on the site. A path is root-relative, percent-encoded, starts with the path of
 * `address` (the site may live below one) and ends with a slash unless it names a file.
 */
export function createUrls(address: string) {
	const { origin, pathname } = new URL(address);
	const base = pathname.replace(/\/+$/, '');
	const path = (below: string) => base + encodeURI(below);

	const own = {
		home: path('/'),
		archive: path('/archive/'),
		categories: path('/categories/'),
		tags: path('/tags/'),
		authors: path('/authors/'),
		search: path('/search/'),
		/** Where the search engine and its index lie. */
		searchIndex: path('/pagefind/'),
		/** Where files of the content lie that are published as they are. */
		files: path('/files/'),
		notFound: path('/404.html'),
		icon: path('/favicon.svg'),
		robots: path('/robots.txt'),
		sitemapIndex: path('/sitemap-index.xml'),
		/** The page of the content that says how it is archived and cited. */
		archiving: path('/archiving/'),
		/** Everything ever published, in full. */
		everything: path('/archive.json'),
		feedStyle: path('/feed.css'),
		/** The picture of the site for link previews. */
		siteCard: path('/card.png'),
		/** Where the form is sent. */
		replies: path('/replies'),
		/** The newest replies to all posts. */
		replyFeed: path('/replies.xml'),
		/** The posts that take replies, for the receiver. */
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
		/** What the site itself makes, as a page or a file, and content cannot be at. */
		reserved: [
			...Object.entries(own).flatMap(([name, address]) => (name === 'archiving' ? [] : [address])),
			...Object.values(feeds(own.home)),
			path('/feed/'),
			path('/feed/atom/'),
			path('/comments/feed/'),
			path('/404/'),
			path('/index.html'),
		].map((address) => address.replace(/\/?$/, '/')),
		/** Whether a path, in lower case, lies in a folder of the site's own. */
		isReserved: (rootRelative: string) =>
			/^\/(_astro|pagefind|files)\//.test(rootRelative.slice(base.length)),
		/** The path of anything that is given by its place below the site's root. */
		path,
		/** Whether a path is that of a list, which is there as long as posts name it. */
		isList: (rootRelative: string) =>
			/^\/(category|tag|author)\//.test(rootRelative.slice(base.length)),
		/** The same address for use away from the site. */
		absolute: (rootRelative: string) => origin + rootRelative,
		post: (id: string) => path(`/${id}/`),
		page: (slug: string) => path(`/${slug}/`),
		year: (year: string) => path(`/${year}/`),
		category: (ids: readonly string[]) => path(`/category/${ids.join('/')}/`),
		tag: (slug: string) => path(`/tag/${slug}/`),
		author: (id: string) => path(`/author/${id}/`),
		feeds,
		/** The nth part of a feed of everything, counted from 1, the oldest. */
		feedPart: (format: 'rss' | 'atom', part: number) =>
			path(`/${format === 'rss' ? 'feed' : 'atom'}/${part}.xml`),
		/** A file with what it takes to cite a post. */
		citation: (post: string, format: 'ris' | 'bib' | 'json') => `${post}cite.${format}`,
		/** The picture of a post for link previews. */
		card: (post: string) => `${post}card.png`,
		/** The picture above a post as link previews show it. */
		preview: (post: string) => `${post}preview.jpg`,
		/** The replies to a post. */
		postReplies: (post: string) => `${post}replies.xml`,
		/** The nth page of a list, counted from 1. */
		nth: (list: string, page: number) => (page === 1 ? list : `${list}page/${page}/`),
		sitemap: (part: number) => path(`/sitemap-${part}.xml`),
		/** The route parameter of a path: decoded, without the base and the outer slashes. */
		param: (rootRelative: string) =>
			decodeURI(rootRelative.slice(base.length)).replace(/^\/|\/$/g, ''),
	};
}

export type FeedFormat = 'rss' | 'atom' | 'json';

export type Urls = ReturnType<typeof createUrls>;

/** A path or fragment as people read it; what is no percent-encoding stays as it is. */
export function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
