import { facetNames, type Choice, type FacetName } from '../model/choices.ts';

/** What a reader asks for. The address of the search page says all of it. */
export interface State {
	readonly words: string;
	readonly choices: Readonly<Record<FacetName, readonly string[]>>;
	readonly sort: Sort;
}

export type Sort = 'relevance' | 'newest';

/** What the query of an address asks for; what it cannot mean is left out. */
export function parseState(query: string, isKnown: (choice: Choice) => boolean): State {
	const params = new URLSearchParams(query);
	return {
		words: (params.get('q') ?? '').trim(),
		choices: byFacet((facet) =>
			[...new Set(params.getAll(facet))].filter((value) => isKnown({ facet, value })),
		),
		sort: params.get('sort') === 'newest' ? 'newest' : 'relevance',
	};
}

/** The query of the address that says `state`: empty, or a question mark and what was asked. */
export function formatState({ words, choices, sort }: State): string {
	const params = new URLSearchParams();
	if (words) params.set('q', words);
	for (const facet of facetNames) for (const value of choices[facet]) params.append(facet, value);
	if (sort === 'newest') params.set('sort', sort);
	return params.size > 0 ? `?${params}` : '';
}

export function isChosen({ choices }: State, { facet, value }: Choice): boolean {
	return choices[facet].includes(value);
}

/** The state with one choice made or taken back. */
export function toggle(state: State, { facet, value }: Choice): State {
	const before = state.choices[facet];
	const after = before.includes(value)
		? before.filter((other) => other !== value)
		: [...before, value];
	return { ...state, choices: { ...state.choices, [facet]: after } };
}

/** The state without any choice in one facet, or in all of them. */
export function drop(state: State, facet?: FacetName): State {
	return {
		...state,
		choices: byFacet((name) => (facet && name !== facet ? state.choices[name] : [])),
	};
}

export function isEmpty({ words, choices }: State): boolean {
	return !words && facetNames.every((facet) => choices[facet].length === 0);
}

function byFacet(values: (facet: FacetName) => readonly string[]): State['choices'] {
	const entries = facetNames.map((facet) => [facet, values(facet)] as const);
	return Object.fromEntries(entries) as State['choices'];
}
