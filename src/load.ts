import { getCollection, getEntry, render } from 'astro:content';
import { check } from './model/checks.ts';
import { assemble, type Publication } from './model/publication.ts';
import { createUrls } from './model/urls.ts';
import { site } from './site.ts';

let assembled: Promise<Publication> | undefined;

/** The publication, assembled once per build and after each change while editing. */
export function publication(): Promise<Publication> {
	return import.meta.env.DEV ? load() : (assembled ??= load());
}

/** The text of a post, a page or an author, ready to be rendered. */
export async function textOf(collection: 'posts' | 'pages' | 'authors', id: string) {
	const entry = await getEntry(collection, id);
	if (!entry) throw new Error(`load: no entry "${id}" in ${collection}`);
	return render(entry);
}

async function load(): Promise<Publication> {
	const content = {
		posts: (await getCollection('posts')).map(located),
		authors: (await getCollection('authors')).map(located),
		categories: (await getCollection('categories'))
			.map(located)
			.sort((a, b) => a.data.order - b.data.order),
		pages: (await getCollection('pages')).map(located),
	};
	const now = new Date();
	const findings = check(content, createUrls(site.address), now);
	if (findings.length > 0)
		throw new Error(
			findings.map(({ file, message, fix }) => `${file}: ${message} ${fix}`).join('\n'),
		);
	return assemble(content, site, now);
}

function located<Entry extends { collection: string; filePath?: string }>(entry: Entry) {
	return { ...entry, file: entry.filePath ?? entry.collection };
}
