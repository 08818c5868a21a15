import { yearOf } from '../publication/dates.ts';
import type { Post } from '../publication/posts.ts';
import { slug } from '../text/text.ts';

/** What posts can be narrowed down by, in the order in which it is offered. */
export const facetNames = ['category', 'tag', 'author', 'year', 'language'] as const;
export type FacetName = (typeof facetNames)[number];

/** One value of a facet, as an address of the search page spells it. */
export interface FacetFilter {
	readonly facet: FacetName;
	readonly value: string;
}

/** How the search index names a filter. */
export function facetKey({ facet, value }: FacetFilter): string {
	return `${facet}:${value}`;
}

/** Every filter under which a post is found: also the categories above its own. */
export function facetFiltersOf(post: Post): FacetFilter[] {
	const values: Record<FacetName, readonly string[]> = {
		category: post.categories.flatMap(({ lineage }) => lineage),
		tag: post.tags.map(({ label }) => slug(label)),
		author: post.authors.map(({ id }) => id),
		year: [yearOf(post.date)],
		language: [post.language],
	};
	return facetNames.flatMap((facet) =>
		[...new Set(values[facet])].map((value) => ({ facet, value })),
	);
}
