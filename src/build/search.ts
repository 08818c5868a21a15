import { existsSync, mkdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import type { Body } from '../model/body.ts';
import type { Places } from '../model/places.ts';
import type { Post } from '../model/posts.ts';
import type { Publication } from '../model/publication.ts';
import { searchFields } from '../model/searching.ts';
import { order } from '../model/text.ts';
import { replaceFile, several, statOf, versionOf } from './disk.ts';
import { htmlIn, htmlOf, htmlOfReplies, searchDocument } from './searched.ts';

interface Entry {
	readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
}

/** What the site's own search page takes of the files that Pagefind makes. */
const needed = /^(pagefind\.js|pagefind-entry\.json|.*\.(pf_\w+|pagefind))$/;

/** Texts that are read before Pagefind is given the first of them: it works, meanwhile, on those before. */
const readAhead = 100;

/** A search index in the making. */
export interface Indexing {
	/** Fulfilled when Pagefind has been given all that is known: it works by itself from then on. */
	readonly given: Promise<void>;
	/**
	 * Ends the index when the site is finished. Readers find it at `path`; the search page then names
	 * the files that every search needs. Answers its size in bytes.
	 */
	finish(path: string): Promise<number>;
	/** Ends it, finished or not. */
	close(): Promise<void>;
}

/** Where the texts of posts are found while their pages are not made yet. */
export interface Texts {
	/** The rendered text of a post; nothing if it has code of its own. */
	readonly bodyOf: (post: Post) => Promise<Body | undefined>;
	/** The pages of the last build. */
	readonly kept: string;
	/** Whether a post was written since. */
	readonly isNewer: (post: Post) => boolean;
}

/**
 * Begins the index of a publication in the folder `pagefind` of a new site, while its pages are still
 * being made. Most texts are known
 * without them; one with code of its own is taken from its page in the last build if the post is
 * older than that, and made sure of in the end.
 */
export function startIndexing(
	{ posts, site }: Publication,
	places: Places,
	folder: string,
	{ bodyOf, kept, isNewer }: Texts,
): Indexing {
	// What Pagefind makes depends on the order of the posts, so there is but one.
	const inOrder = posts.toSorted((a, b) => order(a.id, b.id));
	const finished = Promise.withResolvers<void>();
	const given = Promise.withResolvers<void>();
	/** Pages of the last build that were taken for those of this one, as they were then. */
	const trusted = new Map<string, string>();

	const htmlOfPost = async (post: Post, isFinished: boolean): Promise<string> => {
		const body = await bodyOf(post);
		if (body) return htmlOf(body.pieces);
		const page = join(kept, post.id, 'index.html');
		if (!isFinished && !isNewer(post) && existsSync(page)) {
			trusted.set(page, versionOf(page));
			return htmlIn(await readFile(page, 'utf8'));
		}
		given.resolve();
		await finished.promise;
		return htmlIn(await readFile(join(folder, post.id, 'index.html'), 'utf8'));
	};
	const makeIndex = async (isFinished = false) => {
		const index = await emptyIndex(site.language);
		const answers: Promise<{ errors: string[] }>[] = [];
		for (let start = 0; start < inOrder.length; start += readAhead) {
			const next = inOrder.slice(start, start + readAhead);
			const texts = await several(next, (post) => htmlOfPost(post, isFinished));
			for (const [at, post] of next.entries()) {
				const content = searchDocument(
					searchFields(post, site.language),
					texts[at]! + htmlOfReplies(post.threads),
					places,
				);
				answers.push(index.addHTMLFile({ url: `/${post.id}/`, content }));
			}
		}
		// Pagefind does one thing after the other: it need not wait for us to hear of the last.
		const made = index.getFiles();
		given.resolve();
		for (const { errors } of await Promise.all([...answers, made])) refuse(errors);
		const files = (await made).files.filter(({ path }) => needed.test(path));
		await write(files, join(folder, 'pagefind'));
		return files;
	};
	const early = makeIndex();
	early.catch(given.resolve);
	return {
		given: given.promise,
		async finish(path) {
			finished.resolve();
			let files = await early;
			if ([...trusted].some(([page, version]) => version !== versionOf(page))) {
				files = await makeIndex(true);
			}
			await preload(join(folder, 'search/index.html'), files, path);
			return files.reduce((sum, { content }) => sum + content.length, 0);
		},
		async close() {
			finished.reject(new Error('The index is not needed any more.'));
			await early.catch(() => undefined);
			await close();
		},
	};
}

async function emptyIndex(language: string): Promise<PagefindIndex> {
	const { index, errors } = await createIndex({
		// One index: a reader on an English page finds the Mongolian post.
		forceLanguage: language,
		excludeSelectors: ['[data-footnote-ref]', '[data-footnote-backref]', '#footnote-label'],
	});
	refuse(errors);
	return index!;
}

/** Makes `folder` hold these files and nothing else. What is named by what it says is left there. */
async function write(files: readonly IndexFile[], folder: string): Promise<void> {
	mkdirSync(folder, { recursive: true });
	const wanted = new Set(files.map(({ path }) => join(folder, path)));
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (!entry.isDirectory() && !wanted.has(path)) await rm(path);
	}
	await several(files, async ({ path, content }) => {
		const file = join(folder, path);
		if (/_[0-9a-f]+\.pf_\w+$/.test(path) && statOf(file)?.size === content.length) return;
		mkdirSync(dirname(file), { recursive: true });
		await replaceFile(file, content);
	});
}

/** Lets the browser fetch what every search needs while it still reads the page. */
async function preload(page: string, files: readonly IndexFile[], path: string): Promise<void> {
	const entry = files.find((file) => file.path === 'pagefind-entry.json')!;
	const { languages } = JSON.parse(new TextDecoder().decode(entry.content)) as Entry;
	const wasm = `wasm.${Object.values(languages)[0]?.wasm ?? 'unknown'}.pagefind`;
	const links = files
		.map((file) => file.path)
		.filter((name) => name === wasm || /\.pf_meta$/.test(name))
		.map((name) => `<link rel="preload" href="${path}${name}" as="fetch" crossorigin>`);
	const html = await readFile(page, 'utf8');
	await replaceFile(page, html.replace('<link rel="modulepreload"', `${links.join('')}$&`));
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0)
		throw new Error(`The search index could not be built: ${errors.join('; ')}`);
}
