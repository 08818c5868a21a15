import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { file, type Loader, type LoaderContext } from 'astro/loaders';
import { contentFolder, named } from '../folders.ts';
import { parseYaml } from '../markdown/source.ts';
import { isPublished, type PartialDate } from '../model/dates.ts';
import { isError } from '../model/problems.ts';
import type { Site } from '../model/site.ts';
import type { Document } from './documents.ts';
import type { KindName } from './kinds.ts';
import { sharedReader } from './shared.ts';

type Watcher = NonNullable<LoaderContext['watcher']>;
type Documents = readonly Document<{ draft: boolean; date: PartialDate }>[];

/**
 * Gives Astro the content as `check` reads it, with texts already rendered: only one with code of
 * its own is left to be compiled. Posts that are not published are left out, because Astro copies
 * images into the site as soon as it sees them.
 */
export function createLoaders(site: Site, now: Date) {
	const documents = (name: KindName): Loader => ({
		name,
		load: async (context) => {
			const reader = await sharedReader();
			const load = async () => {
				// A build publishes the texts that it has checked, even if one was saved since.
				const all = (await (context.watcher ? reader[name]() : reader.last(name))) as Documents;
				const shown = name === 'posts' && !site.drafts ? all.filter(isPublic) : all;
				await put(shown, context);
			};
			await load();
			if (context.watcher) watch(context.watcher, join(contentFolder, name), load);
		},
	});
	const isPublic = ({ data: { draft = false, date } }: Documents[number]) =>
		date !== undefined && isPublished({ draft, date }, now, site.timeZone);
	return {
		posts: documents('posts'),
		authors: documents('authors'),
		pages: documents('pages'),
		categories: list(pathToFileURL(join(contentFolder, 'categories.yaml')).href),
	};
}

/** Makes the store hold these documents and nothing else. */
async function put(documents: Documents, context: LoaderContext): Promise<void> {
	const { store, parseData, watcher } = context;
	const gone = new Set(store.keys());
	for (const { id, path, raw, text, digest } of documents) {
		if (!text || !raw) continue;
		if (store.get(id)?.digest !== digest) {
			const parsing = parseData({ id, data: { ...raw, text: text.facts }, filePath: path });
			// While editing, what is wrong is left out; checks beside say what is wrong.
			const data = await (watcher ? parsing.catch(() => undefined) : parsing);
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
