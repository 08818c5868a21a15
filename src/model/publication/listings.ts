import type { Author } from './authors.ts';
import type { Category } from './categories.ts';
import { summarize, type Post, type PostSummary } from './posts.ts';
import { messagesIn } from '../messages/messages.ts';
import type { FacetFilter } from '../search/facetfilters.ts';
import type { FeedFormat, Urls } from './urls.ts';
import type { Group } from './groups.ts';
import type { Publication } from './publication.ts';
import type { Lists } from './lists.ts';
import type { Link, Site } from './site.ts';

/** One page of a list of posts: home, a category, a tag, an author or a year. */
export interface Listing {
	readonly kind: 'home' | 'category' | 'tag' | 'author' | 'year';
	readonly path: string;
	readonly title: string;
	/** The language of the title, if it is not that of the page. */
	readonly titleLanguage?: string | undefined;
	readonly description?: string | undefined;
	readonly descriptionLanguage?: string | undefined;
	readonly breadcrumbs: readonly Link[];
	/** The feeds of the list, by format. A year has none. */
	readonly feeds?: Readonly<Record<FeedFormat, string>> | undefined;
	/** The number of posts on all pages of the list. */
	readonly count: number;
	readonly posts: readonly PostSummary[];
	/** Counted from 1. */
	readonly page: number;
	readonly pages: number;
	readonly newer?: string | undefined;
	readonly older?: string | undefined;
	/** The child categories. */
	readonly children: readonly CountedLink[];
	readonly author?: Author | undefined;
	/** The search filter that finds the posts of this list. */
	readonly filter?: FacetFilter | undefined;
	/** The first pages of this list in the languages that have it; none if there is only one. */
	readonly alternates: Alternates;
}

/** The paths of a page in several languages, by language; none if there is only one. */
export type Alternates = Readonly<Record<string, string>>;

/** A link to a list, with the number of posts in it. */
export interface CountedLink extends Link {
	readonly count: number;
	readonly children?: readonly CountedLink[];
}

type Heading = Pick<Listing, 'kind' | 'title' | 'path'> &
	Partial<
		Pick<
			Listing,
			| 'titleLanguage'
			| 'description'
			| 'descriptionLanguage'
			| 'breadcrumbs'
			| 'feeds'
			| 'children'
			| 'author'
			| 'filter'
		>
	>;

/** A list with all its posts. */
type List = Heading & { readonly posts: readonly Post[] };

/** Returns every page of every list on the site, with the site in the language of the list. */
export function listings({ lists }: Publication): { listing: Listing; site: Site }[] {
	const all = lists.map((one) => ({ ...one, listed: listed(one) }));
	const keyOf = ({ kind, filter }: Heading) => `${kind} ${filter?.value ?? ''}`;
	const versions = Map.groupBy(
		all.flatMap(({ site, listed }) => listed.map((list) => ({ list, site }))),
		({ list }) => keyOf(list),
	);
	return all.flatMap(({ site, urls, listed }) =>
		listed.flatMap(({ posts, ...heading }) => {
			const same = versions.get(keyOf(heading))!;
			const paths = same.map(({ list, site }) => [site.language, list.path] as const);
			const alternates = paths.length > 1 ? Object.fromEntries(paths) : {};
			return paginate(heading, posts, site.pageSize, urls, alternates).map((listing) => ({
				listing,
				site,
			}));
		}),
	);
}

/** Returns every list in one language, with all its posts. */
export function listed(lists: Lists): List[] {
	const { site, urls, posts, categories, tags, authors, years } = lists;
	const words = messagesIn(site.language).frame;
	const crumb = (label: string, path: string) => [{ label, path }];
	const all: List[] = [
		{
			kind: 'home',
			title: site.tagline,
			titleLanguage: site.taglineLanguage,
			path: urls.home,
			description: site.description,
			descriptionLanguage: site.descriptionLanguage,
			posts,
		},
		...categories.map(({ topic, posts }) => ({
			kind: 'category' as const,
			title: topic.label,
			titleLanguage: topic.language,
			path: topic.path,
			description: topic.description,
			descriptionLanguage: topic.descriptionLanguage,
			breadcrumbs: [...crumb(words.categories, urls.categories), ...topic.ancestors],
			children: childrenOf(topic.id, categories).map(counted),
			filter: { facet: 'category' as const, value: topic.id },
			posts,
		})),
		...tags.map(({ topic: { id, label, path, description }, posts }) => ({
			kind: 'tag' as const,
			title: label,
			path,
			description,
			breadcrumbs: crumb(words.tags, urls.tags),
			filter: { facet: 'tag' as const, value: id },
			posts,
		})),
		...authors.map(({ topic, posts }) => ({
			kind: 'author' as const,
			title: topic.name,
			path: topic.path,
			breadcrumbs: crumb(words.authors, urls.authors),
			author: topic,
			filter: { facet: 'author' as const, value: topic.id },
			posts,
		})),
		...years.map(({ topic: { label, path }, posts }) => ({
			kind: 'year' as const,
			title: label,
			path,
			breadcrumbs: crumb(words.archive, urls.archive),
			filter: { facet: 'year' as const, value: label },
			posts,
		})),
	];
	return all.map((list) =>
		list.kind === 'year' ? list : { ...list, feeds: urls.feeds(list.path) },
	);
}

/** Returns a link to the page of a topic, with the number of its posts. */
export function counted({ topic, posts }: Group<Link>): CountedLink {
	const { label, language, path } = topic;
	return { label, language, path, count: posts.length };
}

/** Returns the child categories of `parent`, or the root categories if it is `undefined`. */
export function childrenOf(
	parent: string | undefined,
	categories: readonly Group<Category>[],
): readonly Group<Category>[] {
	return categories.filter(({ topic }) => topic.parent === parent);
}

function paginate(
	heading: Heading,
	posts: readonly Post[],
	size: number,
	urls: Urls,
	alternates: Alternates,
): Listing[] {
	const pages = Math.max(1, Math.ceil(posts.length / size));
	return Array.from({ length: pages }, (_, index) => {
		const page = index + 1;
		return {
			breadcrumbs: [],
			children: [],
			...heading,
			path: urls.nth(heading.path, page),
			count: posts.length,
			posts: posts.slice(index * size, page * size).map(summarize),
			page,
			pages,
			alternates: page === 1 ? alternates : {},
			newer: page > 1 ? urls.nth(heading.path, page - 1) : undefined,
			older: page < pages ? urls.nth(heading.path, page + 1) : undefined,
		};
	});
}
