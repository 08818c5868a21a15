import markdownIt from 'markdown-it';
import sanitize from 'sanitize-html';

/** What readers may write, of Markdown: no HTML, no images, no headings. */
const markdown = markdownIt('zero', { html: false, breaks: true, linkify: false }).enable([
	'autolink',
	'backticks',
	'blockquote',
	'emphasis',
	'entity',
	'escape',
	'fence',
	'link',
	'list',
	'newline',
]);
markdown.validateLink = (url) => /^(https?:\/\/|mailto:)/i.test(url.trim());

/** A second wall: whatever the first lets through, only this remains. */
const allowed: sanitize.IOptions = {
	allowedTags: ['p', 'br', 'em', 'strong', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	transformTags: {
		a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow ugc noopener' } }),
	},
};

/** The text of a reply as HTML, which can do nothing but be read. */
export function renderReply(body: string): string {
	return sanitize(markdown.render(body), allowed).trim();
}
