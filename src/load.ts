import { createHash } from 'node:crypto';
import { getCollection, getEntry, render } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { readLedger } from './build/ledger.ts';
import { keptReplies, readReplies } from './build/replies.ts';
import { readBody } from './build/readings.ts';
import { now } from './clock.ts';
import { cacheFolder, contentFolder, textFolder } from './folders.ts';
import { sound } from './model/checks/sound.ts';
import { assemble, type Publication } from './model/publication.ts';
import type { Text } from './model/body.ts';
import { site } from './site.ts';

let assembled: Promise<Publication> | undefined;

/** The publication, assembled once per build and after each change while editing. */
export function publication(): Promise<Publication> {
	return (assembled ??= load());
}

/** The text of a post, a page or an author, ready to be printed, and its headings. */
export async function textOf(
	collection: 'posts' | 'pages' | 'authors',
	{ id, text: { body, images } }: { readonly id: string; readonly text: Text<ImageMetadata> },
) {
	if (body !== undefined) {
		const { pieces, headings } = readBody(textFolder(site), body);
		return { text: { pieces, images }, headings };
	}
	const entry = await getEntry(collection, id);
	if (!entry) throw new Error(`load: no entry "${id}" in ${collection}`);
	const { Content, headings } = await render(entry);
	return { text: Content, headings };
}

/**
 * A page for Astro to render, which it does anew only if something of what the page is given has
 * changed.
 */
export function page<Props extends Readonly<Record<string, object>>>(
	params: Record<string, string | undefined>,
	props: Props,
) {
	const cacheKey = Object.values(props).map(keyOf).join(' ');
	return { params, props, cacheKey };
}

const keys = new WeakMap<object, string>();

/** A digest, made once of each object, however many pages are given it. */
function keyOf(value: object): string {
	let key = keys.get(value);
	if (!key) {
		key = createHash('sha256').update(JSON.stringify(value, plain)).digest('hex');
		keys.set(value, key);
	}
	return key;
}

/** Astro counts an image as used in full when it is looked at, but not when its copy is. */
function plain(_: string, value: unknown): unknown {
	return (value as { clone?: unknown } | null)?.clone ?? value;
}

async function load(): Promise<Publication> {
	const content = {
		posts: (await getCollection('posts')).map(located),
		authors: (await getCollection('authors')).map(located),
		categories: (await getCollection('categories'))
			.map(located)
			.sort((a, b) => a.data.order - b.data.order),
		pages: (await getCollection('pages')).map(located),
		// While editing, nothing has been kept.
		replies: import.meta.env.DEV
			? (await readReplies(contentFolder)).replies
			: await keptReplies(cacheFolder(site)),
	};
	const time = now();
	// While editing, checks run beside and tell; a build has passed them.
	const ledger = readLedger(contentFolder);
	return assemble(import.meta.env.DEV ? sound(content, site, time) : content, site, time, ledger);
}

function located<Entry extends { collection: string; filePath?: string }>(entry: Entry) {
	return { ...entry, file: entry.filePath ?? entry.collection };
}
