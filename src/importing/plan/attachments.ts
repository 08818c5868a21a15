import { proposeSlug } from '../../model/text/transliterate.ts';
import { decoded } from '../../model/publication/urls.ts';

/** A file to copy, as planned. */
export interface Copy {
	/** Below the content folder. */
	readonly path: string;
	/** Where it is now. */
	readonly from: string;
}

/** Gives files names without spaces in a folder, each its own. */
export function createNames(taken: (name: string) => boolean = () => false) {
	const names = new Map<string, string>();
	const used = new Set<string>();
	/** Returns the name of the file at `from`, whose address ends in its old name. */
	return (from: string, address: string): string => {
		const known = names.get(from);
		if (known !== undefined) return known;
		const last = decoded(address.replace(/[?#].*$/, '').replace(/^.*\//, ''));
		const [, stem = '', ending = ''] = /^(.*?)(\.[a-z\d]+)?$/is.exec(last)!;
		const plain = /^[\w-]+(\.[\w-]+)*$/.test(stem) ? stem : proposeSlug(stem) || 'file';
		let name = plain + ending.toLowerCase();
		for (let number = 2; used.has(name.toLowerCase()) || taken(name); number++)
			name = `${plain}-${number}${ending.toLowerCase()}`;
		used.add(name.toLowerCase());
		names.set(from, name);
		return name;
	};
}
