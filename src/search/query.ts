import { fold } from '../model/folding.ts';
import { facetNames, term, type FacetName } from '../model/search.ts';
import type { Engine, Hit } from './engine.ts';
import { drop, type State } from './state.ts';

export interface Answer {
	readonly hits: readonly Hit[];
	/** How many posts each value would leave, given the words and the other facets. */
	readonly counts: ReadonlyMap<string, number>;
}

/** Asks the engine. Values of one facet widen what is found, facets narrow it. */
export async function ask(engine: Engine, state: State): Promise<Answer> {
	const words = wordsOf(state);
	const sort = state.sort === 'newest' || words === null ? { date: 'desc' as const } : {};
	const { results, filters } = await engine.search(words, { filters: filtersOf(state), sort });
	const counts = new Map(Object.entries(filters['facet'] ?? {}));
	// Within a facet that has choices, each value is counted as if the facet had none.
	for (const facet of facetNames.filter((name) => state.choices[name].length > 0)) {
		const without = await engine.search(words, { filters: filtersOf(drop(state, facet)) });
		for (const [name, count] of Object.entries(without.filters['facet'] ?? {}))
			if (name.startsWith(`${facet}:`)) counts.set(name, count);
	}
	return { hits: results, counts };
}

/** The words as the index knows them; `null` where there are none. */
export function wordsOf({ words }: Pick<State, 'words'>): string | null {
	return fold(words).replace(/[“”„«»]/g, '"') || null;
}

export function filtersOf(state: State): object {
	const facets = facetNames.filter((facet) => state.choices[facet].length > 0);
	const any = (facet: FacetName) => ({
		any: state.choices[facet].map((value) => ({ facet: term({ facet, value }) })),
	});
	return facets.length > 0 ? { all: facets.map(any) } : {};
}
