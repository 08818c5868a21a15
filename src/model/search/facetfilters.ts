import { yearOf } from '../publication/dates.ts';
import type { Post } from '../publication/posts.ts';
import { withoutRegion } from '../text/direction.ts';

/** The facets of the search page, in display order. */
export const facetNames = ['category', 'tag', 'author', 'year', 'language'] as const;
export type FacetName = (typeof facetNames)[number];

/** One value of a facet, as in the URL of the search page. */
export interface FacetFilter {
	readonly facet: FacetName;
	readonly value: string;
}

/** Returns the name of a filter in the search index. */
export function facetKey({ facet, value }: FacetFilter): string {
	return `${facet}:${value}`;
}

/** Returns all filters that match a post, with the ancestors of its categories. */
export function facetFiltersOf(post: Post): FacetFilter[] {
	const values: Record<FacetName, readonly string[]> = {
		category: post.categories.flatMap(({ lineage }) => lineage),
		tag: post.tags.map(({ id }) => id),
		author: post.authors.map(({ id }) => id),
		year: [yearOf(post.date)],
		language: [withoutRegion(post.language)],
	};
	return facetNames.flatMap((facet) =>
		[...new Set(values[facet])].map((value) => ({ facet, value })),
	);
}
