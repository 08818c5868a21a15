import { createHmac } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { formSchema, type Submission, type WaitingReply } from '../../model/replies/replies.ts';
import { received } from '../../model/replies/replyform.ts';
import { createAnswer, type AnswerOptions, type Status } from './answers.ts';
import { errorsOf, isOwn, readForm, type Errors } from './forms.ts';
import { createLimiter, exceeded, inWords, usualLimits, type Limits } from './limits.ts';
import { signalsOf } from './spamsignals.ts';
import type { Store } from '../store/store.ts';

/** What receives replies needs, wherever it runs. */
export interface ReceiverOptions extends AnswerOptions {
	/** Without a store no reply is kept: each sender is told so, and gets the text back. */
	readonly store?: Store | undefined;
	/** Whether the site is at another address than what receives its replies. */
	readonly isElsewhere?: boolean;
	/** Makes ids that nobody can compute from a guess at an e-mail address. */
	readonly secret: string;
	/** A name for the client of a request, from which its address cannot be learnt. */
	readonly clientOf: (context: Context) => string;
	/** Words of spam, in lower case. */
	readonly blockedWords?: () => Promise<readonly string[]>;
	/** Told of each new reply that waits, after it is kept; what it does wrong concerns no reader. */
	readonly onWaiting?: (reply: WaitingReply, context: Context) => Promise<void>;
	readonly limits?: Partial<Limits>;
	readonly now?: () => number;
}

/** Bytes that a form may have: 20,000 letters, each of them three signs for each of three bytes. */
const largest = 256 * 1024;

const unkept =
	'Your reply could not be kept. Nothing is lost: it stands below. Please send it again later.';
/** Where a text did not come through, the browser still has it. */
const back = 'Go back in your browser: your text is still there.';

/**
 * Receives replies: `POST` of the form, at whatever path it is mounted. A reply that is answered 303
 * is kept; every other answer gives the text back in a form that works.
 */
export function createReceiver(options: ReceiverOptions): Hono {
	const { site, store, manifest, secret, now = Date.now } = options;
	const { origin } = new URL(site.address);
	const answer = createAnswer(options);
	const app = new Hono();
	const keep = createKeeper(options);
	app.onError((error, context) => {
		console.error('A reply could not be received:', error.name);
		return answer(context, 503, `Your reply could not be received. ${back}`);
	});

	app.post(
		'*',
		async (context, next) => {
			const type = context.req.header('content-type') ?? '';
			if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
				return answer(context, 415, `This is not how a reply is sent. ${back}`);
			return next();
		},
		bodyLimit({
			maxSize: largest,
			onError: (context) => answer(context, 413, `This reply is too long. ${back}`),
		}),
		async (context) => {
			const form = await readForm(context);
			if (!form) return answer(context, 400, `The reply did not arrive whole. ${back}`);
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

			if (!store) return say(410, 'This site takes no replies any more.');
			const posts = await manifest().catch(() => undefined);
			if (!posts) return say(503, unkept);
			const post = Object.hasOwn(posts, reply.post) ? posts[reply.post] : undefined;
			if (!post) return say(404, 'This post is not here any more, or takes no replies.');
			if (post.closes !== undefined && post.closes <= now())
				return say(410, 'This post takes no more replies.');
			if (reply.parent !== null && !post.replies.some(({ id }) => id === reply.parent))
				return say(422, 'What you answer is not here any more. Choose what to reply to.');

			const id = idOf(reply, secret);
			try {
				const refusal = await keep(store, id, reply, context);
				if (refusal?.wait) context.header('Retry-After', String(refusal.wait));
				if (refusal) return say(refusal.status, refusal.message);
			} catch (error) {
				const { code, name } = error as NodeJS.ErrnoException;
				console.error('A reply could not be kept:', code ?? name);
				return say(503, unkept);
			}
			// A site elsewhere is named in full; here, whatever name it goes by is right.
			const named = options.isElsewhere || context.req.header('origin') === origin;
			const host = named ? origin : '';
			return context.redirect(`${host}${post.path}#${received}`, 303);
		},
	);
	app.all('*', (context) => {
		context.header('Allow', 'POST');
		return context.text('Replies are sent from the pages of posts.', 405);
	});
	return app;
}

/** Why a reply is not kept, and the seconds after which it may be. */
interface Refusal {
	readonly status: Status;
	readonly message: string;
	readonly wait?: number;
}

/** Keeps replies within limits; sending the same again is no second reply. */
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
			const message = `You are quick. Please send it again in ${inWords(wait)}.`;
			return { status: 429, message, wait };
		}
		const signals = signalsOf(reply, await blockedWords());
		if ((await exceeded(perHour, '')) !== undefined) signals.push('many replies this hour');
		const box = signals.length > 0 ? 'spam' : 'pending';
		if ((await store.list(box)).length >= limits.waiting) return { status: 503, message: full };
		const { nickname: _, ...fields } = reply;
		const waiting = { ...fields, id, date: new Date(now()).toISOString(), signals };
		await store.put(box, waiting);
		if (box === 'pending') void onWaiting?.(waiting, context).catch(() => undefined);
		return undefined;
	};
	// A double click sends the same twice at once: both wait for the one.
	const underway = new Map<string, Promise<Refusal | undefined>>();
	return (store: Store, id: string, reply: Submission, context: Context) => {
		const keeping = underway.get(id) ?? keep(store, id, reply, context);
		underway.set(id, keeping);
		return keeping.finally(() => underway.delete(id));
	};
}

const full =
	'So many replies wait to be read that there is room for no more. Please come back later.';

/** The same for the same reply, and told from no other. */
function idOf({ post, parent, name, email, body }: Submission, secret: string): string {
	const digest = createHmac('sha256', secret)
		.update(JSON.stringify([post, parent, name, email, body]))
		.digest();
	const letters = 'abcdefghijklmnopqrstuvwxyz234567';
	return Array.from(digest.subarray(0, 12), (byte) => letters[byte % 32]).join('');
}
