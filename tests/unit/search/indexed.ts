import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { searchDocument } from '../../../src/model/search/searchhtml.ts';
import type { SearchField } from '../../../src/model/search/searchfields.ts';
import { runPagefind } from '../../../src/publishing/output/pagefind.ts';
import { startEngine, type Engine } from '../../../src/search/engine.ts';

/** A small post: its text is HTML. */
export interface Indexed {
	readonly language: string;
	readonly html: string;
	readonly title?: string;
	readonly byline?: string;
	readonly date?: string;
}

const scratch = mkdtempSync(join(tmpdir(), 'broadside-'));
process.once('exit', () => rmSync(scratch, { recursive: true }));

/** What the engine needs of a browser: files of an index, by their address. */
const fetchAny = globalThis.fetch;
globalThis.fetch = (input, init) => {
	const address = String(input);
	return address.startsWith('file:')
		? Promise.resolve(new Response(readFileSync(fileURLToPath(address.replace(/\?.*$/, '')))))
		: fetchAny(input, init);
};

/**
 * Resolves to the real engine, with the index of a site in `language` of posts by their names, which are
 * their addresses: `name.html`. The folder of the index is named too; it stays until the process ends.
 */
export async function indexed(
	posts: Readonly<Record<string, Indexed>>,
	language: string,
): Promise<{ engine: Engine; folder: string }> {
	const [input, folder] = [
		mkdtempSync(join(scratch, 'posts-')),
		mkdtempSync(join(scratch, 'index-')),
	];
	for (const [name, post] of Object.entries(posts))
		writeFileSync(join(input, `${name}.html`), documentOf(post));
	await runPagefind(input, folder, language);
	const engine = await startEngine(`${pathToFileURL(folder)}/`);
	const german = Object.values(posts).some((post) => post.language === 'de');
	// There is no search page to tell it.
	return { engine: Object.defineProperty(engine, 'german', { value: german }), folder };
}

function documentOf({ language, html, ...metas }: Indexed): string {
	const { title = 'Untitled', byline = 'Ann', date = '1 May 2020' } = metas;
	const fields: SearchField[] = [
		...Object.entries({ title, byline, date }).map(
			([name, content]) => ({ kind: 'meta', name, content }) as const,
		),
		{ kind: 'sort', name: 'date', content: date },
		{ kind: 'filter', name: 'facet', content: `language:${language}` },
	];
	return searchDocument(fields, html, [], language);
}
