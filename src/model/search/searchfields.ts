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
 * Returns the fields of a post, for search pages in `languages`. The date in the first is called
 * `date`, the others have their language in their name: browsers do not know how Mongolian writes it.
 */
export function searchFields(post: Post, languages: readonly string[]): SearchField[] {
	const field = (kind: SearchField['kind'], name: string, content: string) => ({
		kind,
		name,
		content,
	});
	return [
		field('meta', 'title', post.title),
		field('meta', 'byline', post.byline.map(({ label }) => label).join(', ')),
		...languages.map((language, index) =>
			field('meta', index === 0 ? 'date' : `date-${language}`, formatDate(post.date, language)),
		),
		field('meta', 'excerpt', post.summary),
		field('sort', 'date', new Date(startOf(post.date)).toISOString()),
		...facetFiltersOf(post).map((filter) => field('filter', 'facet', facetKey(filter))),
	];
}
