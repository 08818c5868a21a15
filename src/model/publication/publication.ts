import { toAuthors } from './authors.ts';
import { arrangeCategories } from './categories.ts';
import type { Collections, Entry } from '../content/collections.ts';
import { isPublished, startOf } from './dates.ts';
import { pathIn } from './groups.ts';
import { permanentId, type Ledger } from './ledger.ts';
import { toLists, type Lists } from './lists.ts';
import { menuOf } from './menu.ts';
import { createToPage, type Page } from './pages.ts';
import { neighbour, toPost, type Post, type Resolve } from './posts.ts';
import { setPage, setPost } from './quotes.ts';
import { redirectsOfLists, redirectsTo, type Redirect } from './redirects.ts';
import { relate } from './related.ts';
import type { PostData } from '../content/schema.ts';
import { createSites, pageLanguages, type Settings, type Site } from './site.ts';
import { order } from '../text/text.ts';
import { aliasPaths, createTags } from './tags.ts';
import { findTranslations, pageLanguage, setOf } from './translations.ts';
import { createUrls, urlsOf, type Urls } from './urls.ts';
import { withdrawalsOf, type Withdrawal } from './withdrawals.ts';

/**
 * All published content, and drafts and scheduled posts if `site.drafts` is true. Only `assemble`
 * filters, sorts and groups content and gives it addresses.
 */
export interface Publication {
	/** The site in its own language. */
	readonly site: Site;
	readonly urls: Urls;
	/** Newest first; posts with equal dates by id. Each as its own page shows it. */
	readonly posts: readonly Post[];
	/** The posts that were withdrawn, the last withdrawn first. They are in no list. */
	readonly withdrawals: readonly Withdrawal[];
	/**
	 * The lists in each language of the site. Those in its own language have all posts, one of each set
	 * of translations; the others have the posts in their language.
	 */
	readonly lists: readonly [Lists, ...Lists[]];
	readonly pages: readonly Page[];
	/** From earlier addresses of pages. */
	readonly redirects: readonly Redirect[];
}

/**
 * Returns the publication at `now`. The content must have passed `check`: throws if a post names an
 * unknown author or category. `ledger` has the permanent ids of posts.
 */
export function assemble(
	content: Collections,
	settings: Settings,
	now: Date,
	ledger: Ledger = {},
): Publication {
	const urls = createUrls(settings.address);
	const shown = content.posts
		.filter(({ data }) => settings.drafts || isPublished(data, now, settings.timeZone))
		.map((entry) => ({ ...entry, data: setPost(entry.data, settings) }))
		.sort((a, b) => startOf(b.data.date) - startOf(a.data.date) || order(a.id, b.id));
	const published = shown.filter(({ data }) => !data.withdrawn);
	const guidOf = ({ id, data }: Entry<PostData>) =>
		data.guid ?? settings.feedId + permanentId(ledger, `/${id}/`, data.aliases);
	const languages = pageLanguages(settings);
	const languageOf = ({ data }: Entry<PostData>) =>
		pageLanguage(data.language ?? settings.language, languages);

	const texts = content.pages.map((entry) => ({ ...entry, data: setPage(entry.data, settings) }));
	const pages = texts.map(createToPage(texts, languages, urls)).sort((a, b) => order(a.id, b.id));
	const resolve = {
		replies: Map.groupBy(content.replies, ({ post }) => post),
		guid: guidOf,
		translations: findTranslations(published, languages, settings.language, urls.post),
		hadReplyFeed: ({ id, data }: Entry<PostData>) =>
			[`/${id}/`, ...data.aliases].some((path) => urls.postReplies(path) in ledger),
	};
	const sites = createSites(settings).map((site) => inLanguage(site, content, resolve, now));
	const own = new Map(
		sites.flatMap(({ site, toPost }) =>
			withNeighbours(
				published.filter((entry) => languageOf(entry) === site.language).map(toPost),
			).map((post) => [post.id, post] as const),
		),
	);
	const posts = published.map(({ id }) => own.get(id)!);
	const lists = sites.map(({ toPost, ...names }) => {
		const everywhere = published.map((entry) => {
			const post = own.get(entry.id)!;
			const { pageLanguage } = post;
			return pageLanguage === names.site.language
				? post
				: { ...toPost(entry), pageLanguage, related: [] };
		});
		const made = toLists(everywhere, names);
		return { ...made, site: { ...made.site, navigation: menuOf(settings, made, pages) } };
	});
	const [main] = lists as [Lists, ...Lists[]];
	const findTag = createTags(content.tags, urls);
	const redirects = [
		...redirectsTo(shown, urls, ({ id }) => urls.post(id)),
		...redirectsTo(content.pages, urls, ({ id }) => urls.page(id)),
		...redirectsTo(content.authors, urls, (entry) => pathIn(main.authors, setOf(entry))),
		...redirectsTo(content.categories, urls, ({ id }) => pathIn(main.categories, id)),
		...redirectsTo(
			content.tags,
			urls,
			({ data }) => pathIn(main.tags, findTag(data.label).id),
			(data) => aliasPaths(data, urls),
		),
		...(content.redirects ?? []).map(({ from, to }) => ({
			from: urls.path(from),
			to: urls.path(to),
		})),
		...redirectsOfLists(ledger, lists, urls).filter(
			({ from }) => !pages.some(({ path }) => path === from),
		),
	];
	return {
		site: main.site,
		urls,
		posts,
		withdrawals: withdrawalsOf(shown, languages, urls, guidOf),
		lists: lists as [Lists, ...Lists[]],
		pages,
		redirects,
	};
}

/** What depends on the language of pages: the names of authors, categories and tags. */
function inLanguage(
	site: Site,
	content: Collections,
	resolve: Omit<Resolve, 'author' | 'category' | 'tag'>,
	now: Date,
) {
	const urls = urlsOf(site);
	const categories = arrangeCategories(content.categories, site, urls);
	const authors = toAuthors(content.authors, site, urls);
	const found = {
		...resolve,
		author: finder(authors, 'author'),
		category: finder(categories, 'category'),
		tag: createTags(content.tags, urls),
	};
	return {
		site,
		urls,
		categories,
		authors,
		toPost: (entry: Entry<PostData>) => toPost(entry, site, urls, found, now),
	};
}

/** Joins posts in one language with the posts before and after them, and with similar ones. */
function withNeighbours(posts: readonly Omit<Post, 'related'>[]): Post[] {
	const related = relate(posts);
	return posts.map((post, index, all) => ({
		...post,
		newer: neighbour(all[index - 1]),
		older: neighbour(all[index + 1]),
		// Computed on access, because many callers do not need it.
		get related() {
			return related(post);
		},
	}));
}

/** Returns the site in the language of a page. */
export function siteOf({ lists }: Publication, page: { readonly pageLanguage: string }): Site {
	return lists.find(({ site }) => site.language === page.pageLanguage)!.site;
}

/** Returns a function that gives the site in the language of the page at a path. */
export function siteAt({ site, lists, ...all }: Publication): (path: string) => Site {
	const texts = [...all.posts, ...all.pages, ...all.withdrawals];
	const known = new Map(texts.map(({ path, pageLanguage }) => [path, pageLanguage]));
	return (path) => {
		const language = known.get(path);
		const further = lists.slice(1).find(({ urls }) => path.startsWith(urls.home));
		return lists.find((one) => one.site.language === language)?.site ?? further?.site ?? site;
	};
}

function finder<T extends { readonly id: string }>(all: readonly T[], kind: string) {
	const byId = new Map(all.map((one) => [one.id, one]));
	return (id: string): T => {
		const found = byId.get(id);
		if (!found) throw new Error(`assemble: no ${kind} "${id}"; run check first`);
		return found;
	};
}
