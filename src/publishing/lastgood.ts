import { join } from 'node:path';
import { statOf } from '../disk.ts';
import { contentFolder } from '../folders.ts';
import type { Content, Item } from '../model/checks/content.ts';
import { dropInvalid } from '../model/checks/invalid.ts';
import type { Settings } from '../model/publication/site.ts';
import type { CheckedDocument } from './content/check.ts';

type Documents = ReadonlyMap<string, CheckedDocument>;

/** The content that can be shown, with its documents by file. */
export interface Shown {
	readonly content: Content;
	readonly documents: Documents;
}

/**
 * Returns a function that drops from `content`, of which all fields are valid, what has errors, and shows
 * it as it was last without them. `documents` are all files that exist; of others nothing is kept. A text
 * that Astro compiles is not kept, for Astro compiles the file as it is.
 */
export function createLastGood(site: Settings) {
	const good = new Map<
		string,
		{ readonly item: Item<object>; readonly document: CheckedDocument }
	>();
	let lists: Pick<Content, 'categories' | 'tags'> = { categories: [], tags: [] };

	return (content: Content, documents: Documents, now: Date, hasErrors: boolean): Shown => {
		const kept = hasErrors ? dropInvalid(content, site, now) : content;
		const texts = [...kept.posts, ...kept.pages, ...kept.authors];
		const files = new Set(texts.map(({ file }) => file));
		const lost = [...good].filter(
			([file, { document }]) => documents.has(file) && !files.has(file) && hasImages(document),
		);
		const restore = <Entry extends Item<object>>(kind: string, entries: readonly Entry[]) => [
			...entries,
			...lost.flatMap(([, { item, document }]) => (document.kind === kind ? [item as Entry] : [])),
		];
		for (const item of texts) {
			const document = documents.get(item.file)!;
			if (document.body !== '') good.set(item.file, { item, document });
		}
		// A list that cannot be read is empty.
		const [categories, tags] = [
			kept.categories.length > 0 ? kept.categories : lists.categories,
			kept.tags.length > 0 ? kept.tags : lists.tags,
		];
		lists = { categories, tags };
		if (!hasErrors) return { content: kept, documents };
		const restored: Content = {
			...content,
			posts: restore('posts', kept.posts),
			pages: restore('pages', kept.pages),
			authors: restore('authors', kept.authors),
			categories,
			tags,
		};
		const all = new Map(documents);
		for (const [file, { document }] of lost) all.set(file, document);
		return { content: dropInvalid(restored, site, now), documents: all };
	};
}

/** Whether the images of a document are still there. */
function hasImages({ found }: CheckedDocument): boolean {
	return [...found.values()].every(
		({ path }) => path.startsWith('/') || statOf(join(contentFolder, path)) !== undefined,
	);
}
