import markdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { parseFields } from '../model/fields.ts';
import { finding } from '../model/problems.ts';
import { replySchema, type RenderedReply } from '../model/replies.ts';
import type { Reading } from './reading.ts';
import { parseYaml, place } from './source.ts';

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

/** What a file of a reply says; it belongs at `<post>/<id>`, and lies at `path`. */
export function readReply(file: string, path: string, content: string): Reading<RenderedReply> {
	// Its characters are the reader's, however odd.
	const source = parseYaml(file, content);
	const fields =
		source.data === undefined ? undefined : parseFields(file, source.data, replySchema);
	const { data } = replySchema.safeParse(source.data);
	const right = data && `${data.post}/${data.id}`;
	const findings = [
		...source.findings,
		...(fields?.findings ?? []),
		...(right && right !== path
			? [finding('misplaced-reply', file, ['id'], `replies/${right}.yaml`)]
			: []),
	];
	return {
		raw: undefined,
		data: data && findings.length === 0 ? { ...data, html: renderReply(data.body) } : {},
		text: undefined,
		body: undefined,
		problems: findings.map((found) => place(found, source)),
	};
}
