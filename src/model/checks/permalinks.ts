import type { Ledger } from '../publication/ledger.ts';
import { finding, type Finding } from './problems.ts';
import { nearest } from '../text/text.ts';
import type { Address } from './addresses.ts';

/** Checks that each address in the ledger still works and does not belong to other content now. */
export function permalinks(
	file: string,
	ledger: Ledger,
	addresses: readonly Address[],
	incomplete: boolean,
): Finding[] {
	return [...reused(ledger, addresses), ...(incomplete ? [] : lost(file, ledger, addresses))];
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

function lost(file: string, ledger: Ledger, addresses: readonly Address[]): Finding[] {
	const alive = new Set(addresses.filter(({ published }) => published).map(({ path }) => path));
	const added = [...alive].filter((path) => !(path in ledger));
	return Object.keys(ledger)
		.filter((path) => !alive.has(path))
		.map((path) => finding('lost-permalink', file, { keyOf: [path] }, path, nearest(path, added)));
}
