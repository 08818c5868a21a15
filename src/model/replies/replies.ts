import { z } from 'astro/zod';
import { formatDate, parseDate, today } from '../publication/dates.ts';
import type { Site } from '../publication/site.ts';
import { excerpt, order } from '../text/text.ts';

/** The maximum lengths of the form's fields. All except `body` are the limits of WordPress. */
export const bounds = { name: 245, email: 100, url: 200, body: 20_000 } as const;

/** Twelve characters of a keyed digest, or `wp-` and the comment number from WordPress. */
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
	.max(bounds.body, `must be at most ${bounds.body} characters`);

/** The file of a published reply. It has no field for an e-mail address. */
export const replySchema = z.strictObject({
	id: id.describe('As the file is called; it stands in the address of the reply.'),
	post: z.string().regex(postPattern, 'must be the id of a post, such as 2019/slug'),
	parent: id.nullable().describe('The reply that this one answers.'),
	name: line(bounds.name).describe('As the reader gave it.'),
	url: website.nullable().describe('The reader’s own page.'),
	date: z.iso.datetime('must be a moment in UTC, such as 2026-11-24T08:00:00.000Z'),
	body: body.describe('The text, with a little Markdown.'),
	author: z
		.string()
		.optional()
		.describe('The id of the author of the post, if it is they who answer here.'),
});
export type ReplyData = z.output<typeof replySchema>;

/** The data of the form, cleaned. Unknown fields are an error. */
export const formSchema = z.strictObject({
	post: z.string().regex(postPattern, 'is no post'),
	parent: z.union([z.literal('').transform(() => null), id]).default(null),
	name: z.string().transform(cleaned).pipe(line(bounds.name)),
	email: z
		.string()
		.trim()
		.min(1, 'is missing')
		.max(bounds.email, `must be at most ${bounds.email} characters`)
		.regex(z.regexes.unicodeEmail, 'must be an e-mail address such as name@example.org'),
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
	/** A honeypot: readers do not see this field, but spam programs fill it in. */
	nickname: z.string().optional(),
});
export type Submission = z.output<typeof formSchema>;
export type FormField = keyof Submission;

/**
 * Removes control characters and makes all line ends `\n`. Keeps characters that join letters,
 * because Mongolian script and emoji need them.
 */
function cleaned(text: string): string {
	return text
		.toWellFormed()
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\n\t]/gu, '');
}

/** A reply before or after an editor's decision. Private, because it has the e-mail address. */
export const waitingSchema = replySchema.extend({
	/** The e-mail address. It is deleted some time after the decision. */
	email: z.string().nullable(),
	/** The reasons to treat the reply as spam. */
	signals: z.array(z.string()),
	/** The time of the decision and the name of the editor. */
	decided: z.strictObject({ at: z.iso.datetime(), by: z.string() }).optional(),
});
export type WaitingReply = z.output<typeof waitingSchema>;

/** A published reply, with the answers to it. */
export interface Reply extends Omit<ReplyData, 'post'> {
	/** Its anchor on the page of the post. */
	readonly anchor: string;
	/** Its day in the time zone of the site, such as `2019-08-07`. */
	readonly day: string;
	readonly html: string;
	readonly children: readonly Reply[];
}

/** A reply with its text as HTML. */
export type RenderedReply = ReplyData & { readonly html: string };

/**
 * Returns the replies to a post as a tree, oldest first. A reply without parent is a root. `timeZone`
 * is an IANA name.
 */
export function threads(replies: readonly RenderedReply[], timeZone: string): readonly Reply[] {
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
				return {
					...reply,
					anchor: anchorOf(reply.id),
					day: today(new Date(reply.date), timeZone),
					children: below(reply.id),
				};
			});
	const tree = below(null);
	// Replies that answer each other have no root.
	const rest = sorted.filter(({ id }) => !placed.has(id));
	return rest.length === 0
		? tree
		: threads(
				replies.map((one) => (rest.includes(one) ? { ...one, parent: null } : one)),
				timeZone,
			);
}

/** Returns all replies of a tree, in page order. */
export function flat(tree: readonly Reply[]): Reply[] {
	return tree.flatMap((reply) => [reply, ...flat(reply.children)]);
}

/** A reply that readers can answer, and what the form calls it. */
export interface Answerable {
	readonly id: string;
	readonly label: string;
}

/** Returns what the form needs to know of replies. Name, day and first words tell them apart. */
export function answerable(tree: readonly Reply[], language: string): Answerable[] {
	return flat(tree).map(({ id, name, day, body }) => ({
		id,
		label: `${name}, ${formatDate(parseDate(day)!, language)}: ${excerpt(body, 40)}`,
	}));
}

/** Replies from WordPress keep their anchors, so that old links still work. */
function anchorOf(id: string): string {
	return id.startsWith('wp-') ? `comment-${id.slice(3)}` : `reply-${id}`;
}

/** Returns when replies close, in milliseconds since 1970 UTC, or `undefined` if never. */
export function closesAt(date: number, { replies }: Pick<Site, 'replies'>): number | undefined {
	return replies.closeAfterDays === undefined
		? undefined
		: date + replies.closeAfterDays * 24 * 60 * 60 * 1000;
}
