import { getCollection, getEntry, render } from 'astro:content';
import { now } from './clock.ts';
import { errorsOf, sound } from './model/checks/sound.ts';
import { assemble, type Publication } from './model/publication.ts';
import { site } from './site.ts';

let assembled: Promise<Publication> | undefined;

/** The publication, assembled once per build and after each change while editing. */
export function publication(): Promise<Publication> {
	return (assembled ??= load());
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
	const time = now();
	// While editing, checks run beside and tell; a build has passed them.
	if (import.meta.env.DEV) return assemble(sound(content, site, time), site, time);
	const errors = errorsOf(content, site, time).map(({ file, message }) => `${file}: ${message}`);
	if (errors.length > 0) throw new Error(errors.join('\n'));
	return assemble(content, site, time);
}

function located<Entry extends { collection: string; filePath?: string }>(entry: Entry) {
	return { ...entry, file: entry.filePath ?? entry.collection };
}
