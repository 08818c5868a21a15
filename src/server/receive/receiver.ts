import { createHmac } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { formSchema, type Submission, type WaitingReply } from '../../model/replies/replies.ts';
import { formatDuration, messagesIn } from '../../model/messages/messages.ts';
import { received, type FieldErrors } from '../../model/replies/replyform.ts';
import { createAnswer, type AnswerOptions, type Say, type Status } from './answers.ts';
import { errorsOf, isOwn, readForm } from './forms.ts';
import { createLimiter, exceeded, usualLimits, type Limits } from './limits.ts';
import { signalsOf } from './spamsignals.ts';
import type { Store } from '../store/store.ts';

export interface ReceiverOptions extends AnswerOptions {
	/** Without a store, every reply is refused and its text is given back. */
	readonly store?: Store | undefined;
	/** Whether the site is on another host than the receiver. */
	readonly isElsewhere?: boolean;
	/** The key for the ids of replies. Without it, an id could confirm a guessed e-mail address. */
	readonly secret: string;
	/** Returns a key for the client of a request that does not reveal the IP address. */
	readonly clientOf: (context: Context) => string;
	/** Resolves to words that mark spam, in lower case. */
	readonly blockedWords?: () => Promise<readonly string[]>;
	/** Called after a new reply is stored as pending. Its errors are ignored. */
	readonly onWaiting?: (reply: WaitingReply, context: Context) => Promise<void>;
	readonly limits?: Partial<Limits>;
	readonly now?: () => number;
}

/**
 * The maximum size of a form, in bytes. A text of 20,000 letters needs up to 180,000:
 * percent-encoding takes three characters for each of three bytes per letter.
 */
const largest = 256 * 1024;

/** What to say of a request whose text was not read: only the browser has it. */
const unread =
	(name: 'failed' | 'format' | 'tooLong' | 'notWhole'): Say =>
	(words) =>
		`${words[name]} ${words.back}`;

/**
 * Creates the app that receives replies: a `POST` of the form, at any path. Status 303 means that
 * the reply is stored. Every other response gives the text back in a working form, if it could be
 * read.
 */
export function createReceiver(options: ReceiverOptions): Hono {
	const { site, store, manifest, secret, now = Date.now } = options;
	const { origin } = new URL(site.address);
	const answer = createAnswer(options);
	const app = new Hono();
	const keep = createKeeper(options);
	app.onError((error, context) => {
		console.error('A reply could not be received:', error.name);
		return answer(context, 503, unread('failed'));
	});

	app.post(
		'*',
		async (context, next) => {
			const type = context.req.header('content-type') ?? '';
			if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
				return answer(context, 415, unread('format'));
			return next();
		},
		bodyLimit({
			maxSize: largest,
			onError: (context) => answer(context, 413, unread('tooLong')),
		}),
		async (context) => {
			const form = await readForm(context);
			if (!form) return answer(context, 400, unread('notWhole'));
			const { sent, repeated } = form;
			const say = (status: Status, message?: Say, errors?: FieldErrors) =>
				answer(context, status, message, sent, errors);
			if (!isOwn(context, origin)) return say(403, ({ foreign }) => foreign);
			const parsed = formSchema.safeParse(sent);
			if (repeated || !parsed.success) {
				const errors = errorsOf(parsed.error?.issues ?? []);
				const odd = repeated || Object.keys(errors).length === 0;
				return say(422, odd ? ({ damaged }) => damaged : undefined, errors);
			}
			const reply = parsed.data;

			if (!store) return say(410, ({ noReplies }) => noReplies);
			const posts = await manifest().catch(() => undefined);
			if (!posts) return say(503, ({ notKept }) => notKept);
			const post = Object.hasOwn(posts, reply.post) ? posts[reply.post] : undefined;
			if (!post) return say(404, ({ gone }) => gone);
			if (post.closes !== undefined && post.closes <= now())
				return say(410, ({ closed }) => closed);
			if (reply.parent !== null && !post.replies.some(({ id }) => id === reply.parent))
				return say(422, ({ parentGone }) => parentGone);

			const id = idOf(reply, secret);
			try {
				const refusal = await keep(store, id, reply, context);
				if (refusal?.wait) context.header('Retry-After', String(refusal.wait));
				if (refusal) return say(refusal.status, refusal.message);
			} catch (error) {
				const { code, name } = error as NodeJS.ErrnoException;
				console.error('A reply could not be kept:', code ?? name);
				return say(503, ({ notKept }) => notKept);
			}
			// On the same host, a relative address works under any host name.
			const named = options.isElsewhere || context.req.header('origin') === origin;
			const host = named ? origin : '';
			return context.redirect(`${host}${post.path}#${received}`, 303);
		},
	);
	app.all('*', (context) => {
		context.header('Allow', 'POST');
		return context.text(messagesIn(site.language).answers.onlyForms, 405);
	});
	return app;
}

/** The reason why a reply is not stored, and the seconds to wait before the next attempt. */
interface Refusal {
	readonly status: Status;
	readonly message: Say;
	readonly wait?: number;
}

/**
 * Returns a function that stores a reply within the limits. It resolves to a refusal; `undefined`
 * if the reply is stored. The same reply, sent again, is stored once.
 */
function createKeeper(options: ReceiverOptions) {
	const { clientOf, onWaiting, now = Date.now, blockedWords = async () => [] } = options;
	const limits = { ...usualLimits, ...options.limits };
	const perPause = createLimiter(1, limits.pause);
	const perDay = createLimiter(limits.day, 24 * 60 * 60);
	const perHour = createLimiter(limits.hour, 60 * 60);

	const keep = async (
		store: Store,
		id: string,
		reply: Submission,
		context: Context,
	): Promise<Refusal | undefined> => {
		if (await store.get(id)) return undefined;
		const client = clientOf(context);
		const wait = (await exceeded(perPause, client)) ?? (await exceeded(perDay, client));
		if (wait !== undefined) {
			const message: Say = (words, language) => words.tooMany(formatDuration(wait, language));
			return { status: 429, message, wait };
		}
		const signals = signalsOf(reply, await blockedWords());
		if ((await exceeded(perHour, '')) !== undefined) signals.push('flood');
		const box = signals.length > 0 ? 'spam' : 'pending';
		if ((await store.list(box)).length >= limits.waiting)
			return { status: 503, message: ({ full }) => full };
		const { nickname: _, ...fields } = reply;
		const waiting = { ...fields, id, date: new Date(now()).toISOString(), signals };
		await store.put(box, waiting);
		if (box === 'pending') void onWaiting?.(waiting, context).catch(() => undefined);
		return undefined;
	};
	// A double click sends a reply twice at once: both requests wait for the same promise.
	const underway = new Map<string, Promise<Refusal | undefined>>();
	return (store: Store, id: string, reply: Submission, context: Context) => {
		const keeping = underway.get(id) ?? keep(store, id, reply, context);
		underway.set(id, keeping);
		return keeping.finally(() => underway.delete(id));
	};
}

/** Returns an id for a reply: a keyed digest, so that equal replies have equal ids. */
function idOf({ post, parent, name, email, body }: Submission, secret: string): string {
	const digest = createHmac('sha256', secret)
		.update(JSON.stringify([post, parent, name, email, body]))
		.digest();
	const letters = 'abcdefghijklmnopqrstuvwxyz234567';
	return Array.from(digest.subarray(0, 12), (byte) => letters[byte % 32]).join('');
}
