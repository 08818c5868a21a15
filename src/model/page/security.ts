import { createHash } from 'node:crypto';
import type { Site } from '../publication/site.ts';
import { players, waitingStyle } from '../content/media.ts';

/**
 * The Content-Security-Policy of a page: its inline stylesheets, files of this site, and
 * nothing else, except the players of films, whose frames stay empty until a reader asks for them. Only the search page may run scripts, and the WebAssembly of its engine.
 */
export function contentSecurityPolicy(
	stylesheets: readonly string[],
	scripts = false,
	form?: string,
): string {
	const styles = [...stylesheets, waitingStyle].map(
		(style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
	);
	return [
		"default-src 'none'",
		`style-src ${styles.join(' ')}`,
		"img-src 'self'",
		"font-src 'self'",
		"media-src 'self'",
		`frame-src ${players.join(' ')}`,
		`form-action 'self'${form && URL.canParse(form) ? ` ${new URL(form).origin}` : ''}`,
		"base-uri 'none'",
		...(scripts
			? ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'"]
			: []),
	].join('; ');
}

/** The file security.txt (RFC 9116); `undefined` if the site names no contact. */
export function securityTxt({ security, address }: Site): string | undefined {
	if (!security) return undefined;
	const { contact, expires } = security;
	const file = new URL('.well-known/security.txt', address.replace(/\/*$/, '/'));
	return `Contact: ${contact}\nExpires: ${new Date(expires).toISOString()}\nCanonical: ${file.href}\n`;
}
