import { z } from 'astro/zod';
import type { Address } from '../checks/addresses.ts';
import { order } from '../text/text.ts';

/**
 * Every address that was ever published, as a path below the site's root, with the id of what it
 * leads to: the path under which that was published first. So an id stays when an address changes.
 */
export const ledgerSchema = z.record(z.string(), z.string());
/** Where it is kept in the folder of content. */
export const ledgerName = 'permalinks.json';

export type Ledger = Readonly<Record<string, string>>;

/** What the site promises for ever; lists of tags and years come and go with their posts. */
const permanent = new Set<Address['kind']>(['post', 'page', 'author', 'category']);

/** The ledger with what is published now. Nothing ever leaves it. */
export function record(ledger: Ledger, addresses: readonly Address[]): Ledger {
	const next = { ...ledger };
	for (const { kind, path, published, aliases } of addresses)
		if (published && permanent.has(kind)) next[path] = permanentId(ledger, path, aliases);
	return Object.fromEntries(Object.entries(next).sort(([a], [b]) => order(a, b)));
}

/** The id of what is at `path`, whichever its address was when it was published first. */
export function permanentId(ledger: Ledger, path: string, aliases: readonly string[]): string {
	return ledger[path] ?? aliases.map((alias) => ledger[alias]).find(Boolean) ?? path.slice(1, -1);
}

/** One address a line, so that two editors' additions merge. */
export function printLedger(ledger: Ledger): string {
	return `${JSON.stringify(ledger, null, '\t')}\n`;
}

/** Posts that are to be seen now but were not when the site was last built. */
export function due(ledger: Ledger, addresses: readonly Address[]): readonly Address[] {
	return addresses.filter(
		({ kind, path, published }) => kind === 'post' && published && !(path in ledger),
	);
}
