import type { Publication, Redirect } from './publication.ts';
import type { Urls } from './urls.ts';

/** Everything that leads elsewhere: what moved, and where WordPress has its feeds. */
export function redirectsOf({ redirects, urls }: Publication): Redirect[] {
	return [...inherited(urls), ...redirects];
}

/** Readers of a blog that moved in still look for its feeds there. */
function inherited(urls: Urls): Redirect[] {
	return [
		{ from: urls.path('/feed/'), to: urls.feeds(urls.home).rss },
		{ from: urls.path('/feed/atom/'), to: urls.feeds(urls.home).atom },
		{ from: urls.path('/comments/feed/'), to: urls.replyFeed },
	];
}

/** For hosts that answer with a status before they look for a page: https://docs.netlify.com/routing/redirects/ */
export function redirectRules(publication: Publication): string {
	return redirectsOf(publication)
		.flatMap(({ from, to }) => [`${from} ${to} 301`, `${from.replace(/\/$/, '')} ${to} 301`])
		.map((line) => `${line}\n`)
		.join('');
}
