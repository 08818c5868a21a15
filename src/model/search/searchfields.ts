import { facetFiltersOf, facetKey } from './facetfilters.ts';
import { formatDate, startOf } from '../publication/dates.ts';
import type { Post } from '../publication/posts.ts';

/** A field of a post in the search index: metadata to show, a sort key or a filter. */
export interface SearchField {
	readonly kind: 'meta' | 'sort' | 'filter';
	readonly name: string;
	readonly content: string;
}

/**
 * Returns the fields of a post, for search pages in `languages`. The date is in each of them, because
 * browsers do not know how Mongolian writes it: `2 August 2020|mn:2020 оны 8-р сарын 2`.
 */
export function searchFields(post: Post, languages: readonly string[]): SearchField[] {
	const field = (kind: SearchField['kind'], name: string, content: string) => ({
		kind,
		name,
		content,
	});
	const dates = languages.map((language, index) => {
		const date = formatDate(post.date, language);
		return index === 0 ? date : `${language}:${date}`;
	});
	return [
		field('meta', 'title', post.title),
		field('meta', 'byline', post.byline.map(({ label }) => label).join(', ')),
		field('meta', 'date', dates.join('|')),
		field('meta', 'excerpt', post.summary),
		field('sort', 'date', new Date(startOf(post.date)).toISOString()),
		...facetFiltersOf(post).map((filter) => field('filter', 'facet', facetKey(filter))),
	];
}
