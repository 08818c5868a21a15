import type { Graph } from 'schema-dts';
import { citationOf, citedName, invertedName } from './citations.ts';
import {
	alternateLinks,
	feedLinks,
	link,
	meta,
	property,
	replyFeedLink,
	type HeadTag,
} from './headtags.ts';
import { listingGraph, postGraph } from './jsonld.ts';
import { cardSize, previewSize } from './images.ts';
import { count, formatNumber } from '../messages/fill.ts';
import { formatList, messagesIn } from '../messages/messages.ts';
import type { Alternates, Listing } from '../publication/listings.ts';
import type { Post } from '../publication/posts.ts';
import type { Page } from '../publication/pages.ts';
import type { Site } from '../publication/site.ts';
import { createUrls, doiUrl } from '../publication/urls.ts';
import { versions } from './versions.ts';

/** The head of a page as data, in print order. Components turn it into markup. */
export interface Head {
	/** The document title: first the page, then the site. */
	readonly title: string;
	readonly tags: readonly HeadTag[];
	readonly jsonLd?: Graph | undefined;
}

interface Described {
	readonly title: string;
	readonly path: string;
	readonly description?: string | undefined;
	/** The language of the page, if it is not that of the site. */
	readonly language?: string | undefined;
	/** `false` keeps the page out of search engines. */
	readonly indexed?: boolean;
	/** The page in several languages. */
	readonly alternates?: Alternates;
	/** The path for readers of other languages. Without it, the first of `alternates`. */
	readonly other?: string | undefined;
}

/** Returns the head of a page that is not a post. `title` is the document title. */
export function pageHead(page: Described, site: Site, title = titleOf(page, site)): Head {
	return {
		title,
		tags: [
			...described(page, site),
			...(page.indexed === false || site.drafts
				? [meta('robots', 'noindex')]
				: [property('og:type', 'website'), ...social(page, site), ...siteCard(site)]),
			...feedLinks(site),
		],
	};
}

/** Returns the head of one page of a list. Only the first page has JSON-LD. */
export function listingHead(listing: Listing, site: Site): Head {
	const { kind, path, page, pages, author, feeds } = listing;
	const description = listing.description ?? descriptionOf(listing, site);
	const home = kind === 'home';
	const first = home ? `${site.name}: ${site.tagline}` : listing.title;
	const [nth, last] = [page, pages].map((number) => formatNumber(number, site.language));
	const title = page > 1 ? messagesIn(site.language).list.nth(first, nth!, last!) : first;
	const { alternates } = listing;
	const described = { title, path, description, alternates };
	const head = pageHead(described, site, home ? title : undefined);
	return {
		...head,
		tags: [
			...head.tags,
			...(feeds && !home ? feedLinks(site, feeds, listing.title) : []),
			...(author?.fediverse ? [meta('fediverse:creator', author.fediverse)] : []),
		],
		...(page === 1 && { jsonLd: listingGraph(listing, site) }),
	};
}

export function textPageHead(page: Page, site: Site): Head {
	const { title, path, summary, language } = page;
	return pageHead({ title, path, description: summary, language, ...versions(page, site) }, site);
}

export function postHead(post: Post, site: Site): Head {
	const { title, path, summary, date, updated, authors, categories, tags, image } = post;
	const urls = createUrls(site.address);
	const { language } = post;
	const page = { title, path, description: summary, language, ...versions(post, site) };
	const lead = hasPreview(post) ? image : undefined;
	const picture = urls.absolute(lead ? urls.preview(path) : urls.card(path));
	const size = lead ? previewSize(lead.src) : cardSize;
	const alternative = lead?.alt || `${title}. ${bylineOf(post, site)}, ${site.name}`;
	return {
		title: titleOf(post, site),
		tags: [
			...described(page, site, post.canonical),
			...(site.drafts ? [meta('robots', 'noindex')] : []),
			...authors.map(({ name }) => meta('author', name)),
			...cited(post, site),
			property('og:type', 'article'),
			...social(page, site),
			property('og:image', picture),
			property('og:image:width', String(size.width)),
			property('og:image:height', String(size.height)),
			property('og:image:alt', alternative),
			meta('twitter:card', 'summary_large_image'),
			property('article:published_time', date.text),
			...(updated ? [property('article:modified_time', updated.text)] : []),
			...authors.map((author) => property('article:author', urls.absolute(author.path))),
			...categories.slice(0, 1).map(({ label }) => property('article:section', label)),
			...tags.map(({ label }) => property('article:tag', label)),
			...authors.flatMap(({ fediverse }) =>
				fediverse ? [meta('fediverse:creator', fediverse)] : [],
			),
			...(post.license ? [link('license', post.license.url)] : []),
			...(post.hasReplyFeed ? [replyFeedLink(post, site)] : []),
			...(post.doi ? [link('cite-as', doiUrl(post.doi))] : []),
			...feedLinks(site),
		],
		jsonLd: postGraph(post, site, picture),
	};
}

/** Whether link previews show the lead image of a post instead of its card: if wide enough. */
export function hasPreview({ image }: Pick<Post, 'image'>): boolean {
	return image !== undefined && image.src.format !== 'svg' && previewSize(image.src).width >= 600;
}

function siteCard(site: Site): HeadTag[] {
	const urls = createUrls(site.address);
	return [
		property('og:image', urls.absolute(urls.siteCard)),
		property('og:image:width', String(cardSize.width)),
		property('og:image:height', String(cardSize.height)),
		property('og:image:alt', `${site.name}. ${site.tagline}`),
	];
}

/** Returns the names of a post's authors as a list, such as “A, B and C”. */
export function bylineOf({ byline }: Pick<Post, 'byline'>, { language }: Site): string {
	return formatList(
		byline.map(({ label }) => label),
		language,
	);
}

/**
 * Tags for Zotero and Google Scholar: https://scholar.google.com/intl/en/scholar/inclusion.html.
 * Without `DC.type`, Zotero saves a post as a journal article.
 */
function cited(post: Post, site: Site): HeadTag[] {
	const { absolute } = createUrls(site.address);
	return [
		meta('citation_title', citationOf(post, site).title),
		...post.authors.map((author) => meta('citation_author', invertedName(citedName(author)))),
		meta('citation_publication_date', post.date.text.slice(0, 10).replaceAll('-', '/')),
		meta('citation_language', post.language),
		meta('citation_public_url', absolute(post.path)),
		...(post.doi ? [meta('citation_doi', post.doi)] : []),
		meta('DC.type', 'blogPost'),
		...(post.license ? [meta('DC.rights', post.license.label)] : []),
	];
}

function titleOf({ title }: Pick<Described, 'title'>, site: Site): string {
	return `${title} · ${site.name}`;
}

function described(
	{ path, description, indexed, alternates = {}, other = Object.values(alternates)[0] }: Described,
	site: Site,
	canonical = createUrls(site.address).absolute(path),
): HeadTag[] {
	return [
		...(description ? [meta('description', description)] : []),
		...(indexed === false
			? []
			: [link('canonical', canonical), ...alternateLinks(alternates, other, site)]),
	];
}

function social(page: Described, site: Site): HeadTag[] {
	const { title, path, description, language = site.language, alternates = {} } = page;
	const others = Object.keys(alternates).filter((other) => other !== language);
	return [
		property('og:site_name', site.name),
		property('og:title', title),
		...(description ? [property('og:description', description)] : []),
		property('og:url', createUrls(site.address).absolute(path)),
		...openGraphLocale(language).map((locale) => property('og:locale', locale)),
		...others.flatMap(openGraphLocale).map((locale) => property('og:locale:alternate', locale)),
	];
}

function descriptionOf({ kind, title, count: number }: Listing, { language, name }: Site): string {
	const { posts, descriptions } = messagesIn(language).list;
	return descriptions[kind](count(posts, number, language), title, name);
}

/** Returns a language with its most likely territory, as Open Graph wants it: `en_US`. */
function openGraphLocale(language: string): string[] {
	const { language: code, region } = new Intl.Locale(language).maximize();
	return region ? [`${code}_${region}`] : [];
}
