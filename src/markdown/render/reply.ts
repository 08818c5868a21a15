import markdownIt from 'markdown-it';
import sanitize from 'sanitize-html';
import { parseFields } from '../../model/content/fields.ts';
import { finding, type Problem } from '../../model/checks/problems.ts';
import { replySchema, type RenderedReply } from '../../model/replies/replies.ts';
import { place } from '../parse/locate.ts';
import { parseYaml } from '../parse/source.ts';

/** The Markdown that readers may write: no HTML, no images, no headings. */
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

/** The allow-list for the sanitizer: a second line of defence behind the parser. */
const allowed: sanitize.IOptions = {
	allowedTags: ['p', 'br', 'em', 'strong', 'a', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li'],
	allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
	allowedSchemes: ['http', 'https', 'mailto'],
	allowProtocolRelative: false,
	transformTags: {
		a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow ugc noopener' } }),
	},
};

/** Renders the Markdown of a reply. Returns HTML with allowed elements and attributes only. */
export function renderReply(body: string): string {
	return sanitize(markdown.render(body), allowed).trim();
}

/** A reply read from a file; `data` is empty if the file has a problem. */
export interface ReplyReading {
	readonly data: Partial<RenderedReply>;
	readonly problems: readonly Problem[];
}

/**
 * Reads and checks the file of a reply. `path` is its path below `replies/`, without extension; it
 * must be `<post>/<id>`.
 */
export function readReply(file: string, path: string, content: string): ReplyReading {
	// No rule checks the characters: readers may write any.
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
