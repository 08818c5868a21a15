import { fold, isUnspaced } from '../model/search/folding.ts';
import { facetNames, facetKey, type FacetName } from '../model/search/facetfilters.ts';
import type { Engine, Hit, HitData } from './engine.ts';
import { marked } from './results.ts';
import { drop, type State } from './state.ts';

/**
 * Resolves to the matching posts: best first, or newest first if chosen or without words. In
 * each facet with filters, a post must match at least one of them.
 */
export async function find(engine: Engine, state: State): Promise<readonly Hit[]> {
	const words = wordsOf(state);
	const sort = state.sort === 'newest' || words === null ? { date: 'desc' as const } : {};
	const { results } = await search(engine, words, { filters: filtersOf(state), sort });
	return results;
}

/** What the engine finds, without its guesses. */
async function search(engine: Engine, ...[words, options]: Parameters<Engine['search']>) {
	const found = await engine.search(words, options);
	const [best] = found.results;
	return best && words !== null && isGuess(await best.data(), words)
		? { results: [], filters: {} }
		: found;
}

/**
 * Whether a result is only a guess. For a word that no post has, the engine finds shorter ones with
 * which it begins: “m” for “monglia”, “18” for “1825”. Endings may be cut, but no digits.
 */
export function isGuess({ excerpt }: Pick<HitData, 'excerpt'>, words: string): boolean {
	const matches = marked(excerpt)
		.filter(({ match }) => match)
		.map(({ text }) => plain(text));
	return plain(words)
		.split(' ')
		.filter((word) => /^(\p{L}{4,}|\p{N}{2,})$/u.test(word))
		.some((word) => {
			const alike = matches.filter((match) => match !== '' && match[0] === word[0]);
			const isOther = (match: string) =>
				/^\p{N}/u.test(word) ? !match.startsWith(word) : match.length <= 2;
			return alike.length > 0 && alike.every(isOther);
		});
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
		const { filters } = await search(engine, wordsOf(state), { filters: filtersOf(narrowed) });
		return Object.entries(filters['facet'] ?? {});
	};
	const counts = new Map(await counted(state));
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
