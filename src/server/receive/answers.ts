import type { Context } from 'hono';
import { escapeHtml } from '../../model/text/html.ts';
import { formEnd, formStart, replyForm } from '../../model/replies/replyform.ts';
import type { Site } from '../../model/publication/site.ts';
import { createUrls } from '../../model/publication/urls.ts';
import type { Manifest } from '../../model/replies/manifest.ts';
import type { Errors, Sent } from './forms.ts';

export type Status = 400 | 403 | 404 | 410 | 413 | 415 | 422 | 429 | 503;

export interface AnswerOptions {
	readonly site: Pick<Site, 'address'>;
	/** Resolves to the posts that accept replies now. */
	readonly manifest: () => Promise<Manifest>;
	/** Resolves to the HTML page at a path; `undefined` if it cannot be read. */
	readonly page: (path: string) => Promise<string | undefined>;
}

/**
 * Returns a function that answers a request with the page of the post and the filled-in form. If
 * the page cannot be read, the answer is a minimal page with the form only.
 */
export function createAnswer({ site, manifest, page }: AnswerOptions) {
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
		// Without the id of a post, the form could not be sent again.
		const form =
			id === ''
				? alert(message ?? '')
				: replyForm({
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
		// Screen readers say the title first.
		const before = whole.slice(0, start).replace('<title>', '<title>Error: ');
		return context.html(before + form + whole.slice(end + formEnd.length), status);
	};
}

function alert(message: string): string {
	return `<p role="alert">${escapeHtml(message)}</p>`;
}

/** A minimal page, for when the page of the post cannot be read: the reader keeps the text. */
function alone(form: string, home: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>Error: Your reply</title></head><body><main><h1>Your reply</h1>${form}<p><a href="${escapeHtml(home)}">Home</a></p></main></body></html>`;
}
