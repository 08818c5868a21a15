import { directionOf } from '../text/direction.ts';
import { escapeHtml } from '../text/html.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Post } from '../publication/posts.ts';
import { leadIn, textIn } from '../search/searchhtml.ts';
import { feedContent } from './cleanhtml.ts';

/**
 * Returns the feed content of a post from its HTML page: the lead image, the text and the notes
 * below it. `url` is the full URL of the page, `language` that of its interface. Throws if the page has no text.
 */
export function feedText(post: Post, page: string, url: string, language: string): string {
	const { firstPublished, disclosure, acknowledgements } = post;
	const { post: words, feeds } = messagesIn(language);
	const origin = firstPublished
		? `<p>${feeds.origin(`<a href="${escapeHtml(firstPublished.url)}">${escapeHtml(firstPublished.in)}</a>`)}</p>`
		: '';
	const paragraph = (text: string | undefined) => (text ? `<p>${escapeHtml(text)}</p>` : '');
	const section = (title: string, html: string) => (html ? `<h2>${title}</h2>${html}` : '');
	const notes =
		section(words.disclosure, paragraph(disclosure)) +
		section(feeds.acknowledgements, origin + paragraph(acknowledgements));
	const prefix = post.id.replace('/', '-');
	const html = feedContent(leadIn(page) + textIn(page) + notes, { url, prefix });
	// Feed readers take the direction of their own pages.
	return directionOf(post.language) === 'rtl' ? `<div dir="rtl">${html}</div>` : html;
}
