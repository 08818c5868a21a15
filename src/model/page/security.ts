import { createHash } from 'node:crypto';
import type { Site } from '../publication/site.ts';
import { players, waitingStyle } from '../content/media.ts';

/**
 * Returns the Content-Security-Policy of a page. It allows the inline stylesheets, files of this
 * site, the players of videos and the target of the reply `form`. `scripts` also allows scripts and
 * WebAssembly, for the search page.
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

/** Returns the file security.txt (RFC 9116), or `undefined` if the site has no contact. */
export function securityTxt({ security, address }: Site): string | undefined {
	if (!security) return undefined;
	const { contact, expires } = security;
	const file = new URL('.well-known/security.txt', address.replace(/\/*$/, '/'));
	return `Contact: ${contact}\nExpires: ${new Date(expires).toISOString()}\nCanonical: ${file.href}\n`;
}
