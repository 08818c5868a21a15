import type { Source } from '../records.ts';
import type { Arranged } from './arrange.ts';
import type { Balance } from './balance.ts';
import type { FindCopy } from './resolve.ts';

/** Counts people, categories and tags, and says why they are fewer or more. */
export function countTerms(
	exported: Source['exported'],
	arranged: Arranged,
	balance: Balance,
): void {
	const { authors, old, terms, people, usedTags } = arranged;
	balance.came('authors', old.people.length);
	balance.went('authors', authors.length);
	const wrote = new Set(authors.flatMap(({ accounts }) => accounts));
	const idle = old.people.filter(({ login }) => !wrote.has(login)).length;
	balance.explain('authors', -idle, 'no text is theirs');
	const accounts = old.people.filter(({ login }) => wrote.has(login)).length;
	const holders = authors.filter((one) =>
		one.accounts.some((login) => old.people.some((person) => person.login === login)),
	);
	balance.explain('authors', holders.length - accounts, 'several accounts have one name');
	balance.explain(
		'authors',
		authors.length - holders.length,
		'named by bylines, categories or tags, or in import.yaml',
	);
	for (const kind of ['categories', 'tags'] as const) {
		const all = exported[kind];
		balance.came(kind, all.length);
		balance.explain(kind, -people[kind].size, 'they are people');
		const fates = [...terms[kind].values()];
		for (const fate of fates) if (fate.kind === 'left') balance.explain(kind, -1, fate.reason);
		const own = fates.filter((fate) => fate.kind === (kind === 'tags' ? 'tag' : 'category'));
		const distinct = new Set(own.flatMap((fate) => (fate.kind === 'left' ? [] : [fate.term])));
		balance.explain(kind, distinct.size - own.length, 'several are one');
		const others = fates.length - own.length - fates.filter(({ kind }) => kind === 'left').length;
		balance.explain(kind, -others, 'became tags, as import.yaml says');
		const out =
			kind === 'tags' ? [...distinct].filter(({ label }) => usedTags.has(label)) : [...distinct];
		balance.explain(kind, out.length - distinct.size, 'no text has it');
		balance.went(kind, out.length);
	}
}

/** Counts the files of the old site, and says why some do not come along. */
export function countFiles(
	urls: readonly string[],
	used: ReadonlySet<string>,
	missing: ReadonlySet<string>,
	findCopy: FindCopy,
	balance: Balance,
): void {
	for (const url of urls) {
		balance.came('files');
		const copy = findCopy(url);
		if (copy !== undefined && used.has(copy)) balance.went('files');
		else if (missing.has(url))
			balance.explain('files', -1, 'it is missing: give --media FOLDER or --download', url);
		else balance.explain('files', -1, 'no text shows it or leads to it', url);
	}
}
