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

/** Returns the lists of the content in `folder` that an import changes. What is there stays. */
export function extendLists(folder: string, { categories, tags, redirects }: Lists): Extended[] {
	return [
		extend(folder, 'categories.yaml', categories, ({ id }) => String(id)),
		extend(folder, 'tags.yaml', tags, ({ label }) => tagKey(String(label))),
		extendMap(folder, 'redirects.yaml', redirects),
	].filter(({ added }) => added > 0);
}

function extend(
	folder: string,
	name: string,
	entries: readonly object[],
	keyOf: (entry: { readonly id?: unknown; readonly label?: unknown }) => string,
): Extended {
	const text = textOf(folder, name);
	const { contents } = parseDocument(text);
	const known = new Set(
		isSeq(contents) ? (contents.toJSON() as object[]).map((one) => keyOf(one ?? {})) : [],
	);
	const missing = entries.filter((entry) => !known.has(keyOf(entry)));
	return {
		name,
		text: joined(text, missing.length > 0 ? print(missing) : ''),
		added: missing.length,
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
