import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { linkFile, readJson, replaceFile, versionsIn } from './disk.ts';

/** What the site's own search page takes of the files that Pagefind makes. */
const needed =
	/^(pagefind\.js|pagefind-entry\.json|[^/]*\.(pf_\w+|pagefind)|(index|fragment|filter)\/.*)$/;

/** The search index that was made last. */
export interface KeptIndex {
	/** Whether it was made of the documents of which `version` is a digest. */
	isOf(version: string): boolean;
	/** Takes the one that was made in the folder `from` in its place. */
	replace(from: string, version: string): void;
	/** Puts it into the folder `to`, which must not be there. Answers its size in bytes. */
	put(to: string): number;
}

/** The index that is kept in `folder`. */
export function openIndex(folder: string): KeptIndex {
	const list = `${folder}.json`;
	type Known = { readonly version?: string; readonly files?: Readonly<Record<string, string>> };
	const read = () => readJson<Known>(list, {});
	return {
		isOf(version) {
			const known = read();
			// One of the site is the same file; whoever has edited it has edited this one.
			const files = () => Object.fromEntries(versionsIn(folder));
			return known.version === version && isDeepStrictEqual(known.files, files());
		},
		replace(from, version) {
			rmSync(list, { force: true });
			rmSync(folder, { recursive: true, force: true });
			renameSync(from, folder);
			const all = [...versionsIn(folder)];
			for (const [path] of all) if (!needed.test(path)) rmSync(join(folder, path));
			const files = Object.fromEntries(all.filter(([path]) => needed.test(path)));
			replaceFile(list, JSON.stringify({ version, files }));
		},
		put(to) {
			const files = Object.entries(read().files ?? {});
			const folders = new Set(files.map(([path]) => dirname(join(to, path))));
			for (const one of folders) mkdirSync(one, { recursive: true });
			for (const [path] of files) linkFile(join(folder, path), join(to, path));
			return files.reduce((sum, [, version]) => sum + Number(version.split(' ')[1]), 0);
		},
	};
}
