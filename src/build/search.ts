import { existsSync, globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { parseYaml } from '../markdown/source.ts';
import { fold } from '../model/folding.ts';
import { placesSchema, spellingsIn, type Places } from '../model/places.ts';

export interface SearchIndex {
	readonly posts: number;
	readonly bytes: number;
}

/** What the site's own search page takes of the files that Pagefind makes. */
const needed = /^(pagefind\.js|pagefind-entry\.json|.*\.(pf_\w+|pagefind))$/;

/** Builds the search index of the finished pages in `site` and writes it into `site/pagefind`. */
export async function buildSearchIndex(
	site: string,
	content: string,
	language: string,
): Promise<SearchIndex> {
	const places = await readPlaces(join(content, 'places.yaml'));
	const { index, errors } = await createIndex({
		// One index: a reader on an English page finds the Mongolian post.
		forceLanguage: language,
		excludeSelectors: ['[data-footnote-ref]', '[data-footnote-backref]', '#footnote-label'],
	});
	refuse(errors);
	try {
		const posts = await addPosts(index!, site, places);
		return { posts, bytes: await write(index!, join(site, 'pagefind')) };
	} finally {
		await close();
	}
}

async function addPosts(index: PagefindIndex, site: string, places: Places): Promise<number> {
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
	return pages.length;
}

/** A page as the index is given it: letters folded, other spellings of its places added. */
function prepare(html: string, places: Places): string {
	const spellings = spellingsIn(html, places).join(' ').replaceAll('"', '');
	const added = spellings && `<meta data-pagefind-meta="places[content]" content="${spellings}">`;
	return fold(html.replace('</head>', `${added}</head>`));
}

async function write(index: PagefindIndex, folder: string): Promise<number> {
	const { files, errors } = await index.getFiles();
	refuse(errors);
	let bytes = 0;
	for (const { path, content } of files) {
		if (!needed.test(path)) continue;
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
		bytes += content.length;
	}
	return bytes;
}

async function readPlaces(path: string): Promise<Places> {
	if (!existsSync(path)) return [];
	return placesSchema.parse(parseYaml(path, await readFile(path, 'utf8')).data);
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0)
		throw new Error(`The search index could not be built: ${errors.join('; ')}`);
}
