import { listed } from './listings.ts';
import type { Publication } from './publication.ts';
import type { Redirect } from './redirects.ts';
import type { Urls } from './urls.ts';

/**
 * Returns the redirects that have a page: from aliases that were folders or HTML files, and from the
 * feed addresses of WordPress. Hosts need a rule for the others.
 */
export function pageRedirects({ redirects, urls }: Publication, as: 'folder' | 'file'): Redirect[] {
	const isPage = ({ from }: Redirect) => !from.includes('?');
	const isFile = ({ from }: Redirect) => /[^/]\.html?$/.test(from);
	return [...inherited(urls), ...redirects].filter(
		(redirect) => isPage(redirect) && isFile(redirect) === (as === 'file'),
	);
}

/** Feed readers still request the WordPress addresses of a blog that moved here. */
function inherited(urls: Urls): Redirect[] {
	return [
		{ from: urls.path('/feed/'), to: urls.feeds(urls.home).rss },
		{ from: urls.path('/feed/atom/'), to: urls.feeds(urls.home).atom },
		{ from: urls.path('/comments/feed/'), to: urls.replyFeed },
		{ from: urls.path('/?feed=rss2'), to: urls.feeds(urls.home).rss },
		{ from: urls.path('/?feed=atom'), to: urls.feeds(urls.home).atom },
		{ from: urls.path('/?feed=comments-rss2'), to: urls.replyFeed },
	];
}

/** The months that posts are from, which were lists of WordPress, lead to their years. */
function monthRedirects({ posts, urls }: Publication): Redirect[] {
	const months = new Set(posts.map(({ date }) => /^\d{4}-\d{2}/.exec(date.text)?.[0]));
	return [...months].flatMap((month) => {
		if (month === undefined) return [];
		const [year = '', number = ''] = month.split('-');
		const to = urls.year(year);
		return [
			{ from: `${to}${number}/`, to },
			{ from: urls.path(`/?m=${year}${number}`), to },
		];
	});
}

/**
 * Returns the redirects of feeds. They have no page: feed readers follow only redirects of the
 * server. What leads to a list leads to its feeds as well.
 */
function feedRedirects(publication: Publication): Redirect[] {
	const { urls, posts, redirects } = publication;
	const lists = publication.lists
		.flatMap(listed)
		.filter(({ kind, feeds }) => feeds && kind !== 'home');
	const earlier = Map.groupBy(redirects, ({ to }) => to);
	/** Leads the files `names` below earlier addresses of `path` to those below it. */
	const follow = (path: string, names: readonly string[], wordpress: Record<string, string>) =>
		[path, ...(earlier.get(path) ?? []).map(({ from }) => from)]
			.filter((from) => from.endsWith('/'))
			.flatMap((from) => [
				...(from === path ? [] : names.map((name) => ({ from: from + name, to: path + name }))),
				...Object.entries(wordpress).map(([old, name]) => ({ from: from + old, to: path + name })),
			]);
	const { rss, atom, json } = urls.feeds('');
	const replies = urls.postReplies('');
	return [
		...lists.flatMap(({ path }) =>
			follow(path, [rss, atom, json], { 'feed/': rss, 'feed/atom/': atom }),
		),
		...follow(urls.home, urls.homeFeeds, {}),
		...posts
			.filter(({ hasReplyFeed }) => hasReplyFeed)
			.flatMap(({ path }) => follow(path, [replies], { 'feed/': replies })),
	];
}

/**
 * Returns the rules of addresses, one per line, for hosts that can send HTTP redirects:
 * https://docs.netlify.com/routing/redirects/. A query stands as `name=value` after the path; such a
 * rule goes before the page that is there. What was withdrawn has the status 410.
 */
export function hostRules(publication: Publication): string {
	const { urls, withdrawals, redirects } = publication;
	const own = [...inherited(urls), ...redirects];
	const known = new Set(own.map(({ from }) => from));
	const months = monthRedirects(publication).filter(({ from }) => !known.has(from));
	return [
		...[...own, ...months, ...feedRedirects(publication)].flatMap(ruleOf),
		...withdrawals.flatMap(({ path }) => [
			`${path} ${path} 410`,
			`${urls.postReplies(path)} ${path} 410`,
		]),
	]
		.map((line) => `${line}\n`)
		.join('');
}

function ruleOf({ from, to }: Redirect): string[] {
	const [path = '', query] = from.split('?');
	if (query) return [`${path} ${query.split('&').join(' ')} ${to} 301!`];
	return [`${from} ${to} 301`, ...(from.endsWith('/') ? [`${from.slice(0, -1)} ${to} 301`] : [])];
}
