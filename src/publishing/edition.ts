import { basename } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { now } from '../clock.ts';
import type { Edition } from '../edition.ts';
import { contentFolder, displayPath, parseCache } from '../folders.ts';
import type { Biography } from '../model/publication/authors.ts';
import type { Body } from '../model/text/rendered.ts';
import type { Collections, Entry } from '../model/content/collections.ts';
import type { Content } from '../model/checks/content.ts';
import type { ImageFile } from '../model/page/images.ts';
import { isError, type Code } from '../model/checks/problems.ts';
import { assemble, type Publication } from '../model/publication/publication.ts';
import { withReadableLanguage } from '../model/publication/site.ts';
import { site } from '../site.ts';
import { createChecker, type Checked } from './content/check.ts';
import { nameOf } from './content/images.ts';
import { createLastGood, type Shown } from './lastgood.ts';
import { createReader } from './content/reader.ts';
import { kindNames } from './content/kinds.ts';

/** An edition that can be read again when its content has changed. */
export interface OpenEdition extends Edition {
	/** Whether the parse cache was damaged, so that all content is parsed anew. */
	readonly isCacheDamaged: boolean;
	/** What was found when the content was last read. */
	readonly checked: Checked;
	/** Reads, checks and assembles the content, unless that has been done. */
	load(): Promise<void>;
	/** Reads, checks and assembles the content as of `time`. */
	update(time: Date): Promise<void>;
	/** Calls `listen` after each update. */
	onUpdate(listen: () => void): void;
}

/** The edition of the content in `CONTENT_DIR`. It is read when Astro asks for its part. */
export function createEdition(): OpenEdition {
	const reader = createReader(contentFolder, site, parseCache(site));
	const check = createChecker(contentFolder, site, reader);
	const listeners: (() => void)[] = [];
	let loading: Promise<void> | undefined;
	let checked: Checked | undefined;
	let publication: Publication | undefined;
	let bodies: ReadonlyMap<string, string> = new Map();
	const showGood = createLastGood(site);

	const loader = (name: string, put: (context: LoaderContext) => Promise<void>): Loader => ({
		name,
		load: async (context) => {
			await edition.load();
			await put(context);
			if (context.watcher) listeners.push(() => void put(context).catch(console.error));
		},
	});
	const edition: OpenEdition = {
		isCacheDamaged: reader.isCacheDamaged,
		get checked() {
			return checked!;
		},
		get publication() {
			return publication!;
		},
		bodyOf: (digest) => JSON.parse(bodies.get(digest)!) as Body,
		loaders: {
			images: loader('images', (context) => putImages(publication!, context)),
			texts: loader('texts', (context) => putTexts(publication!, checked!, context)),
		},
		load: () => (loading ??= edition.update(now())),
		async update(time) {
			checked = await check(time);
			const shown = shownOf(checked, time, showGood);
			const collections = collectionsOf(shown, checked.replies);
			publication = assemble(collections, withReadableLanguage(site), time, checked.ledger);
			bodies = new Map(
				[...shown.documents.values()].map(({ text, body }) => [text?.facts.body ?? '', body]),
			);
			for (const listen of listeners) listen();
		},
		onUpdate: (listen) => void listeners.push(listen),
	};
	return edition;
}

/** What a page cannot be printed with; other mistakes show on it. */
const unprintable = new Set<Code>(['missing-import', 'undefined-name', 'unknown-component']);

/** The content that can be shown. When a build has found no error, that is all. */
function shownOf(
	{ content, documents, problems }: Checked,
	now: Date,
	showGood: ReturnType<typeof createLastGood>,
): Shown {
	const isWhole = ({ file }: { readonly file: string }) => {
		const { valid, text, found, data, problems } = documents.get(file)!;
		const { image } = data as { image?: { src: string } };
		const images = [...(text?.facts.images ?? []), ...(image ? [nameOf(image.src)] : [])];
		const isBroken = problems.some(({ code }) => unprintable.has(code));
		return valid && !isBroken && images.every((name) => found.has(name));
	};
	const whole: Content = {
		...content,
		posts: content.posts.filter(isWhole),
		authors: content.authors.filter(isWhole),
		pages: content.pages.filter(isWhole),
		categories: content.categories.filter(({ data }) => data.label !== undefined),
		tags: content.tags.filter(({ data }) => data.label !== undefined),
	};
	return showGood(whole, documents, now, problems.some(isError));
}

function collectionsOf(
	{ content: { posts, authors, pages, categories, tags, redirects }, documents }: Shown,
	replies: Checked['replies'],
): Collections {
	const complete = ({ id, file, data }: Entry<object>) => {
		const { text, found } = documents.get(file)!;
		const { image } = data as { image?: { src: string } };
		const images = text!.facts.images.map((name) => found.get(name)!);
		return {
			id,
			file,
			data: {
				...data,
				...(image && { image: { ...image, src: found.get(nameOf(image.src))! } }),
				text: { ...text!.facts, images },
			},
		};
	};
	return {
		posts: posts.map(complete),
		authors: authors.map(complete),
		pages: pages.map(complete),
		categories,
		tags,
		replies,
		redirects,
	} as unknown as Collections;
}

/** Gives Astro the images of what is published: it copies each into the site. */
async function putImages(publication: Publication, context: LoaderContext): Promise<void> {
	const { store, parseData } = context;
	// Astro then writes anew which images there are; the last to do so may have been another site.
	store.clear();
	const images = new Map(imagesOf(publication).map((image) => [image.path, image]));
	for (const { path, version } of images.values()) {
		const filePath = `${contentFolder}/${path}`;
		const data = await parseData({ id: path, data: { image: `./${basename(path)}` }, filePath });
		store.set({ id: path, data, digest: version, filePath: displayPath(filePath) });
	}
}

function imagesOf({ posts, pages, lists }: Publication): ImageFile[] {
	const leads = posts.flatMap(({ image }) => (image ? [image.src] : []));
	const texts = [...posts, ...pages, ...biographies(lists)];
	return [...leads, ...texts.flatMap(({ text }) => text.images)].filter(
		// What lies in public/ is published as it is.
		({ path }) => !path.startsWith('/'),
	);
}

/** What is said of the authors, in all languages of their pages. */
function biographies(lists: Publication['lists']): Biography[] {
	const all = lists.flatMap(({ authors, everywhere }) => [...authors, ...everywhere.authors]);
	return [...new Map(all.map(({ topic: { biography } }) => [biography.id, biography])).values()];
}

/** Gives Astro the texts with code of their own, as far as they are published. */
async function putTexts(
	{ posts, pages, lists }: Publication,
	{ documents }: Checked,
	{ store, watcher }: LoaderContext,
): Promise<void> {
	store.clear();
	const byPlace = new Map([...documents.values()].map((one) => [`${one.kind}/${one.id}`, one]));
	const shown = { posts, pages, authors: biographies(lists) };
	for (const kind of kindNames)
		for (const one of shown[kind]) {
			if (one.text.body !== undefined) continue;
			const id = `${kind}/${one.id}`;
			const { key, path } = byPlace.get(id)!;
			store.set({ id, data: {}, digest: key, filePath: displayPath(path), deferredRender: true });
		}
	// While editing, Astro prints pages anew when the store has changed.
	if (watcher) store.set({ id: 'edition', data: { updated: Date.now() } });
}
