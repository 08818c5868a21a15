import { createHash } from 'node:crypto';

/**
 * The Content-Security-Policy of a page: its one inline stylesheet, files of this site, and
 * nothing else. Scripts are forbidden where none is needed, which is everywhere but search.
 */
export function contentSecurityPolicy(stylesheet: string): string {
	const hash = createHash('sha256').update(stylesheet).digest('base64');
	return [
		"default-src 'none'",
		`style-src 'sha256-${hash}'`,
		"img-src 'self'",
		"font-src 'self'",
		"media-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
	].join('; ');
}
