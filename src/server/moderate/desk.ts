import { timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { replySchema } from '../../model/replies/replies.ts';
import { deskPage, style } from './deskpage.ts';
import type { Moderation } from './moderation.ts';
import type { Publisher } from './publisher.ts';
import type { Store } from '../store/store.ts';

export interface DeskOptions {
	readonly origin: string;
	/** The path at which the desk is mounted, with a slash at its end. */
	readonly path: string;
	readonly password: string;
	readonly store: Store;
	readonly moderation: Moderation;
	readonly publisher: Publisher;
	/** Returns a key for the client of a request. Failed logins are limited by it. */
	readonly clientOf: (context: Context) => string;
}

const decided = 'Another editor has decided on this reply. The list below shows what still waits.';

/** Replies on one page. */
const most = 20;
const policy =
	"default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/**
 * Creates the desk: a page on which editors list, approve, move and delete replies. Its content
 * security policy allows no scripts.
 */
export function createDesk(options: DeskOptions): Hono {
	const { origin, path, password, store, moderation, publisher, clientOf } = options;
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
			return context.text('Too many attempts. Try again in a quarter of an hour.', 429);
		await next();
		if (context.res.status === 401 && context.req.header('authorization'))
			await attempts.consume(client).catch(() => undefined);
		return undefined;
	});
	app.use(
		basicAuth({
			realm: 'Replies',
			verifyUser: (user, given) => user !== '' && isSame(given, password),
		}),
	);
	app.use(csrf({ origin, secFetchSite: 'same-origin' }));
	app.get('/', async (context) => {
		const box = context.req.query('box') === 'spam' ? 'spam' : 'pending';
		const all = await store.list(box);
		const after = context.req.query('after') ?? '';
		const ids = all.filter((id) => id > after);
		const kept = await Promise.allSettled(ids.slice(0, most).map((id) => store.get(id)));
		const replies = kept.flatMap((one) =>
			one.status === 'fulfilled' && one.value?.box === box ? [one.value.reply] : [],
		);
		const damaged = kept.flatMap((one) =>
			one.status === 'rejected' ? [(one.reason as Error).message] : [],
		);
		const told = [context.req.query('done') ?? [], damaged].flat().join(' ');
		const more = ids.length > most ? ids[most - 1] : undefined;
		return context.html(deskPage({ path, box, count: all.length, replies, more, publisher, told }));
	});
	app.get('/desk.css', (context) => {
		context.header('Content-Type', 'text/css; charset=utf-8');
		return context.body(style);
	});
	app.post('/', bodyLimit({ maxSize: 256 * 1024 }), async (context: Context) => {
		const form = await context.req.parseBody();
		const text = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
		const done = await act(text('act'), text('id'), userOf(context), {
			name: text('name'),
			body: text('body').replaceAll('\r\n', '\n'),
		});
		return context.redirect(`${path}?done=${encodeURIComponent(done)}`, 303);
	});

	const act = async (
		what: string,
		id: string,
		by: string,
		changes: { readonly name: string; readonly body: string },
	): Promise<string> => {
		if (what === 'approve') {
			const right = replySchema.pick({ name: true, body: true }).safeParse(changes);
			if (!right.success) return 'A name and a text are needed.';
			// Marked first, so that a crash after the approval does not lose the publication.
			await publisher.mark();
			const file = await moderation.approve(id, by, right.data);
			await publisher.request();
			if (!file) return decided;
			return 'Approved. It will be published in a moment.';
		}
		if (what === 'spam' || what === 'pending')
			return (await moderation.mark(id, what)) ? 'Moved.' : decided;
		if (what === 'delete') return (await moderation.forget(id)) ? 'Deleted.' : decided;
		return 'Nothing was done.';
	};
	return app;
}

function isSame(given: string, password: string): boolean {
	const [one, two] = [Buffer.from(given), Buffer.from(password)];
	return one.length === two.length && timingSafeEqual(one, two);
}

function userOf(context: Context): string {
	const [, encoded = ''] = (context.req.header('authorization') ?? '').split(' ');
	return Buffer.from(encoded, 'base64').toString().split(':')[0] ?? '';
}
