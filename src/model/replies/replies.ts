import { z } from 'astro/zod';
import type { Site } from '../publication/site.ts';
import { order } from '../text/text.ts';

/** What a reader may write: the bounds of WordPress's form, but for the text. */
export const bounds = { name: 245, email: 100, url: 200, body: 20_000 } as const;

/** Twelve signs of a keyed digest, or a number that another system gave. */
const idPattern = /^([a-z2-7]{12}|wp-\d+)$/;
const postPattern = /^\d{4}\/[a-z0-9]+(-[a-z0-9]+)*$/;

const id = z.string().regex(idPattern, 'must be the id of a reply, as its file is called');
const line = (most: number) =>
	z
		.string()
		.transform((text) => text.replace(/\s+/g, ' ').trim())
		.pipe(z.string().min(1, 'is missing').max(most, `must be at most ${most} characters`));
const website = z
	.url({ protocol: /^https?$/, error: 'must be a web address that starts with https://' })
	.max(bounds.url, `must be at most ${bounds.url} characters`);
const body = z
	.string()
	.refine((text) => text.trim() !== '', 'is missing')
	.refine((text) => text.length <= bounds.body, `must be at most ${bounds.body} characters`);

/** A published reply, as its file has it. There is no room for an e-mail address. */
export const replySchema = z.strictObject({
	id: id.describe('As the file is called; it stands in the address of the reply.'),
	post: z.string().regex(postPattern, 'must be the id of a post, such as 2019/slug'),
	parent: id.nullable().describe('The reply that this one answers.'),
	name: line(bounds.name).describe('As the reader gave it.'),
	url: website.nullable().describe('The reader’s own page.'),
	date: z.iso.datetime('must be a moment in UTC, such as 2026-11-24T08:00:00.000Z'),
	body: body.describe('The text, with a little Markdown.'),
});
export type ReplyData = z.output<typeof replySchema>;

/** What the form sends, cleaned of what no text needs. Anything else is refused. */
export const formSchema = z.strictObject({
	post: z.string().regex(postPattern, 'is no post'),
	parent: z.union([z.literal('').transform(() => null), id]).default(null),
	name: z.string().transform(cleaned).pipe(line(bounds.name)),
	email: z
		.string()
		.trim()
		.min(1, 'is missing')
		.max(bounds.email, `must be at most ${bounds.email} characters`)
		.regex(z.regexes.html5Email, 'must be an e-mail address such as name@example.org'),
	url: z
		.union([
			z.literal('').transform(() => null),
			z
				.string()
				.transform((text) => cleaned(text).trim())
				.pipe(
					website.refine(
						(text) => !/[\s\p{Cc}\p{Cf}]/u.test(text),
						'must be a web address that starts with https://',
					),
				),
		])
		.default(null),
	body: z.string().transform(cleaned).pipe(body),
	/** Nobody sees this field but programs that fill in every one. */
	nickname: z.string().optional(),
});
export type Submission = z.output<typeof formSchema>;
export type FormField = keyof Submission;

/**
 * A text without control characters, its lines ended one way. Marks that join letters stay: Mongolian
 * script and emoji need them.
 */
function cleaned(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '');
}

/** A reply that waits for an editor, or is done with: private, for it has the reader's address. */
export const waitingSchema = replySchema.extend({
	/** Gone some time after the decision. */
	email: z.string().nullable(),
	/** Why it was taken for spam, if it was. */
	signals: z.array(z.string()),
	/** When an editor decided, and who. */
	decided: z.strictObject({ at: z.iso.datetime(), by: z.string() }).optional(),
});
export type WaitingReply = z.output<typeof waitingSchema>;

/** A published reply, in its place below those it answers. */
export interface Reply extends Omit<ReplyData, 'post'> {
	/** Its anchor on the page of the post. */
	readonly anchor: string;
	readonly html: string;
	readonly children: readonly Reply[];
}

/** A reply and what its text looks like. */
export type RenderedReply = ReplyData & { readonly html: string };

/** Replies to one post as a tree, oldest first; one whose parent is gone moves up. */
export function threads(replies: readonly RenderedReply[]): readonly Reply[] {
	const ids = new Set(replies.map(({ id }) => id));
	const sorted = replies.toSorted((a, b) => order(a.date, b.date) || order(a.id, b.id));
	const parentOf = ({ id, parent }: RenderedReply) =>
		parent && parent !== id && ids.has(parent) ? parent : null;
	const placed = new Set<string>();
	const below = (parent: string | null): Reply[] =>
		sorted
			.filter((reply) => parentOf(reply) === parent && !placed.has(reply.id))
			.map(({ post: _, ...reply }) => {
				placed.add(reply.id);
				return { ...reply, anchor: anchorOf(reply.id), children: below(reply.id) };
			});
	const tree = below(null);
	// Two that answer each other would be lost.
	const rest = sorted.filter(({ id }) => !placed.has(id));
	return rest.length === 0
		? tree
		: threads(replies.map((one) => (rest.includes(one) ? { ...one, parent: null } : one)));
}

/** Replies of a tree, in the order of the page. */
export function flat(tree: readonly Reply[]): Reply[] {
	return tree.flatMap((reply) => [reply, ...flat(reply.children)]);
}

/** Links to comments of a blog that moved in lead to the same here. */
function anchorOf(id: string): string {
	return id.startsWith('wp-') ? `comment-${id.slice(3)}` : `reply-${id}`;
}

/** When a post takes no more replies, in milliseconds since 1970 UTC; `undefined` if it always does. */
export function closesAt(date: number, { replies }: Pick<Site, 'replies'>): number | undefined {
	return replies.closeAfterDays === undefined
		? undefined
		: date + replies.closeAfterDays * 24 * 60 * 60 * 1000;
}
