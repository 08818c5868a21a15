import { fold, isUnspaced } from '../model/search/folding.ts';
import { facetNames, facetKey, type FacetName } from '../model/search/facetfilters.ts';
import { isKey, keysOf } from '../model/search/keys.ts';
import type { Engine, Found, Hit, HitData, SearchOptions } from './engine.ts';
import { marked } from './results.ts';
import { drop, type State } from './state.ts';

/**
 * Resolves to the matching posts: best first, or newest first if chosen or without words; those with the
 * words as they are before those with other forms of them. In each facet with filters, a post must match
 * at least one of them.
 */
export async function find(engine: Engine, state: State): Promise<readonly Hit[]> {
	const isByDate = state.sort === 'newest' || wordsOf(state) === null;
	const sort = isByDate ? { date: 'desc' as const } : {};
	const filters = filtersOf(state);
	const answers = await ask(engine, state, { filters, sort });
	const hits = new Map<string, Hit>();
	for (const { results } of answers)
		for (const hit of results) if (!hits.has(hit.id)) hits.set(hit.id, hit);
	if (!isByDate || answers.length < 2) return [...hits.values()];
	const { results } = await engine.search(null, { filters, sort });
	return results.flatMap(({ id }) => hits.get(id) ?? []);
}

interface Answer extends Found {
	readonly words: string | null;
}

/** What the engine finds for the words and, if there are any, for their keys, each without guesses. */
async function ask(engine: Engine, state: State, options: SearchOptions): Promise<Answer[]> {
	const words = wordsOf(state);
	const keys = keysOf(state.words.normalize(), engine.german === true);
	const asked = keys === undefined ? [words] : [words, fold(keys)];
	const all = await Promise.all(
		asked.map(async (words) => ({ ...(await engine.search(words, options)), words })),
	);
	const answers: Answer[] = [];
	// One after the other: what the engine says of a post is of the last search that asked for it.
	for (const answer of all) if (!(await isGuessed(engine, answer))) answers.push(answer);
	return answers.length > 1 ? answers.filter(({ results }) => results.length > 0) : answers;
}

/** Whether the engine left out a key that no post has, or guessed a word. */
async function isGuessed(engine: Engine, { words, results }: Answer): Promise<boolean> {
	const [best] = results;
	if (words === null || !best) return false;
	for (const key of words.split(/\s+/).filter(isKey))
		if ((await engine.search(key, {})).results.length === 0) return true;
	return doubtful(words).length > 0 && isGuess(await best.data(), words);
}

/**
 * Whether a result is only a guess. For a word that no post has, the engine finds shorter ones with
 * which it begins: “m” for “monglia”, “18” for “1825”. Endings may be cut, but no digits. Keys are found
 * as a whole, or not.
 */
export function isGuess({ excerpt }: Pick<HitData, 'excerpt'>, words: string): boolean {
	const matches = marked(excerpt)
		.filter(({ match }) => match)
		.map(({ text }) => plain(text));
	const asked = doubtful(words);
	return asked.some((word) => {
		const others = asked.filter((other) => other !== word);
		const alike = matches.filter(
			(match) =>
				match !== '' && match[0] === word[0] && !others.some((other) => match.startsWith(other)),
		);
		return alike.length > 0 && alike.every((match) => isOther(match, word));
	});
}

/** The words of which shorter ones would be guesses. */
function doubtful(words: string): string[] {
	return plain(words)
		.split(' ')
		.filter((word) => /^(\p{L}{4,}|\p{N}{2,})$/u.test(word) && !isKey(word));
}

function isOther(match: string, word: string): boolean {
	if (/^\p{N}/u.test(word)) return !match.startsWith(word);
	// Of a Cyrillic word, keys find the other forms.
	return match.length <= 2 || (/^\p{sc=Cyrl}/u.test(word) && match.length * 2 < word.length);
}

/** The letters and digits of words, without marks and case. */
function plain(text: string): string {
	return fold(text)
		.normalize('NFD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

/**
 * Resolves to the number of posts for each value such as `tag:salt`, given the words and the
 * filters of the other facets. Filters of its own facet do not count.
 */
export async function count(engine: Engine, state: State): Promise<ReadonlyMap<string, number>> {
	await engine.filters();
	const counted = async (narrowed: State) => {
		const filters = filtersOf(narrowed);
		const answers = await ask(engine, narrowed, { filters });
		const sums = new Map<string, number>();
		const add = (found: Found, sign: 1 | -1) => {
			for (const [name, posts] of Object.entries(found.filters['facet'] ?? {}))
				sums.set(name, (sums.get(name) ?? 0) + sign * posts);
		};
		for (const answer of answers) add(answer, 1);
		// Posts that both found count once.
		if (answers.length > 1)
			add(await engine.search(answers.map(({ words }) => words).join(' '), { filters }), -1);
		return sums;
	};
	const counts = await counted(state);
	for (const facet of facetNames.filter((name) => state.filters[name].length > 0))
		for (const [name, posts] of await counted(drop(state, facet)))
			if (name.startsWith(`${facet}:`)) counts.set(name, posts);
	return counts;
}

/** Returns the words in the spelling of the index; `null` if there are none. */
export function wordsOf({ words }: Pick<State, 'words'>): string | null {
	const folded = fold(words.normalize()).replace(/[“”„«»]/g, '"');
	// In a script without spaces, characters that follow each other make the word.
	return (isUnspaced(words.trim()) ? `"${folded.trim()}"` : folded) || null;
}

/** Returns the filters in the format of Pagefind. */
export function filtersOf(state: State): object {
	const facets = facetNames.filter((facet) => state.filters[facet].length > 0);
	const any = (facet: FacetName) => ({
		any: state.filters[facet].map((value) => ({ facet: facetKey({ facet, value }) })),
	});
	return facets.length > 0 ? { all: facets.map(any) } : {};
}
