import type { FeedFile, FeedItem } from './feed.ts';
import { latest } from './feeds.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Lists } from '../publication/lists.ts';
import type { Post } from '../publication/posts.ts';
import type { Publication } from '../publication/publication.ts';
import { flat } from '../replies/replies.ts';
import { order } from '../text/text.ts';

/** The maximum number of replies in the feed of all posts. */
const newestReplies = 50;

/**
 * Returns the reply feeds: in each language of the site the newest replies to all posts, and all
 * replies to each post.
 */
export function replyFeedFiles({ lists, posts }: Publication): FeedFile[] {
	return lists.flatMap((one) =>
		feedsOf(
			one,
			posts.filter(
				({ hasReplyFeed, pageLanguage }) => hasReplyFeed && pageLanguage === one.site.language,
			),
		),
	);
}

function feedsOf({ site, urls }: Lists, posts: readonly Post[]): FeedFile[] {
	const words = messagesIn(site.language).feeds;
	const itemsOf = (post: Post): FeedItem[] =>
		flat(post.threads).map(({ id, anchor, name, url, date, html }) => ({
			id: `${site.feedId}reply/${id}`,
			post: post.id,
			content: html,
			url: `${urls.absolute(post.path)}#${anchor}`,
			title: words.replyOn(name, post.title),
			authors: [{ name, url: url ?? '' }],
			published: new Date(date),
			updated: new Date(date),
			summary: '',
			language: post.language,
			tags: [],
		}));
	const feed = (
		path: string,
		list: string,
		title: string,
		items: readonly FeedItem[],
	): FeedFile => ({
		path,
		format: 'rss',
		feed: {
			id: `${site.feedId}replies${urls.param(list)}`,
			title,
			description: title,
			language: site.language,
			home: urls.absolute(list),
			self: { rss: urls.absolute(path) },
			style: urls.feedStyle,
			updated: latest(items),
			items: items.toSorted((a, b) => +b.published - +a.published || order(a.id, b.id)),
		},
	});
	const own = posts.map((post) => ({ post, items: itemsOf(post) }));
	const all = own
		.flatMap(({ items }) => items)
		.sort((a, b) => +b.published - +a.published || order(a.id, b.id));
	return [
		feed(urls.replyFeed, urls.home, `${words.replies} · ${site.name}`, all.slice(0, newestReplies)),
		...own.map(({ post, items }) =>
			feed(urls.postReplies(post.path), post.path, words.repliesTo(post.title), items),
		),
	];
}
