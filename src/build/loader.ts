import { rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { file, type Loader, type LoaderContext } from 'astro/loaders';
import { contentFolder, named } from '../folders.ts';
import { parseYaml } from '../markdown/source.ts';
import { isError } from '../model/problems.ts';
import type { Document } from './documents.ts';
import type { KindName } from './kinds.ts';
import { shared, sharedReader } from './shared.ts';

type Watcher = NonNullable<LoaderContext['watcher']>;

/**
 * Gives Astro the content as `check` reads it, with texts already rendered. While editing, pages take
 * all from there; a build gives it only what it has to compile.
 */
export function createLoaders() {
	// Astro leaves these alone if what it has loaded is as before, whichever publication wrote them last
	// (7.3.5).
	for (const name of ['content-assets.mjs', 'content-modules.mjs'])
		rmSync(join('.astro', name), { force: true });
	const documents = (name: KindName): Loader => ({
		name,
		load: async (context) => {
			const published = shared();
			if (published) return put(published.compiled.get(name)!, context);
			const reader = await sharedReader();
			const load = async () => put(await reader[name](), context);
			await load();
			if (context.watcher) watch(context.watcher, join(contentFolder, name), load);
		},
	});
	const categories = list(pathToFileURL(join(contentFolder, 'categories.yaml')).href);
	return {
		posts: documents('posts'),
		authors: documents('authors'),
		pages: documents('pages'),
		categories: {
			...categories,
			load: async (context) => {
				if (!shared()) await categories.load(context);
			},
		} satisfies Loader,
	};
}

/** Makes the store hold these documents and nothing else. */
async function put(documents: readonly Document<unknown>[], context: LoaderContext): Promise<void> {
	const { store, parseData } = context;
	const gone = new Set(store.keys());
	for (const { id, path, raw, text, digest } of documents) {
		if (!text || !raw) continue;
		if (store.get(id)?.digest !== digest) {
			const parsing = parseData({ id, data: { ...raw, text: text.facts }, filePath: path });
			// While editing, what is wrong is left out; checks beside say what is wrong.
			const data = await (shared() ? parsing : parsing.catch(() => undefined));
			if (!data) continue;
			const deferredRender = text.facts.body === undefined;
			store.set({ id, data, digest, filePath: named(path), deferredRender });
		}
		gone.delete(id);
	}
	for (const id of gone) store.delete(id);
}

/** Loads again after each change below `folder`, one change after the other. */
function watch(watcher: Watcher, folder: string, load: () => Promise<void>): void {
	let last = Promise.resolve();
	watcher.add(folder);
	watcher.on('all', (_event, path) => {
		if (path.startsWith(folder + sep)) last = last.then(load).catch(console.error);
	});
}

/** A YAML file that lists objects with an `id`. Astro sorts what it loads; `order` keeps the file's. */
function list(url: string): Loader {
	return file(url, {
		parser: (text) => {
			const { findings, data } = parseYaml(url, text);
			const error = findings.find(isError);
			if (error) throw new Error(`${error.message} ${error.fix}`);
			const items = (data ?? []) as Record<string, unknown>[];
			return items.map((item, order) => ({ ...item, order }));
		},
	});
}
