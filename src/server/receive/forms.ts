import type { Context } from 'hono';
import type { FormField } from '../../model/replies/replies.ts';

/** What was sent, by field. */
export type Sent = Readonly<Record<string, string>>;
/** What is wrong with it, by field. */
export type Errors = Readonly<Partial<Record<FormField, string>>>;

/** What was sent, by field; and whether a field was sent twice. */
export async function readForm(context: Context) {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(await context.req.arrayBuffer());
		const fields = [...new URLSearchParams(text)];
		// Percent-encoding may hide what is not UTF-8 either.
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

/** Whether a page of the site sent the form; browsers say so in one of two ways. */
export function isOwn(context: Context, origin: string): boolean {
	return (
		context.req.header('origin') === origin ||
		context.req.header('sec-fetch-site') === 'same-origin'
	);
}

/** What to tell the reader of each field that is wrong. */
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
