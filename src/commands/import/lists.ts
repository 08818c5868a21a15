import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { Lists } from '../../importing/plan/lists.ts';
import { tagKey } from '../../model/publication/tags.ts';

/** A list of the content as an import leaves it. */
export interface ChangedList {
	readonly name: string;
	readonly text: string;
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
	/** The entries that imports have written, as JSON, by their keys. */
	readonly written: Written;
}

/** Entries as JSON, by their keys. */
type Written = Readonly<Record<string, string>>;

interface Entry {
	readonly id?: unknown;
	readonly label?: unknown;
	readonly aliases?: unknown;
}

/**
 * Returns the lists of the content in `folder` after an import. `recorded` has what earlier imports wrote in
 * each: an entry that is still so follows, one that an editor has changed or deleted stays as it is.
 */
export function updateLists(
	folder: string,
	{ categories, tags, redirects }: Lists,
	recorded: Readonly<Record<string, Written>>,
): readonly ChangedList[] {
	const lists = [
		{ name: 'categories.yaml', planned: categories, keyOf: ({ id }: Entry) => String(id) },
		{ name: 'tags.yaml', planned: tags, keyOf: ({ label }: Entry) => tagKey(String(label)) },
	].map(({ name, planned, keyOf }) => {
		const document = documentIn(folder, name);
		const entries = new Map(planned.map(({ entry, path }) => [keyOf(entry), { entry, path }]));
		const values = isSeq(document.contents) ? (document.toJS() as (Entry | null)[]) : [];
		const there = new Map(values.map((one) => [keyOf(one ?? {}), JSON.stringify(one)]));
		const list = update(
			name,
			document,
			there,
			new Map([...entries].map(([key, { entry }]) => [key, entry])),
			recorded[name] ?? {},
		);
		// Earlier addresses of an entry of an editor stand apart.
		const moved = values.flatMap((one) => {
			const planned = entries.get(keyOf(one ?? {}));
			if (!planned || list.written[keyOf(one ?? {})] !== undefined) return [];
			const had = Array.isArray(one?.aliases) ? (one.aliases as unknown[]) : [];
			const aliases = (planned.entry as { aliases?: readonly string[] }).aliases ?? [];
			return aliases
				.filter((alias) => !had.includes(alias))
				.map((alias) => [alias, planned.path] as const);
		});
		return { list, moved };
	});
	const name = 'redirects.yaml';
	const document = documentIn(folder, name);
	const there = isMap(document.contents) ? (document.toJS() as Record<string, unknown>) : {};
	const wanted = new Map([...Object.entries(redirects), ...lists.flatMap(({ moved }) => moved)]);
	const stringified = new Map(
		Object.entries(there).map(([key, value]) => [key, JSON.stringify(value)]),
	);
	return [
		...lists.map(({ list }) => list),
		update(name, document, stringified, wanted, recorded[name] ?? {}),
	];
}

/** Brings `document` to what is `planned`. `there` has its entries as JSON, by their keys. */
function update(
	name: string,
	document: Document,
	there: ReadonlyMap<string, string>,
	planned: ReadonlyMap<string, unknown>,
	recorded: Written,
): ChangedList {
	const isOurs = (key: string) => recorded[key] !== undefined && recorded[key] === there.get(key);
	const written: Record<string, string> = {};
	const counts = { added: 0, changed: 0, removed: 0 };
	const { contents } = document;
	for (const [index, key] of [...there.keys()].entries()) {
		if (!isOurs(key)) continue;
		const next = planned.get(key);
		const at = isMap(contents) ? key : index;
		if (next === undefined) {
			document.deleteIn([isMap(contents) ? key : index - counts.removed]);
			counts.removed++;
			continue;
		}
		written[key] = JSON.stringify(next);
		if (written[key] === there.get(key)) continue;
		document.setIn([isMap(contents) ? at : index - counts.removed], document.createNode(next));
		counts.changed++;
	}
	for (const [key, entry] of planned) {
		if (there.has(key)) continue;
		// What an editor has deleted stays away, but for categories, which posts need.
		if (recorded[key] !== undefined && name !== 'categories.yaml') {
			written[key] = recorded[key];
			continue;
		}
		if (typeof entry === 'string') document.setIn([key], entry);
		else document.addIn([], document.createNode(entry));
		written[key] = JSON.stringify(entry);
		counts.added++;
	}
	const isChanged = counts.added + counts.changed + counts.removed > 0;
	const text = isChanged ? document.toString({ lineWidth: 0, indentSeq: false }) : '';
	return { name, text, ...counts, written };
}

/** Reads a list; one that is empty or not there takes any entries. */
function documentIn(folder: string, name: string): Document {
	const path = join(folder, name);
	const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
	const document: Document = parseDocument(text, { version: '1.2' });
	const isEmpty =
		document.contents === null || /^(\[\]|\{\})$/.test(JSON.stringify(document.toJS()));
	if (isEmpty) document.contents = document.createNode(name === 'redirects.yaml' ? {} : []);
	if (isEmpty && (isMap(document.contents) || isSeq(document.contents)))
		document.contents.flow = false;
	return document;
}
