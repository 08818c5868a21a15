import { timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { messagesIn } from '../../model/messages/messages.ts';
import type { Manifest } from '../../model/replies/manifest.ts';
import { replySchema, type WaitingReply } from '../../model/replies/replies.ts';
import { isOwn } from '../receive/forms.ts';
import { order } from '../../model/text/text.ts';
import { createDecide, undoing, type Decision, type Result } from './decisions.ts';
import { deskBoxes, deskPage, style, type DeskBox, type DeskView } from './deskpage.ts';
import type { Moderation } from './moderation.ts';
import type { Publisher } from './publisher.ts';
import type { Store } from '../store/store.ts';

export interface DeskOptions {
	readonly origin: string;
	/** The path at which the desk is mounted, with a slash at its end. */
	readonly path: string;
	readonly password: string;
	/** The IANA time zone of the site. */
	readonly timeZone: string;
	/** The language of the site. */
	readonly language: string;
	/** Resolves to the posts that accept replies now. */
	readonly manifest: () => Promise<Manifest>;
	readonly store: Store;
	readonly moderation: Moderation;
	readonly publisher: Publisher;
	/** Returns a key for the client of a request. Failed logins are limited by it. */
	readonly clientOf: (context: Context) => string;
}

/** Replies on one page. */
const most = 20;
const policy =
	"default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * Creates the desk: a page on which editors list, approve, answer, move, delete and take down replies. Its content
 * security policy allows no scripts.
 */
export function createDesk(options: DeskOptions): Hono {
	const { origin, path, password, store, moderation, publisher, clientOf } = options;
	const words = messagesIn(options.language).desk;
	const isResult = (done: string): done is Result => Object.hasOwn(words.results, done);
	const show = async (
		view: Omit<DeskView, 'path' | 'posts' | 'publisher' | 'timeZone' | 'language'>,
	) =>
		deskPage({
			...view,
			path,
			publisher,
			timeZone: options.timeZone,
			language: options.language,
			posts: await options.manifest().catch(() => ({})),
		});
	const decide = createDecide(options);
	const attempts = new RateLimiterMemory({ points: 10, duration: 15 * 60 });
	const app = new Hono();
	app.use(async (context, next) => {
		await next();
		context.header('Content-Security-Policy', policy);
		context.header('Cache-Control', 'no-store');
		context.header('X-Robots-Tag', 'noindex');
	});
	app.use(async (context, next) => {
		const client = clientOf(context);
		if (((await attempts.get(client))?.consumedPoints ?? 0) >= 10)
			return context.text(words.tooMany, 429);
		await next();
		if (context.res.status === 401 && context.req.header('authorization'))
			await attempts.consume(client).catch(() => undefined);
		return undefined;
	});
	app.use(
		basicAuth({
			realm: words.title,
			verifyUser: (user, given) => user !== '' && isSame(given, password),
		}),
	);
	app.use(async (context, next) => {
		if (context.req.method === 'POST' && !isOwn(context, origin))
			return context.text(words.foreign, 403);
		return next();
	});
	app.get('/', async (context) => {
		const box = boxOf(context.req.query('box'));
		const { all, damaged } = await inBox(box);
		const after = context.req.query('after') ?? '';
		// The reply at that place may have gone meanwhile.
		const isLater = (place: string) => (box === 'published' ? place < after : place > after);
		const rest = after === '' ? all : all.filter((reply) => isLater(placeOf(reply)));
		const replies = rest.slice(0, most);
		const more = rest.length > most ? placeOf(replies.at(-1)!) : undefined;
		const done = context.req.query('done') ?? '';
		const result = isResult(done) ? done : undefined;
		const told = [result ? words.results[result] : [], damaged].flat().join(' ');
		const id = replySchema.shape.id.safeParse(context.req.query('id')).data;
		const act = result && undoing[result];
		const undo = id && act ? { id, act } : undefined;
		return context.html(await show({ box, count: all.length, replies, more, told, undo }));
	});
	app.get('/desk.css', (context) => {
		context.header('Content-Type', 'text/css; charset=utf-8');
		return context.body(style);
	});
	app.post('/', bodyLimit({ maxSize: 256 * 1024 }), async (context: Context) => {
		const form = await context.req.parseBody();
		const text = (name: string) =>
			typeof form[name] === 'string' ? form[name].replaceAll('\r\n', '\n') : '';
		const id = text('id');
		const box = boxOf(text('box'));
		const decision: Decision = {
			what: text('act'),
			id,
			by: userOf(context),
			changes: { name: text('name'), body: text('body') },
			answer: { as: text('as'), body: text('answer') },
		};
		try {
			const done = await decide(decision);
			return context.redirect(`${path}?${new URLSearchParams({ done, id, box })}`, 303);
		} catch (error) {
			console.error('A decision could not be kept:', error);
			// The editor keeps what was written.
			const { changes, answer } = decision;
			const { all } = await inBox(box).catch(() => ({ all: [] as WaitingReply[] }));
			// It may be published already, and only the answer is not.
			const kept =
				all.find((reply) => reply.id === id) ?? (await store.get(id).catch(() => undefined))?.reply;
			const replies = kept ? [{ ...kept, ...(changes.body && changes) }] : [];
			const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
			const told = words.failed(reason);
			return context.html(await show({ box, count: replies.length, replies, told, answer }), 503);
		}
	});

	const inBox = async (box: DeskBox) => {
		if (box === 'published') {
			const published = await moderation.published();
			return {
				all: published.map((reply): WaitingReply => ({ ...reply, email: null, signals: [] })),
				damaged: [],
			};
		}
		const ids = await store.list(box);
		const kept = await Promise.allSettled(ids.map((id) => store.get(id)));
		return {
			all: kept
				.flatMap((one) =>
					one.status === 'fulfilled' && one.value?.box === box ? [one.value.reply] : [],
				)
				// Oldest first: who has waited longest comes first.
				.sort((a, b) => order(placeOf(a), placeOf(b))),
			damaged: kept.flatMap((one, index) =>
				one.status === 'rejected' ? [words.damaged(ids[index]!)] : [],
			),
		};
	};

	return app;
}

function boxOf(name: string | undefined): DeskBox {
	return deskBoxes.find((box) => box === name) ?? 'pending';
}

/** Where a reply stands among others, by its date. */
function placeOf({ date, id }: WaitingReply): string {
	return `${date} ${id}`;
}

function isSame(given: string, password: string): boolean {
	const [one, two] = [Buffer.from(given), Buffer.from(password)];
	return one.length === two.length && timingSafeEqual(one, two);
}

function userOf(context: Context): string {
	const [, encoded = ''] = (context.req.header('authorization') ?? '').split(' ');
	return Buffer.from(encoded, 'base64').toString().split(':')[0] ?? '';
}
