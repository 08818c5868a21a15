import type { ElementContent, Root } from 'hast';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { bounds, replySchema, type ReplyData } from '../model/replies/replies.ts';
import { parseHtml } from './markup/mdx.ts';
import { tidy } from './markup/tidy.ts';
import type { ExportedReply } from './records.ts';

/** The replies to a post, and what could not be kept of them. */
export interface ImportedReplies {
	readonly published: readonly ReplyData[];
	readonly waiting: readonly (ReplyData & { readonly email: string | null })[];
	/** A sentence for each reply that lost something, or that is left out. */
	readonly told: readonly string[];
}

/**
 * Returns the replies to `post` as files have them. Ids begin with `wp-`, so that links to
 * `#comment-12` go on to work. A reply to one that is left out answers the nearest that is not.
 * `authorOf` gives the id of an author by the number of the account.
 */
export function toReplies(
	post: string,
	replies: readonly ExportedReply[],
	authorOf: (account: string) => string | undefined,
): ImportedReplies {
	const byId = new Map(replies.map((reply) => [reply.id, reply]));
	const told: string[] = [];
	const made = replies.flatMap((reply) => {
		const tell = (sentence: string) => void told.push(`Reply ${reply.id}: ${sentence}`);
		const data = replyOf(reply, post, authorOf, tell);
		return data ? [{ data, reply }] : [];
	});
	const kept = new Set(made.map(({ reply }) => reply.id));
	const parentOf = (reply: ExportedReply): string | null => {
		const above: string[] = [];
		for (let id = reply.parent; id !== undefined && !above.includes(id); id = byId.get(id)?.parent)
			above.push(id);
		// Who answers an answer of their own would be shown nowhere.
		const parent = above.includes(reply.id) ? undefined : above.find((id) => kept.has(id));
		return parent === undefined ? null : `wp-${parent}`;
	};
	const whole = made.map(({ data, reply }) => ({
		data: { ...data, parent: parentOf(reply) },
		reply,
	}));
	return {
		published: whole.filter(({ reply }) => reply.state === 'published').map(({ data }) => data),
		waiting: whole
			.filter(({ reply }) => reply.state === 'waiting')
			.map(({ data, reply }) => ({ ...data, email: reply.email ?? null })),
		told,
	};
}

function replyOf(
	{ id, name, url, date, html, account }: ExportedReply,
	post: string,
	authorOf: (account: string) => string | undefined,
	tell: (sentence: string) => void,
): ReplyData | undefined {
	const author = account === undefined ? undefined : authorOf(account);
	const data = {
		id: `wp-${id}`,
		post,
		parent: null,
		name: name || 'Anonymous',
		url: url ?? null,
		date: `${date.replace(' ', 'T')}.000Z`,
		body: markdownOf(html),
		...(author !== undefined && { author }),
	};
	const parsed = replySchema.safeParse(data);
	if (parsed.success) return parsed.data;
	const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
	const lesser = {
		...data,
		url: wrong.has('url') ? null : data.url,
		name: wrong.has('name') ? data.name.slice(0, bounds.name).toWellFormed() : data.name,
	};
	const again = replySchema.safeParse(lesser);
	if (again.success) {
		tell(`its ${[...wrong].join(' and ')} could not be kept as written.`);
		return again.data;
	}
	tell(
		`left out, because of its ${again.error.issues.map(({ path }) => path.join('.')).join(', ')}.`,
	);
	return undefined;
}

const printer = unified()
	.use(rehypeRemark)
	.use(remarkStringify, { bullet: '-', emphasis: '*', fences: true } as never)
	.freeze();

/** What replies can have. Of all else, the words stay. */
const allowed = /^(p|br|em|i|strong|b|a|code|pre|blockquote|ul|ol|li)$/;

/** Returns the text of a comment, which has HTML in it, in the Markdown of replies. */
function markdownOf(html: string): string {
	const tree = parseHtml(html);
	tree.children = tree.children.flatMap((child) => simplified(child as ElementContent));
	linkAddresses(tree);
	tidy(tree);
	return printer.stringify(printer.runSync(tree) as never).trim();
}

function simplified(node: ElementContent): ElementContent[] {
	if (node.type !== 'element') return node.type === 'text' ? [node] : [];
	if (/^(script|style)$/.test(node.tagName)) return [];
	const children = node.children.flatMap(simplified);
	if (!allowed.test(node.tagName)) return children;
	const href = node.properties['href'];
	const isLink = node.tagName === 'a' && /^(https?:\/\/|mailto:)/i.test(String(href));
	if (node.tagName === 'a')
		return isLink ? [{ ...node, properties: { href: href! }, children }] : children;
	return [{ ...node, properties: {}, children }];
}

/** WordPress links the addresses in comments when it shows them. */
function linkAddresses(tree: Root): void {
	visit(tree, (node, index, parent) => {
		if (node.type === 'element' && /^(a|pre|code)$/.test(node.tagName)) return 'skip';
		if (node.type !== 'text' || !parent || index === undefined) return undefined;
		const parts = node.value.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/i);
		if (parts.length === 1) return undefined;
		const made = parts.map((value, place): ElementContent => {
			const text: ElementContent = { type: 'text', value };
			return place % 2
				? { type: 'element', tagName: 'a', properties: { href: value }, children: [text] }
				: text;
		});
		parent.children.splice(index, 1, ...made);
		return index + made.length;
	});
}
