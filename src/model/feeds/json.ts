import type { Feed, FeedItem } from '../feeds.ts';

/**
 * JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, with the texts `contentOf` gives. In pieces,
 * because that of everything is larger than a string should be.
 */
export function toJsonFeed(feed: Feed, contentOf: (item: FeedItem) => string): string[] {
	const { title, home, self, description, language, items } = feed;
	const head = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: home,
		feed_url: self.json,
		description,
		language,
	};
	const print = (item: FeedItem) => JSON.stringify(itemOf(item, contentOf(item)));
	return [
		`${JSON.stringify(head).slice(0, -1)},"items":[`,
		...items.map((item, index) => (index > 0 ? ',' : '') + print(item)),
		']}\n',
	];
}

function itemOf(item: FeedItem, content: string) {
	return {
		id: item.id,
		url: item.url,
		title: item.title,
		summary: item.summary,
		content_html: content,
		date_published: item.published.toISOString(),
		date_modified: item.updated.toISOString(),
		authors: item.authors.map(({ name, url }) => ({ name, url })),
		tags: item.tags,
		language: item.language,
		// Extensions begin with an underscore.
		...(item.license && { _license: item.license }),
		...(item.doi && { _citation: { url: `https://doi.org/${item.doi}` } }),
	};
}
