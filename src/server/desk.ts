import { timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { basicAuth } from 'hono/basic-auth';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { renderReply } from '../markdown/reply.ts';
import { escapeHtml } from '../model/html.ts';
import { replySchema, type WaitingReply } from '../model/replies.ts';
import type { Moderation } from './moderation.ts';
import type { Publisher } from './publisher.ts';
import type { Store } from './store.ts';

export interface DeskOptions {
	readonly origin: string;
	/** Where it is mounted, with a slash at its end. */
	readonly path: string;
	readonly password: string;
	readonly store: Store;
	readonly moderation: Moderation;
	readonly publisher: Publisher;
	readonly clientOf: (context: Context) => string;
}

/** Replies shown at once. */
const most = 20;
const policy =
	"default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** A page for editors: what waits, and what to do with it. No script could run on it. */
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
	app.get('/', async (context) => {
		const box = context.req.query('box') === 'spam' ? 'spam' : 'pending';
		const ids = await store.list(box);
		const kept = await Promise.allSettled(ids.slice(0, most).map((id) => store.get(id)));
		const replies = kept.flatMap((one) =>
			one.status === 'fulfilled' && one.value?.box === box ? [one.value.reply] : [],
		);
		const damaged = kept.flatMap((one) =>
			one.status === 'rejected' ? [(one.reason as Error).message] : [],
		);
		const told = [context.req.query('done') ?? [], damaged].flat().join(' ');
		return context.html(page(path, box, ids.length, replies, publisher, told));
	});
	app.get('/desk.css', (context) => {
		context.header('Content-Type', 'text/css; charset=utf-8');
		return context.body(style);
	});
	app.post('/', bodyLimit({ maxSize: 256 * 1024 }), async (context: Context) => {
		const form = await context.req.parseBody();
		if (
			context.req.header('origin') !== origin &&
			context.req.header('sec-fetch-site') !== 'same-origin'
		)
			return context.text('This was not sent from the desk.', 403);
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
			// Should we be interrupted between the two, it is published all the same.
			await publisher.mark();
			const file = await moderation.approve(id, by, right.data);
			await publisher.request();
			if (!file) return 'Somebody else was first.';
			return 'Approved. It will be published in a moment.';
		}
		if (what === 'spam' || what === 'pending')
			return (await moderation.mark(id, what)) ? 'Moved.' : 'Somebody else was first.';
		if (what === 'delete')
			return (await moderation.forget(id)) ? 'Deleted.' : 'Somebody else was first.';
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

function page(
	path: string,
	box: 'pending' | 'spam',
	count: number,
	replies: readonly WaitingReply[],
	publisher: Publisher,
	told: string,
): string {
	const state = publisher.failure
		? `<section class="failure" role="alert"><p>What was approved could not be published. Readers see the site as it was; the next approval tries again.</p><pre>${escapeHtml(publisher.failure)}</pre></section>`
		: publisher.busy
			? '<p role="status">Publishing …</p>'
			: '';
	const link = (to: string, label: string) =>
		`<a href="${escapeHtml(path)}${to}"${(to === '') === (box === 'pending') ? ' aria-current="page"' : ''}>${label}</a>`;
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Replies</title><link rel="stylesheet" href="${escapeHtml(path)}desk.css"></head><body><main><h1>Replies</h1><nav>${link('', 'Waiting')} ${link('?box=spam', 'Spam')}</nav>${told ? `<p role="status">${escapeHtml(told)}</p>` : ''}${state}<p>${count === 0 ? 'Nothing is here.' : `${count} here${count > most ? `, of which ${most} are shown` : ''}.`}</p>${replies.map((reply) => entry(path, box, reply)).join('')}</main></body></html>`;
}

function entry(path: string, box: 'pending' | 'spam', reply: WaitingReply): string {
	const { id, post, parent, name, email, url, date, body, signals } = reply;
	const button = (act: string, label: string) =>
		`<button name="act" value="${act}">${label}</button>`;
	return `<article aria-labelledby="${id}"><h2 id="${id}"><bdi>${escapeHtml(name)}</bdi></h2><p class="facts">on ${escapeHtml(post)}${parent ? `, to ${parent}` : ''} · ${date.slice(0, 16).replace('T', ' ')} · <bdi>${escapeHtml(email ?? '')}</bdi>${url ? ` · <bdi>${escapeHtml(url)}</bdi>` : ''}</p>${signals.length > 0 ? `<p class="facts">Taken for spam: ${escapeHtml(signals.join(', '))}</p>` : ''}<div class="text" dir="auto">${renderReply(body)}</div><form method="post" action="${escapeHtml(path)}"><input type="hidden" name="id" value="${id}"><details><summary>Edit</summary><p><label>Name <input type="text" name="name" value="${escapeHtml(name)}"></label></p><p><label>Text <textarea name="body" rows="8">\n${escapeHtml(body)}</textarea></label></p></details><p>${button('approve', 'Approve')} ${box === 'pending' ? button('spam', 'Spam') : button('pending', 'Not spam')} ${button('delete', 'Delete')}</p></form></article>`;
}

const style = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 2rem auto; padding-inline: 1rem; }
nav a { margin-right: 1rem; }
nav [aria-current] { font-weight: 600; text-decoration: none; }
article { margin-block: 1.5rem; padding-top: 1rem; border-top: 1px solid; }
h2 { margin: 0; font-size: 1.125rem; overflow-wrap: anywhere; }
.facts { margin: 0.25rem 0; font-size: 0.875rem; overflow-wrap: anywhere; }
.text { overflow-wrap: anywhere; }
input, textarea { width: 100%; font: inherit; box-sizing: border-box; }
button { min-height: 2.75rem; padding: 0.25rem 1rem; font: inherit; }
[role] { padding: 0.5rem 1rem; border: 1px solid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`;
