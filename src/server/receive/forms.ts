import type { z } from 'astro/zod';
import type { Context } from 'hono';
import type { FormField } from '../../model/replies/replies.ts';
import type { FieldError, FieldErrors } from '../../model/replies/replyform.ts';

/** The sent values, by field. */
export type Sent = Readonly<Record<string, string>>;

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

/** Returns the first error of each invalid field. */
export function errorsOf(issues: readonly z.core.$ZodIssue[]): FieldErrors {
	const errors: Partial<Record<FormField, FieldError>> = {};
	for (const issue of issues) {
		const field = issue.path[0] as FormField | undefined;
		if (field) errors[field] ??= errorOf(issue, field);
	}
	return errors;
}

function errorOf(issue: z.core.$ZodIssue, field: FormField): FieldError {
	const { code } = issue;
	if (code === 'too_big') return { code: 'tooLong', most: Number(issue.maximum) };
	const isBlank = field === 'body' && code === 'custom';
	if (isBlank || code === 'invalid_type' || code === 'too_small') return { code: 'missing' };
	if (field === 'email') return { code: 'email' };
	return { code: field === 'url' ? 'website' : 'invalid' };
}
