import type { Context } from 'hono';
import type { FormField } from '../../model/replies/replies.ts';

/** The sent values, by field. */
export type Sent = Readonly<Record<string, string>>;
/** The error messages, by field. */
export type Errors = Readonly<Partial<Record<FormField, string>>>;

/**
 * Resolves to the values of a URL-encoded form, and whether a field was sent twice; to `undefined`
 * if the body is not UTF-8.
 */
export async function readForm(context: Context) {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer());
		const fields = [...new URLSearchParams(text)];
		// Percent-encoded bytes can be invalid UTF-8 too. They are decoded to U+FFFD.
		if (fields.some(([, value]) => value.includes('\uFFFD')) && !text.includes('%EF%BF%BD'))
			return undefined;
		return {
			sent: Object.fromEntries(fields),
			repeated: new Set(fields.map(([name]) => name)).size < fields.length,
		};
	} catch {
		return undefined;
	}
}

/**
 * Returns whether a page of the site sent the form. Browsers say it in one of two headers; of a text
 * browser, which has neither, the referrer must do.
 */
export function isOwn(context: Context, origin: string): boolean {
	const [from, site, referrer = ''] = ['origin', 'sec-fetch-site', 'referer'].map((name) =>
		context.req.header(name),
	);
	if (from === origin || site === 'same-origin') return true;
	if (from !== undefined || site !== undefined) return false;
	return URL.canParse(referrer) && new URL(referrer).origin === origin;
}

/** Returns the first message for each invalid field. */
export function errorsOf(
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
