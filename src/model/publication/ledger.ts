import { z } from 'astro/zod';
import type { Address } from '../checks/addresses.ts';
import { order } from '../text/text.ts';

/**
 * All published addresses, as paths below the site's root, each with the id of its content. The id
 * is the first published path of the content, so it stays when the address changes.
 */
export const ledgerSchema = z.record(z.string(), z.string());
/** The file name of the ledger in the content folder. */
export const ledgerName = 'permalinks.json';

export type Ledger = Readonly<Record<string, string>>;

/** Kinds with permanent addresses. Lists of tags and years exist only while they have posts. */
const permanent = new Set<Address['kind']>(['post', 'page', 'author', 'category']);

/** Returns the ledger with the addresses that are published now. Addresses are never removed. */
export function record(ledger: Ledger, addresses: readonly Address[]): Ledger {
	const next = { ...ledger };
	for (const { kind, path, published, aliases } of addresses)
		if (published && permanent.has(kind)) next[path] = permanentId(ledger, path, aliases);
	return Object.fromEntries(Object.entries(next).sort(([a], [b]) => order(a, b)));
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
export function due(ledger: Ledger, addresses: readonly Address[]): readonly Address[] {
	return addresses.filter(
		({ kind, path, published }) => kind === 'post' && published && !(path in ledger),
	);
}
