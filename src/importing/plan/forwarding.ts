import { decoded } from '../../model/publication/urls.ts';
import type { Balance } from './balance.ts';
import type { createClaims } from './claims.ts';
import { pathsOf } from './oldpaths.ts';

/**
 * Leads the paths of the old site to those of the new one, each once, and counts them. `addresses` are those
 * of the old site, `base` is the path of the new site’s address.
 */
export function createForwarding(
	addresses: readonly string[],
	base: string,
	claims: ReturnType<typeof createClaims>,
	balance: Balance,
) {
	/** Where each old path leads. */
	const leads = new Map<string, string>();
	/** The folders in which the old site was. */
	const folders = [...new Set(addresses.map((one) => new URL(one).pathname))].filter(
		(folder) => folder !== '/' && folder !== base,
	);
	return {
		folders,
		/** Paths as they stand, and below the folders of the old site: `/tag/salt/` and `/blog/tag/salt/`. */
		everywhere: (paths: readonly string[]): string[] => [
			...paths,
			...folders.flatMap((folder) => paths.map((path) => folder + path.slice(1))),
		],
		/** Leads paths to `to`. Returns those that have to be aliases; `place` says whose they are. */
		take(all: readonly string[], to: string, place: string): string[] {
			const paths = [...new Set(all)];
			const missing = paths.filter((path) => keyOf(path) !== keyOf(to));
			const aliases = claims.aliases(missing);
			balance.came('addresses', paths.length);
			balance.went('addresses', paths.length - missing.length + aliases.length);
			balance.explain(
				'addresses',
				aliases.length - missing.length,
				'another page has it, or no page can have it',
				place,
			);
			for (const path of paths) if (!leads.has(keyOf(path))) leads.set(keyOf(path), to);
			return aliases;
		},
		/** Counts paths that lead nowhere, and says why. */
		leave(paths: readonly string[], reason: string, place: string): void {
			balance.came('addresses', paths.length);
			balance.explain('addresses', -paths.length, reason, place);
		},
		/** Where an address of the old site leads; `undefined` if nothing is known of it. */
		leadOf: (address: string) =>
			pathsOf(address, addresses, base)
				.map((path) => leads.get(keyOf(path)))
				.find(Boolean),
	};
}

/** What forms of one path have in common. */
function keyOf(path: string): string {
	return decoded(path).normalize().toLowerCase().replace(/\/+$/, '');
}
