import { alias as aliasSchema } from '../../model/content/values.ts';
import type { Urls } from '../../model/publication/urls.ts';

/**
 * Keeps each address to one owner. `urls` are those of the new site; many disks and servers ignore case
 * and a final slash.
 */
export function createClaims(urls: Urls) {
	const taken = new Set(urls.reserved.map(keyOf));
	const isFree = (path: string) =>
		!taken.has(keyOf(urls.path(path))) && !urls.isReserved(urls.path(path).toLowerCase());
	return {
		isFree,
		/** Takes an address. Returns whether it was free. */
		take(path: string): boolean {
			if (!isFree(path)) return false;
			taken.add(keyOf(urls.path(path)));
			return true;
		},
		/** Takes those of `paths` that can be aliases and are free. Returns them in their normal form. */
		aliases(paths: readonly string[]): string[] {
			return paths.flatMap((path) => {
				const { data } = aliasSchema.safeParse(path);
				if (data === undefined || !isFree(data)) return [];
				taken.add(keyOf(urls.path(data)));
				return [data];
			});
		},
	};
}

function keyOf(path: string): string {
	return decodeURI(path).normalize().toLowerCase().replace(/\/*$/, '/');
}
