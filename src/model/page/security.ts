import { createHash } from 'node:crypto';
import type { Site } from '../publication/site.ts';
import { players, waitingStyle } from '../content/media.ts';

/** What a page needs besides files of its own site. */
interface Needs {
	/** Whether it runs scripts and WebAssembly, as the search page does. */
	readonly scripts?: boolean;
	/** The target of the reply form. */
	readonly form?: string | undefined;
	/** Whether it is edited: then Vite adds styles and scripts to it. */
	readonly edited?: boolean;
}

/**
 * Returns the Content-Security-Policy of a page. It allows the inline stylesheets, files of this
 * site (a component’s own styles are one), the players of videos and what the page `needs`.
 */
export function contentSecurityPolicy(
	stylesheets: readonly string[],
	{ scripts = false, form, edited = false }: Needs = {},
): string {
	const styles = [...stylesheets, waitingStyle].map(
		(style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
	);
	return [
		"default-src 'none'",
		`style-src 'self' ${edited ? "'unsafe-inline'" : styles.join(' ')}`,
		"img-src 'self'",
		"font-src 'self'",
		"media-src 'self'",
		`frame-src ${players.join(' ')}`,
		`form-action 'self'${form && URL.canParse(form) ? ` ${new URL(form).origin}` : ''}`,
		"base-uri 'none'",
		...(scripts || edited
			? [
					`script-src 'self' 'wasm-unsafe-eval'${edited ? " 'unsafe-inline'" : ''}`,
					"connect-src 'self'",
					"worker-src 'self'",
				]
			: []),
	].join('; ');
}

/** Returns the file security.txt (RFC 9116), or `undefined` if the site has no contact. */
export function securityTxt({ security, address }: Site): string | undefined {
	if (!security) return undefined;
	const { contact, expires } = security;
	const file = new URL('.well-known/security.txt', address.replace(/\/*$/, '/'));
	return `Contact: ${contact}\nExpires: ${new Date(expires).toISOString()}\nCanonical: ${file.href}\n`;
}
