import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { digest } from './digest.ts';
import { readJson, replaceFile } from './disk.ts';

/** A document of the search index. */
export interface SearchDocument {
	/** Of its post: the index finds the address by it. */
	readonly id: string;
	/** A digest of all that it is made of. */
	readonly key: string;
	readonly make: () => string;
}

/**
 * Makes `folder` hold these documents and nothing else, each as `<id>/index.html`. One that was made
 * of the same before stays. Answers a digest of all that they are made of.
 *
 * What Pagefind makes depends on the order in which it is given the files, and many file systems give
 * them in the order in which they were put there. So, with other documents than before, it becomes a
 * new folder.
 */
export function layDocuments(folder: string, documents: readonly SearchDocument[]): string {
	const list = `${folder}.json`;
	const known = existsSync(folder) ? readJson<Readonly<Record<string, string>>>(list, {}) : {};
	const keys = Object.fromEntries(documents.map(({ id, key }) => [id, key]));
	const text = JSON.stringify(keys);
	if (text === JSON.stringify(known)) return digest(text);
	// Who is interrupted leaves no list.
	rmSync(list, { force: true });
	const isSame = isDeepStrictEqual(Object.keys(known), Object.keys(keys));
	if (!isSame) layAnew(folder, documents);
	for (const { id, key, make } of documents)
		if (known[id] !== key) writeFileSync(join(folder, id, 'index.html'), make());
	replaceFile(list, text);
	return digest(text);
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
