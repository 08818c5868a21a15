import { find } from '../../../src/search/query.ts';
import { parseState } from '../../../src/search/state.ts';
import type { Engine } from '../../../src/search/engine.ts';
import { indexed, type Indexed } from './indexed.ts';
import { inflections, others } from './inflections.ts';

/** How well the search finds inflected words; shares of 100. */
export interface Recall {
	/** Of the pairs of a form asked and another in a text. */
	readonly recall: number;
	/** Of the posts found, those with a form of the word asked. */
	readonly precision: number;
	/** Those found, but of another word: `asked → name of the post`. */
	readonly wrong: readonly string[];
	/** The pairs not found: `asked → in the text`. */
	readonly missed: readonly string[];
}

/** Asks for every form in {@link inflections}, of a site in `language` with one post for each form. */
export async function measureRecall(language: string): Promise<Record<string, Recall>> {
	const posts: Record<string, Indexed> = {};
	for (const [language, words] of Object.entries(inflections))
		for (const [word, forms] of words.entries())
			for (const [form, text] of forms.entries())
				posts[`${language}-${word}-${form}`] = { language, html: `<p>${text}</p>` };
	for (const [language, words] of Object.entries(others))
		for (const [other, text] of words.entries())
			posts[`${language}-other-${other}`] = { language, html: `<p>${text}</p>` };
	const { engine } = await indexed(posts, language);
	const measured: Record<string, Recall> = {};
	for (const [language, words] of Object.entries(inflections))
		measured[language] = await measure(engine, language, words);
	return measured;
}

async function measure(
	engine: Engine,
	language: string,
	words: readonly (readonly string[])[],
): Promise<Recall> {
	const missed: string[] = [];
	const wrong: string[] = [];
	let [pairs, found] = [0, 0];
	for (const [word, forms] of words.entries())
		for (const [form, asked] of forms.entries()) {
			const names = await namesOf(engine, asked);
			const next = (form + 1) % forms.length;
			pairs++;
			if (!names.includes(`${language}-${word}-${next}`)) missed.push(`${asked} → ${forms[next]}`);
			found += names.length;
			for (const name of names)
				if (!name.startsWith(`${language}-${word}-`)) wrong.push(`${asked} → ${name}`);
		}
	return {
		recall: (100 * (pairs - missed.length)) / pairs,
		precision: 100 - (100 * wrong.length) / found,
		missed,
		wrong,
	};
}

/** Resolves to the names of the posts that are found. */
export async function namesOf(engine: Engine, query: string): Promise<string[]> {
	const hits = await find(
		engine,
		parseState(`?q=${encodeURIComponent(query)}`, () => true),
	);
	const data = await Promise.all(hits.map((hit) => hit.data()));
	return data.map(({ url }) => /([^/]+)\.html$/.exec(url)![1]!);
}
