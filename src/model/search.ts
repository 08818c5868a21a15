import type { Post } from './posts.ts';
import type { HeadTag } from './metadata.ts';
import { childrenOf, counted, type CountedLink } from './listings.ts';
import { formatDate, startOf, yearOf } from './dates.ts';
import type { Publication } from './publication.ts';
import { slug } from './text.ts';

/** What posts can be narrowed down by, in the order in which it is offered. */
export const facetNames = ['category', 'tag', 'author', 'year', 'language'] as const;
export type FacetName = (typeof facetNames)[number];

/** One value of a facet, as an address of the search page spells it. */
export interface Choice {
	readonly facet: FacetName;
	readonly value: string;
}

/** A facet as the search page offers it; its values form a tree where categories do. */
export interface Facet {
	readonly name: FacetName;
	readonly title: string;
	readonly values: readonly FacetValue[];
}

export interface FacetValue extends Omit<CountedLink, 'path' | 'children'> {
	readonly value: string;
	/** The label where it stands alone, if it is another one there. */
	readonly name?: string;
	/** The page that lists the same posts, where there is one. */
	readonly path?: string;
	readonly children: readonly FacetValue[];
}

/** How the search index names a choice. */
export function term({ facet, value }: Choice): string {
	return `${facet}:${value}`;
}

/** Every choice under which a post is found: also the categories above its own. */
export function choicesOf(post: Post): Choice[] {
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

/** What the search index takes from the head of a post. */
export function searchTags(post: Post, language: string): HeadTag[] {
	const tag = (kind: string, name: string, content: string): HeadTag => ({
		name: 'meta',
		attributes: { [`data-pagefind-${kind}`]: `${name}[content]`, content },
	});
	return [
		tag('meta', 'title', post.title),
		tag('meta', 'byline', post.byline.map(({ label }) => label).join(', ')),
		tag('meta', 'date', formatDate(post.date, language)),
		tag('meta', 'excerpt', post.summary),
		tag('sort', 'date', new Date(startOf(post.date)).toISOString()),
		...choicesOf(post).map((choice) => tag('filter', 'facet', term(choice))),
	];
}

/** The facets of a publication with every value that has posts. */
export function facetsOf({ categories, tags, authors, years, posts, site }: Publication): Facet[] {
	const tree = (parent?: string): FacetValue[] =>
		childrenOf(parent, categories).map((group) => ({
			...counted(group),
			value: group.topic.id,
			name: group.topic.name,
			children: tree(group.topic.id),
		}));
	const languages = new Intl.DisplayNames(site.language, { type: 'language' });
	const facets: Facet[] = [
		{ name: 'category', title: 'Categories', values: tree() },
		{
			name: 'tag',
			title: 'Tags',
			values: tags.map((group) => leaf(slug(group.topic.label), counted(group))),
		},
		{
			name: 'author',
			title: 'Authors',
			values: authors.map(({ topic, posts }) =>
				leaf(topic.id, { label: topic.name, path: topic.path, count: posts.length }),
			),
		},
		{
			name: 'year',
			title: 'Years',
			values: years.map((group) => leaf(group.topic.label, counted(group))),
		},
		{
			name: 'language',
			title: 'Languages',
			values: [...new Set(posts.map(({ language }) => language))].sort().map((language) => ({
				value: language,
				label: languages.of(language) ?? language,
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
