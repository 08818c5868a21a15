import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../../disk.ts';
import type { Body } from '../../model/text/rendered.ts';
import type { Places } from '../../model/content/places.ts';
import type { Post } from '../../model/publication/posts.ts';
import type { Publication } from '../../model/publication/publication.ts';
import { htmlOf, htmlOfReplies, searchDocument, textIn } from '../../model/search/searchhtml.ts';
import { searchFields } from '../../model/search/searchfields.ts';
import { order } from '../../model/text/text.ts';
import { digest } from './digest.ts';
import { filesOfEverySearch, runPagefind } from './pagefind.ts';
import { linkFile, type KeptFile, type OutputCache } from './outputcache.ts';

/** The search index of a build. */
export interface SearchIndex {
	/** Begins to make it, while pages are not there yet: most texts are known without them. */
	begin(): void;
	/**
	 * Puts it into the site in the folder `site`, where its pages are, and names in the search pages the
	 * files that every search needs.
	 */
	finish(site: string): Promise<void>;
}

export interface IndexOptions {
	readonly places: Places;
	readonly cache: OutputCache;
	/** A folder for files that nothing needs after the build. */
	readonly scratch: string;
	readonly bodyOf: (digest: string) => Body;
}

/** The index of a publication. It is taken from the cache if its documents are the same. */
export function createSearchIndex(
	{ posts, site: { language }, lists, urls }: Publication,
	{ places, cache, scratch, bodyOf }: IndexOptions,
): SearchIndex {
	const inOrder = posts.toSorted((a, b) => order(a.id, b.id));
	let running: { readonly version: string; readonly files: Promise<readonly string[]> } | undefined;

	/** The document of a post, in the cache; `undefined` if its text is known only from its page. */
	const documentOf = (post: Post, site?: string): KeptFile | undefined => {
		const { body, code } = post.text;
		const compiled = body === undefined ? compiledText(post.id, code!, site) : undefined;
		if (body === undefined && compiled === undefined) return undefined;
		const fields = searchFields(
			post,
			lists.map(({ site }) => site.language),
		);
		const replies = htmlOfReplies(post.threads);
		const key = digest(JSON.stringify([fields, body, compiled, replies, places]));
		const place = `search/${post.id}.html`;
		const kept = cache.get(place, key);
		if (kept) return kept;
		const text = compiled ?? htmlOf(bodyOf(body!).pieces);
		return cache.put(place, key, searchDocument(fields, text + replies, places, post.language));
	};
	/** The text of a post with code of its own: from its page, or from its page in the last build. */
	const compiledText = (id: string, code: string, site?: string): string | undefined => {
		const place = `search-texts/${id}.html`;
		if (site === undefined) {
			const kept = cache.get(place, code);
			return kept && readFileSync(kept.path, 'utf8');
		}
		const text = textIn(readFileSync(join(site, id, 'index.html'), 'utf8'));
		cache.put(place, code, text);
		return text;
	};
	const make = (documents: readonly KeptFile[]) => {
		const texts = documents.map(({ digest }, index) => [inOrder[index]!.id, digest]);
		const version = digest(JSON.stringify([texts, language, settings()]));
		if (version === running?.version) return;
		const files = keptIndex(cache, version) ?? makeIndex(version, documents);
		running = { version, files: Promise.resolve(files) };
		running.files.catch(() => undefined);
	};
	const makeIndex = async (version: string, documents: readonly KeptFile[]) => {
		const folder = mkdtempSync(join(scratch, 'index-'));
		const [input, output] = [join(folder, 'input'), join(folder, 'output')];
		/*
		 * The index depends on the order in which the disk lists its input, and many disks list files as
		 * they were created: so they are created in one order, in a folder that is new.
		 */
		for (const [index, { path }] of documents.entries())
			linkFile(path, join(input, `${inOrder[index]!.id}.html`));
		const files = await runPagefind(input, output, language);
		for (const name of files) cache.link(`pagefind/${name}`, version, join(output, name));
		cache.put('pagefind.json', version, JSON.stringify(files));
		return files;
	};
	return {
		begin() {
			const documents = inOrder.flatMap((post) => documentOf(post) ?? []);
			if (documents.length === inOrder.length) make(documents);
		},
		async finish(site) {
			const documents = inOrder.map((post) => documentOf(post, site)!);
			// Of two at once, the last to end would stay.
			await running?.files;
			make(documents);
			const { version, files } = running!;
			const folder = join(site, 'pagefind');
			for (const name of await files)
				linkFile(cache.get(`pagefind/${name}`, version)!.path, join(folder, name));
			for (const { search } of lists.map((one) => one.urls))
				preload(join(site, urls.param(search), 'index.html'), folder, urls.searchIndex);
		},
	};
}

/** The files of the index with this `version`, if all of them are in the cache. */
function keptIndex(cache: OutputCache, version: string): readonly string[] | undefined {
	const list = cache.get('pagefind.json', version);
	if (!list) return undefined;
	const files = JSON.parse(readFileSync(list.path, 'utf8')) as readonly string[];
	return files.every((name) => cache.get(`pagefind/${name}`, version)) ? files : undefined;
}

/** What Pagefind takes from the environment: https://pagefind.app/docs/config-sources/ */
function settings(): string {
	const all = Object.entries(process.env).filter(([name]) => name.startsWith('PAGEFIND_'));
	return JSON.stringify(all.sort());
}

/** Lets the browser fetch what every search needs while it still reads the page. */
function preload(page: string, index: string, path: string): void {
	const links = filesOfEverySearch(index).map(
		(name) => `<link rel="preload" href="${path}${name}" as="fetch" crossorigin>`,
	);
	const html = readFileSync(page, 'utf8');
	replaceFile(page, html.replace('<link rel="modulepreload"', `${links.join('')}$&`));
}
