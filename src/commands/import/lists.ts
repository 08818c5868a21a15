import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { Lists } from '../../importing/plan/lists.ts';
import { tagKey } from '../../model/publication/tags.ts';

/** A list of the content with what an import adds. */
interface Extended {
	readonly name: string;
	readonly text: string;
	/** How many entries are new. */
	readonly added: number;
}

/** An entry of a list. */
interface Entry {
	readonly id?: unknown;
	readonly label?: unknown;
	readonly aliases?: unknown;
}

/** Returns the lists of the content in `folder` that an import changes. What is there stays. */
export function extendLists(folder: string, { categories, tags, redirects }: Lists): Extended[] {
	const keyOfTag = ({ label }: Entry) => tagKey(String(label));
	const lists = [
		extend(folder, 'categories.yaml', categories, ({ id }) => String(id)),
		extend(folder, 'tags.yaml', tags, keyOfTag),
	];
	const moved = Object.assign(
		{},
		redirects,
		...lists.map(({ moved }) => moved),
	) as Lists['redirects'];
	return [...lists, extendMap(folder, 'redirects.yaml', moved)].filter(({ added }) => added > 0);
}

function extend(
	folder: string,
	name: string,
	entries: Lists['categories'],
	keyOf: (entry: Entry) => string,
): Extended & { readonly moved: Lists['redirects'] } {
	const text = textOf(folder, name);
	const { contents } = parseDocument(text);
	const known = new Map(
		isSeq(contents)
			? (contents.toJSON() as (Entry | null)[]).map((one) => [keyOf(one ?? {}), one ?? {}])
			: [],
	);
	const missing = entries.filter(({ entry }) => !known.has(keyOf(entry)));
	// Addresses of an entry that was there before have a place of their own.
	const moved = entries.flatMap(({ entry, path }) => {
		const own = known.get(keyOf(entry))?.aliases;
		const had = Array.isArray(own) ? own : [];
		const aliases = (entry as { aliases?: readonly string[] }).aliases ?? [];
		return known.has(keyOf(entry))
			? aliases.filter((one) => !had.includes(one)).map((one) => [one, path] as const)
			: [];
	});
	return {
		name,
		text: joined(text, missing.length > 0 ? print(missing.map(({ entry }) => entry)) : ''),
		added: missing.length,
		moved: Object.fromEntries(moved),
	};
}

function extendMap(
	folder: string,
	name: string,
	entries: Readonly<Record<string, string>>,
): Extended {
	const text = textOf(folder, name);
	const { contents } = parseDocument(text);
	const known = isMap(contents) ? (contents.toJSON() as object) : {};
	const missing = Object.entries(entries).filter(([key]) => !Object.hasOwn(known, key));
	const added = missing.length > 0 ? print(Object.fromEntries(missing)) : '';
	return { name, text: joined(text, added), added: missing.length };
}

function textOf(folder: string, name: string): string {
	const path = join(folder, name);
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function print(value: object): string {
	return stringify(value, { lineWidth: 0, version: '1.2', indentSeq: false });
}

/** Joins texts; an empty list, written `[]` or `{}`, goes. */
function joined(text: string, added: string): string {
	const before = text.replace(/^(\[\]|\{\})\s*$/m, '');
	return before === '' ? added : before.replace(/\n*$/, '\n') + added;
}
