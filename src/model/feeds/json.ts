import { doiUrl } from '../publication/urls.ts';
import type { Feed, FeedItem, FeedPrinter } from './feed.ts';

/** JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/. */
export const json: FeedPrinter = {
	item: (item, content) => JSON.stringify(itemOf(item, content)),
	head: printHead,
	between: ',',
	tail: ']}\n',
};

function printHead(feed: Feed): string {
	const { title, home, self, description, language } = feed;
	const head = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: home,
		feed_url: self.json,
		description,
		language,
	};
	return `${JSON.stringify(head).slice(0, -1)},"items":[`;
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
		...(item.doi && { _citation: { url: doiUrl(item.doi) } }),
	};
}
