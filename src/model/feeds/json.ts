import type { Feed, FeedItem } from '../feeds.ts';

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, with the texts `contentOf` gives. */
export function toJsonFeed(feed: Feed, contentOf: (item: FeedItem) => string): string {
	const { title, home, self, description, language, items } = feed;
	const document = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: home,
		feed_url: self.json,
		description,
		language,
		items: items.map((item) => itemOf(item, contentOf(item))),
	};
	return `${JSON.stringify(document)}\n`;
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
