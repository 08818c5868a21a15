import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { getCollection, getEntry, render } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { readLedger } from './build/ledger.ts';
import { readReplies } from './build/replies.ts';
import { readBody } from './build/readings.ts';
import { now } from './clock.ts';
import { contentFolder, textFolder } from './folders.ts';
import { sound } from './model/checks/sound.ts';
import { assemble, type Publication } from './model/publication.ts';
import type { Text } from './model/body.ts';
import type { Collections } from './model/collections.ts';
import { site } from './site.ts';

// What is published lies in the memory of Node; Vite would compile a second one of the same.
const { shared: published } = createRequire(resolve('src/load.ts'))(
	'./build/shared.ts',
) as typeof import('./build/shared.ts');

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

/** A page to be printed; anew only if something of what it is given has changed. */
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
		key = hash('sha256', JSON.stringify(value));
		keys.set(value, key);
	}
	return key;
}

async function load(): Promise<Publication> {
	return import.meta.env.DEV ? loadEdited() : loadChecked();
}

/** What a build has checked and publishes. */
async function loadChecked(): Promise<Publication> {
	const { content, compiled, replies, ledger, inputs } = published()!;
	const given = await fromAstro((kind) => compiled.get(kind)!.length > 0);
	const all = {
		posts: withImages(content.posts, given.posts, inputs),
		authors: withImages(content.authors, given.authors, inputs),
		pages: withImages(content.pages, given.pages, inputs),
		categories: content.categories,
		replies,
	};
	return assemble(all as unknown as Collections, site, now(), ledger);
}

/** What is being edited, as far as it is sound: checks run beside and tell what is wrong. */
async function loadEdited(): Promise<Publication> {
	const time = now();
	const content = {
		...(await fromAstro()),
		categories: (await getCollection('categories'))
			.map(located)
			.sort((a, b) => a.data.order - b.data.order),
		replies: (await readReplies(contentFolder)).replies,
	};
	return assemble(sound(content, site, time), site, time, readLedger(contentFolder));
}

/** What Astro has been given of the content. Asked for a kind of which it has nothing, it warns. */
async function fromAstro(has: (kind: 'posts' | 'authors' | 'pages') => boolean = () => true) {
	return {
		posts: has('posts') ? (await getCollection('posts')).map(located) : [],
		authors: has('authors') ? (await getCollection('authors')).map(located) : [],
		pages: has('pages') ? (await getCollection('pages')).map(located) : [],
	};
}

interface Illustrated<Image> {
	readonly image?: { readonly src: Image } | undefined;
	readonly text: Text<Image>;
}

/**
 * What a build publishes, with the images as Astro knows them. A text with code of its own may show
 * any of the files that were compiled, of which `inputs` is a digest.
 */
function withImages<Item extends { id: string; data: Partial<Illustrated<unknown>> }>(
	items: readonly Item[],
	entries: readonly { readonly id: string; readonly data: Illustrated<ImageMetadata> }[],
	inputs: string,
): Item[] {
	const known = new Map(entries.map(({ id, data }) => [id, data]));
	return items.map((item) => {
		const entry = known.get(item.id);
		if (!entry) return item;
		const { image, text } = item.data;
		const code = text?.code && `${text.code} ${inputs}`;
		return {
			...item,
			data: {
				...item.data,
				...(image && { image: { ...image, src: printable(entry.image!.src) } }),
				text: { ...text, code, images: entry.text.images.map(printable) },
			},
		};
	});
}

/**
 * Astro counts a picture as used in full when it is looked at, as a digest does, but not when its copy
 * is. A drawing knows how to be printed.
 */
function printable(image: ImageMetadata): ImageMetadata {
	if ('toJSON' in image) return image;
	const copied = () => (image as { clone?: unknown }).clone;
	return new Proxy(image, {
		get: (_, name) => (name === 'toJSON' ? copied : Reflect.get(image, name)),
	});
}

function located<Entry extends { collection: string; filePath?: string }>(entry: Entry) {
	return { ...entry, file: entry.filePath ?? entry.collection };
}
