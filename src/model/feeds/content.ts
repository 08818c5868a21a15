import { escapeHtml } from '../text/html.ts';
import type { Post } from '../publication/posts.ts';
import { leadIn, textIn } from '../search/searchhtml.ts';
import { feedContent } from './cleanhtml.ts';

/**
 * The text of a post as feeds have it, taken from its finished page: the picture above it, the text,
 * and what is said below it of its origin. `url` is the address of the page.
 */
export function feedText(post: Post, page: string, url: string): string {
	const { firstPublished, disclosure, acknowledgements } = post;
	// In the words that Rogue Scholar takes for one text in two places.
	const origin = firstPublished
		? `<p>This text was originally published in <a href="${escapeHtml(firstPublished.url)}">${escapeHtml(firstPublished.in)}</a>.</p>`
		: '';
	const paragraph = (text: string | undefined) => (text ? `<p>${escapeHtml(text)}</p>` : '');
	const section = (title: string, html: string) => (html ? `<h2>${title}</h2>${html}` : '');
	const notes =
		section('Disclosure', paragraph(disclosure)) +
		section('Acknowledgments', origin + paragraph(acknowledgements));
	const prefix = post.id.replace('/', '-');
	return feedContent(leadIn(page) + textIn(page) + notes, { url, prefix });
}
