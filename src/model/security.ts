import { createHash } from 'node:crypto';
import { players, waitingStyle } from './media.ts';

/**
 * The Content-Security-Policy of a page: its one inline stylesheet, files of this site, and
 * nothing else, except the players of films, whose frames stay empty until a reader asks for them. Only the search page may run scripts, and the WebAssembly of its engine.
 */
export function contentSecurityPolicy(stylesheet: string, scripts = false): string {
	const styles = [stylesheet, waitingStyle].map(
		(style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
	);
	return [
		"default-src 'none'",
		`style-src ${styles.join(' ')}`,
		"img-src 'self'",
		"font-src 'self'",
		"media-src 'self'",
		`frame-src ${players.join(' ')}`,
		"form-action 'self'",
		"base-uri 'none'",
		...(scripts
			? ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'"]
			: []),
	].join('; ');
}
