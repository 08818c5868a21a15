import type { Feed, FeedItem } from '../feeds.ts';
import { document, element, text } from './xml.ts';

/** Atom, RFC 4287, with the texts `contentOf` gives. */
export function toAtom(feed: Feed, contentOf: (item: FeedItem) => string): string {
	const { id, title, description, language, home, self, older, newer, current } = feed;
	const link = (rel: string, href: string | undefined, type = 'application/atom+xml') =>
		href && element('link', { rel, href, type });
	const root = element(
		'feed',
		{ ...namespaces, 'xml:lang': language },
		text('id', id),
		text('title', title),
		text('subtitle', description),
		text('updated', feed.updated.toISOString()),
		link('self', self.atom),
		link('alternate', home, 'text/html'),
		current && element('fh:archive', {}),
		link('prev-archive', older?.atom),
		link('next-archive', newer?.atom),
		link('current', current?.atom),
		...feed.items.map((item) => entryOf(item, contentOf(item))),
	);
	return document(root, feed.style);
}

const namespaces = {
	xmlns: 'http://www.w3.org/2005/Atom',
	'xmlns:fh': 'http://purl.org/syndication/history/1.0',
};

function entryOf(item: FeedItem, content: string): string {
	return element(
		'entry',
		{ 'xml:lang': item.language },
		text('id', item.id),
		text('title', item.title),
		text('published', item.published.toISOString()),
		text('updated', item.updated.toISOString()),
		...item.authors.map(({ name, url }) =>
			element('author', {}, text('name', name), text('uri', url)),
		),
		element('link', { rel: 'alternate', href: item.url, type: 'text/html' }),
		item.license && element('link', { rel: 'license', href: item.license.url }),
		item.doi && element('link', { rel: 'cite-as', href: `https://doi.org/${item.doi}` }),
		...item.tags.map((tag) => element('category', { term: tag })),
		text('rights', item.license?.label),
		text('summary', item.summary),
		text('content', content, { type: 'html' }),
	);
}
