import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy of a page: its one inline stylesheet, files of this site, and
 * nothing else. Only the search page may run scripts, and the WebAssembly of its engine.
 */
export function contentSecurityPolicy(stylesheet: string, scripts = false): string {
	const hash = createHash('sha256').update(stylesheet).digest('base64');
	return [
		"default-src 'none'",
		`style-src 'sha256-${hash}'`,
		"img-src 'self'",
		"font-src 'self'",
		"media-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		...(scripts
			? ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "worker-src 'self'"]
			: []),
	].join('; ');
}
