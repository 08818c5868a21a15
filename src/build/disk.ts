import { randomUUID } from 'node:crypto';
import { statSync, type Stats } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** What lies at a path; nothing where no file system could have it. */
export function statOf(path: string): Stats | undefined {
	try {
		return statSync(path, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}

/** Changes whenever the file at `path` is written. */
export function versionOf(path: string): string {
	const { mtimeMs, size } = statOf(path) ?? {};
	return `${mtimeMs} ${size}`;
}

/** Puts a whole file in its place at once: whoever is interrupted leaves the old one. */
export async function replaceFile(path: string, content: string | Buffer): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const next = `${path}.${randomUUID()}`;
	await writeFile(next, content);
	await rename(next, path);
}

/** How many files are read or written at once; more are no faster. */
const atOnce = 4;

/** Does `work` with each item, a few at once; answers in the order of the items. */
export async function several<Item, Result>(
	items: readonly Item[],
	work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
	const results = new Array<Result>(items.length);
	let next = 0;
	const workThrough = async () => {
		while (next < items.length) {
			const index = next++;
			results[index] = await work(items[index]!, index);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, workThrough));
	return results;
}
