import markdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { parseFields } from '../../model/content/fields.ts';
import { finding, type Problem } from '../../model/checks/problems.ts';
import { replySchema, type RenderedReply } from '../../model/replies/replies.ts';
import { place } from '../parse/locate.ts';
import { parseYaml } from '../parse/source.ts';

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

/** The reply in a file, if nothing is wrong with it. */
export interface ReplyReading {
	readonly data: Partial<RenderedReply>;
	readonly problems: readonly Problem[];
}

/** What a file of a reply says; it belongs at `<post>/<id>`, and lies at `path`. */
export function readReply(file: string, path: string, content: string): ReplyReading {
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
		data: data && findings.length === 0 ? { ...data, html: renderReply(data.body) } : {},
		problems: findings.map((found) => place(found, source)),
	};
}
