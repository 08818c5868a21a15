import type { Publication, Redirect } from './publication.ts';
import type { Urls } from './urls.ts';

/** Returns all redirects: from aliases, and from the feed addresses of WordPress. */
export function redirectsOf({ redirects, urls }: Publication): Redirect[] {
	return [...inherited(urls), ...redirects];
}

/** Feed readers still request the WordPress addresses of a blog that moved here. */
function inherited(urls: Urls): Redirect[] {
	return [
		{ from: urls.path('/feed/'), to: urls.feeds(urls.home).rss },
		{ from: urls.path('/feed/atom/'), to: urls.feeds(urls.home).atom },
		{ from: urls.path('/comments/feed/'), to: urls.replyFeed },
	];
}

/**
 * Returns the redirects as rules, one per line, for hosts that can send HTTP redirects:
 * https://docs.netlify.com/routing/redirects/
 */
export function redirectRules(publication: Publication): string {
	return redirectsOf(publication)
		.flatMap(({ from, to }) => [`${from} ${to} 301`, `${from.replace(/\/$/, '')} ${to} 301`])
		.map((line) => `${line}\n`)
		.join('');
}
