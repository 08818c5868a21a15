import type { ImageMetadata } from 'astro';
import { blogPosting, webSite } from './jsonld.ts';
import type { Listing } from './listings.ts';
import type { Post } from './posts.ts';
import type { Page } from './publication.ts';
import type { Site } from './site.ts';
import { createUrls } from './urls.ts';

/** The head of a page as data, in the order it is printed; components turn it into markup. */
export interface Head {
	/** Of the document: what the page is, then where. */
	readonly title: string;
	readonly tags: readonly HeadTag[];
	readonly jsonLd?: Readonly<Record<string, unknown>> | undefined;
}

export interface HeadTag {
	readonly name: 'meta' | 'link';
	readonly attributes: Readonly<Record<string, string>>;
}

interface Described {
	readonly title: string;
	readonly path: string;
	readonly description?: string | undefined;
	/** Pages that lead nowhere worth finding keep out of search engines. */
	readonly indexed?: boolean;
}

/** The head of a page that is not a post. `title` is what a tab and a search engine show. */
export function pageHead(page: Described, site: Site, title = titleOf(page, site)): Head {
	return {
		title,
		tags: [
			...described(page, site),
			...(page.indexed === false || site.drafts
				? [meta('robots', 'noindex')]
				: [property('og:type', 'website'), ...social(page, site)]),
		],
	};
}

export function listingHead(listing: Listing, site: Site): Head {
	const { kind, path, page, pages } = listing;
	const nth = page > 1 ? `, page ${page} of ${pages}` : '';
	const description = listing.description ?? descriptionOf(listing, site);
	if (kind !== 'home') return pageHead({ title: listing.title + nth, path, description }, site);
	const title = `${site.name}: ${site.tagline}${nth}`;
	const head = pageHead({ title, path, description }, site, title);
	return page === 1 ? { ...head, jsonLd: webSite(site) } : head;
}

export function textPageHead({ title, path, summary }: Page, site: Site): Head {
	return pageHead({ title, path, description: summary }, site);
}

export function postHead(post: Post, site: Site): Head {
	const { title, path, summary, date, updated, authors, categories, tags, image } = post;
	const { absolute } = createUrls(site.address);
	const page = { title, path, description: summary };
	return {
		title: titleOf(post, site),
		tags: [
			...described(page, site),
			...(site.drafts ? [meta('robots', 'noindex')] : []),
			...authors.map(({ name }) => meta('author', name)),
			property('og:type', 'article'),
			...social(page, site),
			...(image ? shared(image.src, image.alt, absolute) : []),
			property('article:published_time', date.text),
			...(updated ? [property('article:modified_time', updated.text)] : []),
			...authors.map((author) => property('article:author', absolute(author.path))),
			...categories.slice(0, 1).map(({ label }) => property('article:section', label)),
			...tags.map(({ label }) => property('article:tag', label)),
			...(post.license ? [link('license', post.license.url)] : []),
		],
		jsonLd: blogPosting(post, site),
	};
}

function titleOf({ title }: Pick<Described, 'title'>, site: Site): string {
	return `${title} · ${site.name}`;
}

function described({ path, description, indexed }: Described, site: Site): HeadTag[] {
	return [
		...(description ? [meta('description', description)] : []),
		...(indexed === false ? [] : [link('canonical', createUrls(site.address).absolute(path))]),
	];
}

function social({ title, path, description }: Described, site: Site): HeadTag[] {
	return [
		property('og:site_name', site.name),
		property('og:title', title),
		...(description ? [property('og:description', description)] : []),
		property('og:url', createUrls(site.address).absolute(path)),
	];
}

function shared(image: ImageMetadata, alt: string, absolute: (path: string) => string): HeadTag[] {
	return [property('og:image', absolute(image.src)), property('og:image:alt', alt)];
}

function descriptionOf({ kind, title, count }: Listing, site: Site): string {
	const posts = count === 1 ? '1 post' : `${count} posts`;
	const about = { home: 'of', category: 'in', tag: 'tagged', author: 'by', year: 'from' }[kind];
	return `${posts} ${about} ${title} in ${site.name}.`;
}

function meta(name: string, content: string): HeadTag {
	return { name: 'meta', attributes: { name, content } };
}

function property(name: string, content: string): HeadTag {
	return { name: 'meta', attributes: { property: name, content } };
}

function link(rel: string, href: string): HeadTag {
	return { name: 'link', attributes: { rel, href } };
}
