import { z } from 'astro/zod';
import { order } from '../text/text.ts';

/**
 * All published addresses of pages and feeds, as paths below the site's root, each with the id of its
 * content. The id is the first published path of the content, so it stays when the address changes.
 */
export const ledgerSchema = z.record(z.string(), z.string());
/** The file name of the ledger in the content folder. */
export const ledgerName = 'permalinks.json';

export type Ledger = Readonly<Record<string, string>>;

/** An address as the ledger sees it. */
export interface Published {
	readonly kind: 'post' | 'page' | 'author' | 'category' | 'tag' | 'year' | 'home' | 'alias';
	readonly path: string;
	/** Whether readers can open it: no draft, no scheduled post, no list without posts. */
	readonly published: boolean;
	/** The earlier paths of the same content. */
	readonly aliases: readonly string[];
	/** The names of the feeds below it, such as `feed.xml`. */
	readonly feeds: readonly string[];
}

/** Returns the ledger with the addresses that are published now. Addresses are never removed. */
export function record(ledger: Ledger, addresses: readonly Published[]): Ledger {
	const next = { ...ledger };
	for (const { kind, path, published, aliases, feeds } of addresses) {
		if (!published || kind === 'alias') continue;
		next[path] = permanentId(ledger, path, aliases);
		for (const name of feeds) next[path + name] = `${next[path]}/${name}`;
	}
	return Object.fromEntries(Object.entries(next).sort(([a], [b]) => order(a, b)));
}

/** Returns the ledger without an address and its feeds, and what it is without. */
export function forget(ledger: Ledger, path: string) {
	const isGone = (address: string) =>
		address === path || (address.startsWith(path) && !address.slice(path.length).includes('/'));
	const entries = Object.entries(ledger);
	return {
		left: Object.fromEntries(entries.filter(([address]) => !isGone(address))),
		forgotten: Object.keys(ledger).filter(isGone),
	};
}

/** Returns the id of the content at `path`: from the ledger, or the path if it is new. */
export function permanentId(ledger: Ledger, path: string, aliases: readonly string[]): string {
	return ledger[path] ?? aliases.map((alias) => ledger[alias]).find(Boolean) ?? path.slice(1, -1);
}

/** Returns the ledger as JSON with one address per line, so that Git can merge additions. */
export function printLedger(ledger: Ledger): string {
	return `${JSON.stringify(ledger, null, '\t')}\n`;
}

/** Returns the addresses of posts that are published now but are not yet in the ledger. */
export function due<Address extends Published>(
	ledger: Ledger,
	addresses: readonly Address[],
): readonly Address[] {
	return addresses.filter(
		({ kind, path, published }) => kind === 'post' && published && !(path in ledger),
	);
}
