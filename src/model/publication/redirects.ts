import type { Entry } from '../content/collections.ts';
import type { Ledger } from './ledger.ts';
import type { Lists } from './lists.ts';
import { ownPages, type Urls } from './urls.ts';

/** A redirect between two paths. */
export interface Redirect {
	readonly from: string;
	readonly to: string;
}

/** Returns a redirect for every alias of the entries that have a page. */
export function redirectsTo<Data extends { readonly aliases: readonly string[] }>(
	entries: readonly Entry<Data>[],
	urls: Urls,
	pathOf: (entry: Entry<Data>) => string | undefined,
	pathsOf: (data: Data) => readonly string[] = ({ aliases }) => aliases.map(urls.path),
): Redirect[] {
	return entries.flatMap((entry) => {
		const to = pathOf(entry);
		return to === undefined ? [] : pathsOf(entry.data).map((from) => ({ from, to }));
	});
}

/**
 * Returns redirects from lists that the ledger knows, and that have no posts any more. A year leads to
 * the archive, a list in a further language to the same list in the site's own, and so do the home page
 * and the indexes of a language that the site has no more.
 */
export function redirectsOfLists(ledger: Ledger, lists: readonly Lists[], urls: Urls): Redirect[] {
	const shown = new Set(
		lists.flatMap(({ categories, tags, authors, years }) =>
			[...categories, ...tags, ...authors, ...years].map(({ topic }) => topic.path),
		),
	);
	const known = Object.keys(ledger).map((path) => urls.path(decodeURI(path)));
	const inLanguage = (prefix: string) => lists.find(({ site }) => site.prefix === prefix);
	const own = known.flatMap((from) => {
		if (shown.has(from)) return [];
		const prefix = urls.prefixOf(from);
		if (urls.isYear(from)) return [{ from, to: (inLanguage(prefix)?.urls ?? urls).archive }];
		const to = from.replace(urls.path(prefix), urls.path(''));
		return prefix && shown.has(to) ? [{ from, to }] : [];
	});
	const gone = new Set(known.map(urls.prefixOf).filter((prefix) => !inLanguage(prefix)));
	const names = ['home', ...ownPages] as const;
	const indexes = [...gone].flatMap((prefix) =>
		names.map((name) => ({ from: withPrefix(urls[name], prefix, urls), to: urls[name] })),
	);
	return [...own, ...indexes];
}

function withPrefix(path: string, prefix: string, urls: Urls): string {
	return urls.path(prefix) + path.slice(urls.path('').length);
}
