import type { Feed, FeedItem, FeedPrinter } from './feed.ts';
import { doiUrl } from '../publication/urls.ts';
import { element, opening, prolog, text } from './xml.ts';

/** Atom, RFC 4287. */
export const atom: FeedPrinter = {
	item: printEntry,
	head: printHead,
	between: '',
	tail: '</feed>\n',
};

function printHead(feed: Feed): string {
	const { style, id, title, description, language, home, self, older, newer, current } = feed;
	const link = (rel: string, href: string | undefined, type = 'application/atom+xml') =>
		href && element('link', { rel, href, type });
	return [
		prolog(style),
		opening('feed', { ...namespaces, 'xml:lang': language }),
		text('id', uriOf(id)),
		text('title', title),
		text('subtitle', description),
		text('updated', (feed.updated ?? new Date(0)).toISOString()),
		link('self', self.atom),
		link('alternate', home, 'text/html'),
		current && element('fh:archive', {}),
		link('prev-archive', older?.atom),
		link('next-archive', newer?.atom),
		link('current', current?.atom),
	].join('');
}

const namespaces = {
	xmlns: 'http://www.w3.org/2005/Atom',
	'xmlns:fh': 'http://purl.org/syndication/history/1.0',
};

function printEntry(item: FeedItem, content: string): string {
	return element(
		'entry',
		{ 'xml:lang': item.language },
		text('id', uriOf(item.id)),
		text('title', item.title),
		text('published', item.published.toISOString()),
		text('updated', item.updated.toISOString()),
		...item.authors.map(({ name, url }) =>
			element('author', {}, text('name', name), text('uri', url)),
		),
		element('link', { rel: 'alternate', href: item.url, type: 'text/html' }),
		item.license && element('link', { rel: 'license', href: item.license.url }),
		item.doi && element('link', { rel: 'cite-as', href: doiUrl(item.doi) }),
		...item.tags.map((tag) => element('category', { term: tag })),
		text('rights', item.license?.label),
		text('summary', item.summary),
		text('content', content, { type: 'html' }),
	);
}

/**
 * Percent-encodes what cannot stand in a URI, because validators refuse other ids. The ids of Ghost, which
 * had no Atom feed, are none.
 */
function uriOf(id: string): string {
	if (!id.includes(':')) return `urn:x-ghost:${id}`;
	return id.replace(/[^\x21-\x7E]/gu, encodeURIComponent);
}
