import type { Context } from 'hono';
import type { Messages } from '../../model/messages/en.ts';
import { messagesIn } from '../../model/messages/messages.ts';
import { escapeHtml } from '../../model/text/html.ts';
import { formEnd, formStart, replyForm, type FieldErrors } from '../../model/replies/replyform.ts';
import type { Site } from '../../model/publication/site.ts';
import { createUrls } from '../../model/publication/urls.ts';
import type { Manifest } from '../../model/replies/manifest.ts';
import type { Sent } from './forms.ts';

export type Status = 400 | 403 | 404 | 410 | 413 | 415 | 422 | 429 | 503;

export interface AnswerOptions {
	readonly site: Pick<Site, 'address' | 'language'>;
	/** Resolves to the posts that accept replies now. */
	readonly manifest: () => Promise<Manifest>;
	/** Resolves to the HTML page at a path; `undefined` if it cannot be read. */
	readonly page: (path: string) => Promise<string | undefined>;
}

/** Picks what to say, given the words in the language of the answer. */
export type Say = (words: Messages['answers'], language: string) => string;

/**
 * Returns a function that answers a request with the page of the post and the filled-in form. If
 * the page cannot be read, the answer is a minimal page with the form only.
 */
export function createAnswer({ site, manifest, page }: AnswerOptions) {
	const urls = createUrls(site.address);
	return async (
		context: Context,
		status: Status,
		say?: Say,
		sent: Sent = {},
		errors: FieldErrors = {},
	) => {
		const id = sent['post'] ?? '';
		const post = await manifest().then(
			(posts) => (Object.hasOwn(posts, id) ? posts[id] : undefined),
			() => undefined,
		);
		const language = post?.language ?? site.language;
		const words = messagesIn(language).answers;
		const message = say?.(words, language);
		// Without the id of a post, the form could not be sent again.
		const form =
			id === ''
				? alert(message ?? '')
				: replyForm({
						action: new URL(context.req.url).pathname,
						language,
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
		if (!whole || start < 0 || end < 0)
			return context.html(alone(form, urls.home, language), status);
		// Screen readers say the title first.
		const before = whole
			.slice(0, start)
			.replace(
				/<title>([^]*?)<\/title>/,
				(_, title: string) => `<title>${words.error(title)}</title>`,
			);
		return context.html(before + form + whole.slice(end + formEnd.length), status);
	};
}

function alert(message: string): string {
	return `<p role="alert">${escapeHtml(message)}</p>`;
}

/** A minimal page, for when the page of the post cannot be read: the reader keeps the text. */
function alone(form: string, home: string, language: string): string {
	const { answers, frame } = messagesIn(language);
	return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${answers.error(answers.title)}</title></head><body><main><h1>${answers.title}</h1>${form}<p><a href="${escapeHtml(home)}">${frame.home}</a></p></main></body></html>`;
}
