import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { fold } from '../model/folding.ts';
import { spellingsIn, type Places } from '../model/places.ts';
import { readPlaces } from './documents.ts';

interface Entry {
	readonly languages: Readonly<Record<string, { readonly wasm: string | null }>>;
}

/** What the site's own search page takes of the files that Pagefind makes. */
const needed = /^(pagefind\.js|pagefind-entry\.json|.*\.(pf_\w+|pagefind))$/;

/**
 * Builds the search index of the finished pages in `site` and writes it into `site/pagefind`,
 * which readers find at `path`. The search page then names the files that every search needs.
 */
export async function buildSearchIndex(
	site: string,
	content: string,
	language: string,
	path: string,
): Promise<void> {
	const { places } = await readPlaces(join(content, 'places.yaml'));
	const { index, errors } = await createIndex({
		// One index: a reader on an English page finds the Mongolian post.
		forceLanguage: language,
		excludeSelectors: ['[data-footnote-ref]', '[data-footnote-backref]', '#footnote-label'],
	});
	refuse(errors);
	try {
		await addPosts(index!, site, places);
		const files = await write(index!, join(site, 'pagefind'));
		await preload(join(site, 'search/index.html'), files, path);
	} finally {
		await close();
	}
}

async function addPosts(index: PagefindIndex, site: string, places: Places): Promise<void> {
	const pages = globSync('[0-9][0-9][0-9][0-9]/*/index.html', { cwd: site }).sort();
	for (const page of pages) {
		const html = await readFile(join(site, page), 'utf8');
		if (!html.includes('data-pagefind-body')) continue;
		const url = `/${page
			.split('\\')
			.join('/')
			.replace(/index\.html$/, '')}`;
		refuse((await index.addHTMLFile({ url, content: prepare(html, places) })).errors);
	}
}

/** A page as the index is given it: letters folded, other spellings of its places added. */
function prepare(html: string, places: Places): string {
	const spellings = spellingsIn(ownText(html), places).join(' ').replaceAll('"', '');
	const added = spellings && `<meta data-pagefind-meta="places[content]" content="${spellings}">`;
	return fold(html.replace('<head>', (head) => head + added));
}

/** From the title to the end of the text: not the authors' biographies, nor the posts beside it. */
function ownText(html: string): string {
	const start = html.indexOf('<article');
	return html.slice(start, html.indexOf('<footer class="after"', start));
}

async function write(index: PagefindIndex, folder: string): Promise<IndexFile[]> {
	const { files, errors } = await index.getFiles();
	refuse(errors);
	const own = files.filter(({ path }) => needed.test(path));
	for (const { path, content } of own) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	return own;
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
	await writeFile(page, html.replace('<link rel="modulepreload"', `${links.join('')}$&`));
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0)
		throw new Error(`The search index could not be built: ${errors.join('; ')}`);
}
