import type { Author } from './authors.ts';
import type { Category } from './categories.ts';
import { yearOf } from './dates.ts';
import { group, type Group } from './groups.ts';
import type { Post } from './posts.ts';
import type { Link, Site } from './site.ts';
import type { Tag } from './tags.ts';
import { order } from '../text/text.ts';
import { oneOfEach } from './translations.ts';
import type { Urls } from './urls.ts';

/** Posts by what they are about, who wrote them and when. */
export interface Topics {
	/** In tree order. A post is in its categories and in all their ancestors, once in each. */
	readonly categories: readonly Group<Category>[];
	/** Sorted by label. */
	readonly tags: readonly Group<Tag>[];
	/** Sorted by sort name, without authors who have no published post. */
	readonly authors: readonly Group<Author>[];
	/** Newest first. */
	readonly years: readonly Group<Link>[];
}

/** The lists of a site in one language. */
export interface Lists extends Topics {
	readonly site: Site;
	/** The addresses of the lists. */
	readonly urls: Urls;
	/** Newest first. */
	readonly posts: readonly Post[];
	/** All posts of the publication, with the names of topics in this language. */
	readonly everywhere: Topics;
}

/** A site in one language, with the names of its topics in that language. */
interface Names extends Pick<Lists, 'site' | 'urls'> {
	readonly categories: readonly Category[];
	readonly authors: readonly Author[];
}

/** Returns the lists in the language of `names`. `everywhere` are all posts of the publication. */
export function toLists(everywhere: readonly Post[], names: Names): Lists {
	const { site, urls } = names;
	const { language, textLanguage } = site;
	const topics = topicsOf(everywhere, names);
	if (language === textLanguage)
		return {
			site,
			urls,
			posts: oneOfEach(everywhere, language),
			...withoutDoubles(topics, language),
			everywhere: topics,
		};
	const posts = everywhere.filter(({ pageLanguage }) => pageLanguage === language);
	return { site, urls, posts, ...topicsOf(posts, names), everywhere: topics };
}

/** Returns the topics that have posts. Labels are sorted as in the language of the site. */
function topicsOf(
	posts: readonly Post[],
	{ categories, authors, site: { language }, urls }: Names,
): Topics {
	const collator = new Intl.Collator(language, { numeric: true });
	return {
		categories: group(
			posts,
			categories,
			(category) => category.id,
			(post) => post.categories.flatMap(({ lineage }) => lineage),
		),
		authors: group(
			posts,
			authors.toSorted((a, b) => collator.compare(a.sortName, b.sortName) || order(a.id, b.id)),
			(author) => author.id,
			(post) => post.authors.map(({ id }) => id),
		),
		tags: group(
			posts,
			[...new Map(posts.flatMap(({ tags }) => tags).map((tag) => [tag.id, tag])).values()].sort(
				(a, b) => collator.compare(a.label, b.label) || order(a.id, b.id),
			),
			(tag) => tag.id,
			(post) => post.tags.map(({ id }) => id),
		),
		years: group(
			posts,
			[...new Set(posts.map(({ date }) => yearOf(date)))]
				.sort()
				.reverse()
				.map((year) => ({ label: year, path: urls.year(year) })),
			(year) => year.label,
			(post) => [yearOf(post.date)],
		),
	};
}

/** Returns the topics with one post of each set of translations. */
function withoutDoubles(topics: Topics, language: string): Topics {
	const single = <Topic>(groups: readonly Group<Topic>[]): Group<Topic>[] =>
		groups.map(({ topic, posts }) => ({ topic, posts: oneOfEach(posts, language) }));
	return {
		categories: single(topics.categories),
		tags: single(topics.tags),
		authors: single(topics.authors),
		years: single(topics.years),
	};
}
