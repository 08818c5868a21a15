import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { glob, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Body } from '../model/body.ts';
import type { Places } from '../model/places.ts';
import type { Post } from '../model/posts.ts';
import type { Publication } from '../model/publication.ts';
import { searchFields } from '../model/searching.ts';
import { order } from '../model/text.ts';
import { digest, digestOfCode } from './digest.ts';
import { replaceFile } from './disk.ts';
import { openIndex } from './keptindex.ts';
import { layDocuments, type SearchDocument } from './searchdocs.ts';
import { htmlIn, htmlOf, htmlOfReplies, searchDocument } from './searched.ts';

/** Left out of texts: what refers to notes, and the heading above them. */
const excluded = '[data-footnote-ref],[data-footnote-backref],#footnote-label';

/** A search index in the making. */
export interface Indexing {
	/**
	 * Ends the index when all pages are made, and puts it into the site once that is `ready`. Readers
	 * find it at `path`; the search page then names the files that every search needs. Answers its size
	 * in bytes.
	 */
	finish(path: string, ready: Promise<unknown>): Promise<number>;
	/** Ends it, also in its midst. */
	close(): Promise<void>;
}

/** Where the texts of posts are found while their pages are not made yet. */
export interface Texts {
	/** The rendered text of a post; nothing if it has code of its own. */
	readonly bodyOf: (post: Post) => Body | undefined;
	/** Where pages lie: those of the last build, until they are printed anew. */
	readonly pages: string;
	/** Whether a post was written since the last build. */
	readonly isNewer: (post: Post) => boolean;
	readonly cache: string;
}

/**
 * Begins the index of a publication in the folder `pagefind` of the new site in `folder`, while its
 * pages are still being made. Most texts are known without them; one with code of its own is taken
 * from its page in the last build if the post is older than that, and made sure of in the end.
 */
export async function startIndexing(
	{ posts, site }: Publication,
	places: Places,
	folder: string,
	{ bodyOf, pages, isNewer, cache }: Texts,
): Promise<Indexing> {
	const documents = join(cache, 'search');
	const code = digest(digestOfCode('src/{build,model}/**/*.ts'), JSON.stringify(places));
	const inOrder = posts.toSorted((a, b) => order(a.id, b.id));

	const pageOf = ({ id }: Post) => join(pages, id, 'index.html');
	const documentOf = (post: Post): SearchDocument => {
		const fields = searchFields(post, site.language);
		const replies = htmlOfReplies(post.threads);
		const { body } = post.text;
		const html = body ? undefined : htmlIn(readFileSync(pageOf(post), 'utf8'));
		return {
			id: post.id,
			key: digest(code, JSON.stringify(fields), body ?? html!, replies),
			make: () => searchDocument(fields, (html ?? htmlOf(bodyOf(post)!.pieces)) + replies, places),
		};
	};
	const lay = () => layDocuments(documents, inOrder.map(documentOf));

	const coded = posts.filter(({ text }) => text.body === undefined);
	const isKnown = (post: Post) => !isNewer(post) && existsSync(pageOf(post));
	const index = openIndex(join(cache, 'index'));
	for await (const old of glob('index-*', { cwd: cache }))
		// One that a killed build has left may still be written to; the next build will meet it again.
		await rm(join(cache, old), { recursive: true, force: true }).catch(() => undefined);
	const output = join(cache, `index-${randomUUID()}`);
	const stop = new AbortController();
	let laid: string | undefined;
	let running: Promise<void> | undefined;
	const make = async (version: string) => {
		await runPagefind(documents, output, site.language, stop.signal);
		index.replace(output, version);
	};
	const begin = () => {
		const version = digest(lay(), site.language, settings());
		if (version === laid) return;
		laid = version;
		running = index.isOf(version) ? Promise.resolve() : make(version);
		running.catch(() => undefined);
	};
	try {
		if (coded.every(isKnown)) begin();
	} catch {
		// A page that an older build has made, or half made. All are there in the end.
	}
	return {
		async finish(path, ready) {
			await running;
			if (coded.length > 0) begin();
			await running;
			await ready;
			const place = join(folder, 'pagefind');
			const size = index.put(place);
			preload(join(folder, 'search/index.html'), place, path);
			return size;
		},
		async close() {
			stop.abort();
			await running?.catch(() => undefined);
			await rm(output, { recursive: true, force: true });
		},
	};
}

/**
 * How Pagefind asks Linux for memory: in large pieces, of which it gives none back while it is at work.
 * That saves a third of its time (1.6.0). https://jemalloc.net/jemalloc.3.html#tuning
 */
const allocation = 'thp:always,narenas:2,dirty_decay_ms:-1,muzzy_decay_ms:-1';

/** What Pagefind takes from the environment: https://pagefind.app/docs/config-sources/ */
function settings(): string {
	const all = Object.entries(process.env).filter(([name]) => name.startsWith('PAGEFIND_'));
	return JSON.stringify(all.sort());
}

/**
 * Runs Pagefind's own command: through its interface for Node it takes documents one after the other
 * and makes every index twice (as of 1.6.0). One index for all, so that a reader on an English page
 * finds the Mongolian post.
 */
async function runPagefind(
	documents: string,
	output: string,
	language: string,
	signal: AbortSignal,
): Promise<void> {
	// At once: the program is to be at work while Node loads Astro.
	const { resolveBinaryPath } = createRequire(import.meta.url)(
		resolve('node_modules/pagefind/lib/resolveBinary.js'),
	) as { resolveBinaryPath: (names: readonly string[]) => string };
	const options = [
		'--quiet',
		...['--site', documents],
		...['--output-path', output],
		...['--force-language', language],
		...['--exclude-selectors', excluded],
	];
	return new Promise((resolve, reject) => {
		// In a folder where no settings of Pagefind's lie.
		const child = spawn(resolveBinaryPath(['pagefind_extended', 'pagefind']), options, {
			cwd: documents,
			env: { ...process.env, _RJEM_MALLOC_CONF: allocation },
			signal,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let said = '';
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data: Buffer) => void (said += data.toString()));
		let failure: Error | undefined;
		child.on('error', (error) => void (failure = error));
		child.on('close', (status) => {
			// A document that it could not read is left out, which it only tells.
			if (status === 0 && said === '' && !failure) return resolve();
			const reason = said.trim() || (failure?.message ?? `Pagefind ended with ${status}.`);
			reject(new Error(`The search index could not be built: ${reason}`));
		});
	});
}

/** Lets the browser fetch what every search needs while it still reads the page. */
function preload(page: string, index: string, path: string): void {
	const { languages } = JSON.parse(readFileSync(join(index, 'pagefind-entry.json'), 'utf8')) as {
		languages: Readonly<Record<string, { readonly wasm: string | null }>>;
	};
	const wasm = `wasm.${Object.values(languages)[0]?.wasm ?? 'unknown'}.pagefind`;
	const links = readdirSync(index)
		.filter((name) => name === wasm || /\.pf_meta$/.test(name))
		.map((name) => `<link rel="preload" href="${path}${name}" as="fetch" crossorigin>`);
	const html = readFileSync(page, 'utf8');
	replaceFile(page, html.replace('<link rel="modulepreload"', `${links.join('')}$&`));
}
