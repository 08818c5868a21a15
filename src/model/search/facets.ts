import type { FacetName } from './facetfilters.ts';
import { languageName, messagesIn } from '../messages/messages.ts';
import { childrenOf, counted, type CountedLink } from '../publication/listings.ts';
import type { Publication } from '../publication/publication.ts';

/** A facet of the search page. The values of the category facet form a tree. */
export interface Facet {
	readonly name: FacetName;
	readonly title: string;
	readonly values: readonly FacetValue[];
}

export interface FacetValue extends Omit<CountedLink, 'path' | 'children'> {
	readonly value: string;
	/** The label outside the tree. It may contain the label of the parent. */
	readonly name?: string;
	/** The page with the same posts, if there is one. */
	readonly path?: string;
	readonly children: readonly FacetValue[];
}

/** Returns the facets of a publication. Facets and values without posts are left out. */
export function facetsOf({ categories, tags, authors, years, posts, site }: Publication): Facet[] {
	const tree = (parent?: string): FacetValue[] =>
		childrenOf(parent, categories).map((group) => ({
			...counted(group),
			value: group.topic.id,
			name: group.topic.name,
			children: tree(group.topic.id),
		}));
	const { frame, search } = messagesIn(site.language);
	const facets: Facet[] = [
		{ name: 'category', title: frame.categories, values: tree() },
		{
			name: 'tag',
			title: frame.tags,
			values: tags.map((group) => leaf(group.topic.id, counted(group))),
		},
		{
			name: 'author',
			title: frame.authors,
			values: authors.map(({ topic, posts }) =>
				leaf(topic.id, { label: topic.name, path: topic.path, count: posts.length }),
			),
		},
		{
			name: 'year',
			title: search.years,
			values: years.map((group) => leaf(group.topic.label, counted(group))),
		},
		{
			name: 'language',
			title: search.languages,
			values: [...new Set(posts.map(({ language }) => language))].sort().map((language) => ({
				value: language,
				label: languageName(language, site.language),
				count: posts.filter((post) => post.language === language).length,
				children: [],
			})),
		},
	];
	return facets.filter(({ values }) => values.length > 0);
}

function leaf(value: string, link: CountedLink): FacetValue {
	return { ...link, value, children: [] };
}
