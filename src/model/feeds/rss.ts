import type { Feed, FeedItem, FeedPrinter } from './feed.ts';
import { escapeHtml } from '../text/html.ts';
import { element, opening, prolog, text } from './xml.ts';

/** RSS 2.0, https://www.rssboard.org/rss-specification. */
export const rss: FeedPrinter = {
	item: printItem,
	head: printHead,
	between: '',
	tail: '</channel></rss>\n',
};

function printHead(feed: Feed): string {
	const { style, title, home, description, language, updated, self, older, newer, current } = feed;
	const link = (rel: string, href: string | undefined) =>
		href && element('atom:link', { rel, href, type: 'application/rss+xml' });
	return [
		prolog(style),
		opening('rss', { version: '2.0', ...namespaces }),
		opening('channel', {}),
		text('title', title),
		text('link', home),
		text('description', escapeHtml(description)),
		text('language', language),
		text('lastBuildDate', updated?.toUTCString()),
		link('self', self.rss),
		current && element('fh:archive', {}),
		link('prev-archive', older?.rss),
		link('next-archive', newer?.rss),
		link('current', current?.rss),
	].join('');
}

const namespaces = {
	'xmlns:atom': 'http://www.w3.org/2005/Atom',
	'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
	'xmlns:creativeCommons': 'http://backend.userland.com/creativeCommonsRssModule',
	'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
	'xmlns:fh': 'http://purl.org/syndication/history/1.0',
};

function printItem(item: FeedItem, content: string): string {
	return element(
		'item',
		{},
		text('title', item.title),
		text('link', item.url),
		text('guid', item.id, { isPermaLink: 'false' }),
		text('pubDate', item.published.toUTCString()),
		// The `author` element of RSS allows only e-mail addresses.
		...item.authors.map(({ name }) => text('dc:creator', name)),
		...item.tags.map((tag) => text('category', tag)),
		// Feed readers take it for HTML.
		text('description', item.summary ? escapeHtml(item.summary) : undefined),
		text('content:encoded', content),
		text('dc:language', item.language),
		text('creativeCommons:license', item.license?.url),
	);
}
