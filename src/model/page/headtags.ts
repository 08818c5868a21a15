import { messagesIn } from '../messages/messages.ts';
import type { Post } from '../publication/posts.ts';
import type { Site } from '../publication/site.ts';
import type { Alternates } from '../publication/listings.ts';
import { createUrls, urlsOf, type FeedFormat } from '../publication/urls.ts';

/** An element in the head of a page. */
export interface HeadTag {
	readonly name: 'meta' | 'link';
	readonly attributes: Readonly<Record<string, string>>;
}

export function meta(name: string, content: string): HeadTag {
	return { name: 'meta', attributes: { name, content } };
}

export function property(name: string, content: string): HeadTag {
	return { name: 'meta', attributes: { property: name, content } };
}

export function link(rel: string, href: string): HeadTag {
	return { name: 'link', attributes: { rel, href } };
}

const feedTypes: Record<FeedFormat, string> = {
	rss: 'application/rss+xml',
	atom: 'application/atom+xml',
	json: 'application/feed+json',
};

/** Returns links to the feeds of a list, or to the main feeds if `feeds` is not given. */
export function feedLinks(site: Site, feeds = homeFeeds(site), name?: string): HeadTag[] {
	const title = name ? `${name} · ${site.name}` : site.name;
	return Object.entries(feeds).map(([format, href]) => ({
		name: 'link' as const,
		attributes: { rel: 'alternate', type: feedTypes[format as FeedFormat], title, href },
	}));
}

/** Returns a link to the feed of the replies to a post. */
export function replyFeedLink({ path, title }: Post, { address, language }: Site): HeadTag {
	const href = createUrls(address).postReplies(path);
	const name = messagesIn(language).feeds.repliesTo(title);
	return {
		name: 'link',
		attributes: { rel: 'alternate', type: feedTypes.rss, title: name, href },
	};
}

/**
 * Returns links to the versions of a page in several languages, itself among them. `other` is the path
 * for readers of none of these languages.
 * https://developers.google.com/search/docs/specialty/international/localized-versions
 */
export function alternateLinks(
	alternates: Alternates,
	other: string | undefined,
	{ address }: Site,
): HeadTag[] {
	const { absolute } = createUrls(address);
	const all = [...Object.entries(alternates), ...(other ? [['x-default', other] as const] : [])];
	return all.map(([hreflang, path]) => ({
		name: 'link',
		attributes: { rel: 'alternate', hreflang, href: absolute(path) },
	}));
}

function homeFeeds(site: Site) {
	const urls = urlsOf(site);
	return urls.feeds(urls.home);
}
