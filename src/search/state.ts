import { facetNames, type FacetFilter, type FacetName } from '../model/search/facetfilters.ts';

/** The search of a reader. The address of the search page contains all of it. */
export interface State {
	readonly words: string;
	readonly filters: Readonly<Record<FacetName, readonly string[]>>;
	readonly sort: Sort;
}

type Sort = 'relevance' | 'newest';

/** Parses the query of an address. Ignores values that `isKnown` rejects. */
export function parseState(query: string, isKnown: (filter: FacetFilter) => boolean): State {
	const params = new URLSearchParams(query);
	return {
		words: (params.get('q') ?? '').trim(),
		filters: byFacet((facet) =>
			[...new Set(params.getAll(facet))].filter((value) => isKnown({ facet, value })),
		),
		sort: params.get('sort') === 'newest' ? 'newest' : 'relevance',
	};
}

/** Formats `state` as the query of an address, with a leading question mark; empty if default. */
export function formatState({ words, filters, sort }: State): string {
	const params = new URLSearchParams();
	if (words) params.set('q', words);
	for (const facet of facetNames) for (const value of filters[facet]) params.append(facet, value);
	if (sort === 'newest') params.set('sort', sort);
	return params.size > 0 ? `?${params}` : '';
}

export function isChosen({ filters }: State, { facet, value }: FacetFilter): boolean {
	return filters[facet].includes(value);
}

/** Returns the state with one filter added, or removed if it is chosen. */
export function toggle(state: State, { facet, value }: FacetFilter): State {
	const before = state.filters[facet];
	const after = before.includes(value)
		? before.filter((other) => other !== value)
		: [...before, value];
	return { ...state, filters: { ...state.filters, [facet]: after } };
}

/** Returns the state without the filters of one facet, or of all facets. */
export function drop(state: State, facet?: FacetName): State {
	return {
		...state,
		filters: byFacet((name) => (facet && name !== facet ? state.filters[name] : [])),
	};
}

export function isEmpty({ words, filters }: State): boolean {
	return !words && facetNames.every((facet) => filters[facet].length === 0);
}

function byFacet(values: (facet: FacetName) => readonly string[]): State['filters'] {
	const entries = facetNames.map((facet) => [facet, values(facet)] as const);
	return Object.fromEntries(entries) as State['filters'];
}
