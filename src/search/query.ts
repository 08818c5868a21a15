import { fold } from '../model/search/folding.ts';
import { facetNames, facetKey, type FacetName } from '../model/search/facetfilters.ts';
import type { Engine, Hit } from './engine.ts';
import { drop, type State } from './state.ts';

/** What is found, best first. Values of one facet widen it, facets narrow it. */
export async function find(engine: Engine, state: State): Promise<readonly Hit[]> {
	const words = wordsOf(state);
	const sort = state.sort === 'newest' || words === null ? { date: 'desc' as const } : {};
	return (await engine.search(words, { filters: filtersOf(state), sort })).results;
}

/**
 * How many posts each value, such as `tag:salt`, would leave, given the words and the other facets:
 * within a facet that has filters, each value is counted as if the facet had none.
 */
export async function count(engine: Engine, state: State): Promise<ReadonlyMap<string, number>> {
	await engine.filters();
	const counted = async (narrowed: State) => {
		const { filters } = await engine.search(wordsOf(state), { filters: filtersOf(narrowed) });
		return Object.entries(filters['facet'] ?? {});
	};
	const counts = new Map(await counted(state));
	for (const facet of facetNames.filter((name) => state.filters[name].length > 0))
		for (const [name, posts] of await counted(drop(state, facet)))
			if (name.startsWith(`${facet}:`)) counts.set(name, posts);
	return counts;
}

/** The words as the index knows them; `null` where there are none. */
export function wordsOf({ words }: Pick<State, 'words'>): string | null {
	return fold(words).replace(/[“”„«»]/g, '"') || null;
}

export function filtersOf(state: State): object {
	const facets = facetNames.filter((facet) => state.filters[facet].length > 0);
	const any = (facet: FacetName) => ({
		any: state.filters[facet].map((value) => ({ facet: facetKey({ facet, value }) })),
	});
	return facets.length > 0 ? { all: facets.map(any) } : {};
}
