import type { Ledger } from '../publication/ledger.ts';
import { finding, type Finding } from './problems.ts';
import type { Urls } from '../publication/urls.ts';
import { nearest } from '../text/text.ts';
import type { Address } from './addresses.ts';

/** Checks that each address in the ledger still works and does not belong to other content now. */
export function permalinks(
	file: string,
	ledger: Ledger,
	addresses: readonly Address[],
	urls: Urls,
	incomplete: boolean,
): Finding[] {
	return [...reused(ledger, addresses), ...(incomplete ? [] : lost(file, ledger, addresses, urls))];
}

/** Finds new content at the first address of older content: both would have the same id. */
function reused(ledger: Ledger, addresses: readonly Address[]): Finding[] {
	const pages = addresses.filter(({ kind, published }) => published && kind !== 'alias');
	const moved = new Map(
		pages.flatMap(({ path }) => {
			const id = ledger[path];
			return id !== undefined && id !== path.slice(1, -1) ? [[id, path] as const] : [];
		}),
	);
	return pages.flatMap(({ path, file, at }) => {
		const other = moved.get(path.slice(1, -1));
		return other ? [finding('reused-address', file, at, path, other)] : [];
	});
}

/** Finds addresses without a page. Of a page and its feeds, only the page is told. */
function lost(file: string, ledger: Ledger, addresses: readonly Address[], urls: Urls): Finding[] {
	const alive = new Set(
		addresses
			.filter(({ published }) => published)
			.flatMap(({ path, feeds }) => [path, ...feeds.map((name) => path + name)]),
	);
	const added = [...alive].filter((path) => path.endsWith('/') && !(path in ledger));
	const dead = new Set(Object.keys(ledger).filter((path) => !alive.has(path)));
	const deadHomes = new Set([...dead].map(urls.prefixOf).map((prefix) => `${prefix}/`));
	const isFeedOfDead = (path: string) => !path.endsWith('/') && dead.has(pageOf(path));
	return (
		[...dead]
			// The list of a year leads to the archive, one in a further language to that in the site's own.
			.filter((path) => !urls.isYear(path) && !alive.has(path.slice(urls.prefixOf(path).length)))
			.filter((path) => !deadHomes.has(path))
			.filter((path) => !isFeedOfDead(path))
			.map((path) =>
				finding(
					'lost-permalink',
					file,
					{ keyOf: [path] },
					path,
					nearest(path, added),
					urls.isTag(path),
				),
			)
	);
}

/** Returns the page that a feed belongs to. */
function pageOf(feed: string): string {
	return feed.replace(/[^/]+$/, '');
}
