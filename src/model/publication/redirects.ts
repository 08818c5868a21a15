import type { Entry } from '../content/collections.ts';
import type { Ledger } from './ledger.ts';
import type { Lists } from './lists.ts';
import type { Urls } from './urls.ts';

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

/** Returns redirects to the archive from the lists of years that have no post any more. */
export function redirectsOfYears(
	ledger: Ledger,
	lists: readonly Pick<Lists, 'years' | 'urls'>[],
	urls: Urls,
): Redirect[] {
	const shown = new Set(lists.flatMap(({ years }) => years.map(({ topic }) => topic.path)));
	return Object.keys(ledger)
		.map((path) => urls.path(decodeURI(path)))
		.filter((path) => urls.isYear(path) && !shown.has(path))
		.map((from) => {
			const [year = ''] = /\d{4}(?=\/$)/.exec(from) ?? [];
			const own = lists.find((one) => one.urls.year(year) === from);
			return { from, to: (own?.urls ?? urls).archive };
		});
}
