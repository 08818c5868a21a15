import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readJson, replaceFile, versionOf } from './disk.ts';

/** A document of the search index. */
export interface SearchDocument {
	/** Of its post: the index finds the address by it. */
	readonly id: string;
	/** A digest of all that it is made of. */
	readonly key: string;
	readonly make: () => string;
}

interface Known {
	readonly key: string;
	/** Of the file: one that was written since, by a build that was interrupted, is not known. */
	readonly version: string;
}

/**
 * Makes `folder` hold these documents and nothing else, each as `<id>/index.html`. One that was made
 * of the same before stays. Answers how many were made anew.
 *
 * What Pagefind makes depends on the order in which it is given the files, and many file systems give
 * them in the order in which they were put there. So, with other documents than before, it becomes a
 * new folder.
 */
export function layDocuments(folder: string, documents: readonly SearchDocument[]): number {
	const list = `${folder}.json`;
	const known = readJson<Record<string, Known>>(list, {});
	if (!isOf(folder, documents)) layAnew(folder, documents);
	const fileOf = (id: string) => join(folder, id, 'index.html');
	const missing = documents.filter(({ id, key }) => {
		const before = known[id];
		return before?.key !== key || before.version !== versionOf(fileOf(id));
	});
	for (const { id, make } of missing) writeFileSync(fileOf(id), make());
	if (missing.length > 0) {
		const entries = documents.map(({ id, key }): [string, Known] => [
			id,
			{ key, version: versionOf(fileOf(id)) },
		]);
		replaceFile(list, JSON.stringify(Object.fromEntries(entries)));
	}
	return missing.length;
}

/** Whether `folder` has places for these documents and for no others. */
function isOf(folder: string, documents: readonly SearchDocument[]): boolean {
	const wanted = Map.groupBy(documents, ({ id }) => dirname(id));
	const namesIn = (path: string) => (existsSync(path) ? readdirSync(path).sort() : []);
	return (
		isDeepStrictEqual(namesIn(folder), [...wanted.keys()].sort()) &&
		[...wanted].every(([parent, those]) =>
			isDeepStrictEqual(namesIn(join(folder, parent)), those.map(({ id }) => basename(id)).sort()),
		)
	);
}

/** Makes places for these documents in their order, and puts there what is known of them. */
function layAnew(folder: string, documents: readonly SearchDocument[]): void {
	const before = `${folder}.old`;
	rmSync(before, { recursive: true, force: true });
	if (existsSync(folder)) renameSync(folder, before);
	for (const { id } of documents) {
		const target = join(folder, id);
		mkdirSync(dirname(target), { recursive: true });
		if (existsSync(join(before, id))) renameSync(join(before, id), target);
		else mkdirSync(target);
	}
	rmSync(before, { recursive: true, force: true });
}
