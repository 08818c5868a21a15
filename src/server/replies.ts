import { createHmac } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import {
	formSchema,
	type FormField,
	type Manifest,
	type Submission,
	type WaitingReply,
} from '../model/replies.ts';
import { formEnd, formStart, received, replyForm } from '../model/replyform.ts';
import type { Site } from '../model/site.ts';
import { createUrls } from '../model/urls.ts';
import { escapeHtml } from '../model/html.ts';
import type { Store } from './store.ts';

/** What receives replies needs, wherever it runs. */
export interface ReceiverOptions {
	readonly site: Pick<Site, 'address'>;
	readonly store: Store;
	/** What posts take replies now. */
	readonly manifest: () => Promise<Manifest>;
	/** The page of a post, in which its form is given back; nothing if it cannot be had. */
	readonly page: (path: string) => Promise<string | undefined>;
	/** Makes ids that nobody can compute from a guess at an e-mail address. */
	readonly secret: string;
	/** Names whoever sent a request, without saying who it is. */
	readonly clientOf: (context: Context) => string;
	/** Words of spam, in lower case. */
	readonly blockedWords?: () => Promise<readonly string[]>;
	/** Told of each new reply that waits, after it is kept; what it does wrong concerns no reader. */
	readonly onWaiting?: (reply: WaitingReply, context: Context) => Promise<void>;
	readonly limits?: Partial<Limits>;
	readonly now?: () => number;
}

export interface Limits {
	/** Seconds between two replies of one client. WordPress has 15 as well. */
	readonly pause: number;
	/** Replies of one client in a day. */
	readonly day: number;
	/** Replies of all clients in an hour, before more are taken for spam. */
	readonly hour: number;
	/** Replies that may wait. */
	readonly waiting: number;
}

const usual: Limits = { pause: 15, day: 20, hour: 60, waiting: 5000 };
/** Bytes that a form may have: 20,000 letters, each of them three signs for each of three bytes. */
const largest = 256 * 1024;
/** Links in an honest reply. */
const mostLinks = 3;

/**
 * Receives replies: `POST` of the form, at whatever path it is mounted. A reply that is answered 303
 * is kept; every other answer gives the text back in a form that works.
 */
export function createReceiver(options: ReceiverOptions): Hono {
	const { site, store, manifest, secret, clientOf, onWaiting } = options;
	const { now = Date.now, blockedWords = async () => [] } = options;
	const limits = { ...usual, ...options.limits };
	const perPause = new RateLimiterMemory({ points: 1, duration: limits.pause });
	const perDay = new RateLimiterMemory({ points: limits.day, duration: 24 * 60 * 60 });
	const perHour = new RateLimiterMemory({ points: limits.hour, duration: 60 * 60 });
	const { origin } = new URL(site.address);
	const answer = createAnswer(options);
	const app = new Hono();

	app.post(
		'*',
		async (context, next) => {
			const type = context.req.header('content-type') ?? '';
			if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
				return answer(context, 415, 'This is not how a reply is sent.');
			return next();
		},
		bodyLimit({
			maxSize: largest,
			onError: (context) => answer(context, 413, 'This reply is too long.'),
		}),
		async (context) => {
			const form = await readForm(context);
			if (!form)
				return answer(context, 400, 'The reply did not arrive whole. Please send it again.');
			const { sent, repeated } = form;
			const say = (status: Status, message?: string, errors?: Errors) =>
				answer(context, status, message, sent, errors);
			if (!isOwn(context, origin))
				return say(
					403,
					'This form was not sent from the page of the post. Please send it from here.',
				);
			const parsed = formSchema.safeParse(sent);
			if (repeated || !parsed.success) {
				const errors = errorsOf(parsed.error?.issues ?? []);
				const odd = repeated || Object.keys(errors).length === 0;
				return say(
					422,
					odd ? 'This is not all of the form. Please send it from here.' : undefined,
					errors,
				);
			}
			const reply = parsed.data;

			const post = (await manifest())[reply.post];
			if (!post) return say(404, 'This post is not here any more, or takes no replies.');
			if (post.closes !== undefined && post.closes <= now())
				return say(410, 'This post takes no more replies.');
			if (reply.parent !== null && !post.replies.some(({ id }) => id === reply.parent))
				return say(422, 'What you answer is not here any more. Choose what to reply to.');

			const id = idOf(reply, secret);
			try {
				// Sending the same again is no second reply.
				if (!(await store.get(id))) {
					const client = clientOf(context);
					const wait = (await exceeded(perPause, client)) ?? (await exceeded(perDay, client));
					if (wait !== undefined) {
						context.header('Retry-After', String(wait));
						return say(429, `You are quick. Please send it again in ${inWords(wait)}.`);
					}
					const signals = signalsOf(reply, await blockedWords());
					if ((await exceeded(perHour, '')) !== undefined) signals.push('many replies this hour');
					const box = signals.length > 0 ? 'spam' : 'pending';
					if ((await store.list(box)).length >= limits.waiting)
						return say(
							503,
							'So many replies wait to be read that there is room for no more. Please come back later.',
						);
					const { nickname: _, ...fields } = reply;
					const waiting = { ...fields, id, date: new Date(now()).toISOString(), signals };
					await store.put(box, waiting);
					if (box === 'pending') void onWaiting?.(waiting, context).catch(() => undefined);
				}
			} catch (error) {
				console.error('A reply could not be kept:', (error as Error).message);
				return say(
					503,
					'Your reply could not be kept. Nothing is lost: it stands below. Please send it again later.',
				);
			}
			// A site elsewhere is named in full; here, whatever name it goes by is right.
			const host = context.req.header('origin') === origin ? origin : '';
			return context.redirect(`${host}${post.path}#${received}`, 303);
		},
	);
	app.all('*', (context) => {
		context.header('Allow', 'POST');
		return context.text('Replies are sent from the pages of posts.', 405);
	});
	return app;
}

type Status = 400 | 403 | 404 | 410 | 413 | 415 | 422 | 429 | 503;
type Sent = Readonly<Record<string, string>>;
type Errors = Readonly<Partial<Record<FormField, string>>>;

/** Answers with the page of the post, its form filled in; or with a page that has nothing else. */
function createAnswer({ site, manifest, page }: ReceiverOptions) {
	const urls = createUrls(site.address);
	return async (
		context: Context,
		status: Status,
		message?: string,
		sent: Sent = {},
		errors: Errors = {},
	) => {
		const id = sent['post'] ?? '';
		const post = await manifest().then(
			(posts) => (Object.hasOwn(posts, id) ? posts[id] : undefined),
			() => undefined,
		);
		const form = replyForm({
			action: new URL(context.req.url).pathname,
			post: id,
			replies: post?.replies ?? [],
			values: sent,
			errors,
			message,
		});
		context.header('Cache-Control', 'no-store');
		const whole = post && (await page(post.path).catch(() => undefined));
		const start = whole?.indexOf(formStart) ?? -1;
		const end = whole?.indexOf(formEnd, start) ?? -1;
		if (!whole || start < 0 || end < 0) return context.html(alone(form, urls.home), status);
		return context.html(whole.slice(0, start) + form + whole.slice(end + formEnd.length), status);
	};
}

/** Where the page of the post cannot be had: the text is what counts. */
function alone(form: string, home: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Your reply</title></head><body><main><h1>Your reply</h1>${form}<p><a href="${escapeHtml(home)}">Home</a></p></main></body></html>`;
}

/** What was sent, by field; and whether a field was sent twice. */
async function readForm(context: Context) {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer());
		const fields = [...new URLSearchParams(text)];
		// Percent-encoding may hide what is not UTF-8 either.
		if (fields.some(([, value]) => value.includes('\uFFFD')) && !text.includes('%EF%BF%BD'))
			return undefined;
		const sent: Record<string, string> = Object.assign(
			Object.create(null) as object,
			Object.fromEntries(fields),
		);
		return {
			sent: { ...sent },
			repeated: new Set(fields.map(([name]) => name)).size < fields.length,
		};
	} catch {
		return undefined;
	}
}

/** Whether a page of the site sent the form; browsers say so in one of two ways. */
function isOwn(context: Context, origin: string): boolean {
	return (
		context.req.header('origin') === origin ||
		context.req.header('sec-fetch-site') === 'same-origin'
	);
}

function errorsOf(
	issues: readonly {
		readonly path: readonly PropertyKey[];
		readonly message: string;
		readonly code: string;
	}[],
): Errors {
	const errors: Partial<Record<FormField, string>> = {};
	for (const { path, message, code } of issues) {
		const field = path[0] as FormField | undefined;
		if (field && !errors[field]) errors[field] = code === 'invalid_type' ? 'is missing' : message;
	}
	return errors;
}

/** The same for the same reply, and told from no other. */
function idOf({ post, parent, name, email, body }: Submission, secret: string): string {
	const digest = createHmac('sha256', secret)
		.update(JSON.stringify([post, parent, name, email, body]))
		.digest();
	const letters = 'abcdefghijklmnopqrstuvwxyz234567';
	return Array.from(digest.subarray(0, 12), (byte) => letters[byte % 32]).join('');
}

/** What speaks for spam. It decides where a reply waits, and never whether it is kept. */
function signalsOf({ nickname, body, name, url }: Submission, words: readonly string[]): string[] {
	const all = `${name}\n${url ?? ''}\n${body}`.toLowerCase();
	const links = body.match(/https?:\/\//gi)?.length ?? 0;
	return [
		...(nickname ? ['the field that nobody sees was filled in'] : []),
		...(links > mostLinks ? [`${links} links`] : []),
		...words.filter((word) => all.includes(word)).map((word) => `the word "${word}"`),
	];
}

/** The seconds to wait, if a client has been too quick. */
async function exceeded(limiter: RateLimiterMemory, client: string): Promise<number | undefined> {
	try {
		await limiter.consume(client);
		return undefined;
	} catch (rejected) {
		return Math.max(1, Math.ceil((rejected as RateLimiterRes).msBeforeNext / 1000));
	}
}

function inWords(seconds: number): string {
	if (seconds < 120) return `${seconds} seconds`;
	return seconds < 7200
		? `${Math.ceil(seconds / 60)} minutes`
		: `${Math.ceil(seconds / 3600)} hours`;
}
