import type { FacetName } from './facetfilters.ts';
import { languageName, messagesIn } from '../messages/messages.ts';
import { childrenOf, counted, listed, type CountedLink } from '../publication/listings.ts';
import type { Lists } from '../publication/lists.ts';
import type { Post } from '../publication/posts.ts';
import { withoutRegion } from '../text/direction.ts';

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

/**
 * Returns the facets of all `posts`, for the search page in the language of `lists`. Facets and values
 * without posts are left out. A value leads to the list in that language, if there is one.
 */
export function facetsOf(lists: Lists, posts: readonly Post[]): Facet[] {
	const { everywhere, site } = lists;
	const { frame, search } = messagesIn(site.language);
	const here = new Set(listed(lists).map(({ path }) => path));
	const linked = ({ path, ...link }: CountedLink) => ({
		...link,
		...(here.has(path) && { path }),
	});
	const tree = (parent?: string): FacetValue[] =>
		childrenOf(parent, everywhere.categories).map((group) => ({
			...linked(counted(group)),
			value: group.topic.id,
			name: group.topic.name,
			children: tree(group.topic.id),
		}));
	const leaf = (value: string, link: CountedLink): FacetValue => ({
		...linked(link),
		value,
		children: [],
	});
	const facets: Facet[] = [
		{ name: 'category', title: frame.categories, values: tree() },
		{
			name: 'tag',
			title: frame.tags,
			values: everywhere.tags.map((group) => leaf(group.topic.id, counted(group))),
		},
		{
			name: 'author',
			title: frame.authors,
			values: everywhere.authors.map(({ topic: { id, name, path }, posts }) =>
				leaf(id, { label: name, path, count: posts.length }),
			),
		},
		{
			name: 'year',
			title: search.years,
			values: everywhere.years.map((group) => leaf(group.topic.label, counted(group))),
		},
		{
			name: 'language',
			title: search.languages,
			values: languagesOf(posts, site.language),
		},
	];
	return facets.filter(({ values }) => values.length > 0);
}

/** The languages of posts, by their names in `around`, the language of the page. */
function languagesOf(posts: readonly Post[], around: string): FacetValue[] {
	const { compare } = new Intl.Collator(around);
	return [...Map.groupBy(posts, ({ language }) => withoutRegion(language))]
		.map(([value, { length }]) => ({
			value,
			label: languageName(value, around),
			count: length,
			children: [],
		}))
		.sort((a, b) => compare(a.label, b.label));
}
