import type { Author } from './authors.ts';
import type { Post } from './posts.ts';
import type { Site } from './site.ts';
import { createUrls } from './urls.ts';

/** The publication itself, for its home page. */
export function webSite(site: Site) {
	const home = homeOf(site);
	return {
		'@context': 'https://schema.org',
		'@type': 'WebSite',
		'@id': `${home}#site`,
		name: site.name,
		description: site.description,
		inLanguage: site.language,
		url: home,
	};
}

/** A post, as https://schema.org/BlogPosting has it. */
export function blogPosting(post: Post, site: Site) {
	const { absolute } = createUrls(site.address);
	return {
		'@context': 'https://schema.org',
		'@type': 'BlogPosting',
		'@id': `${absolute(post.path)}#post`,
		mainEntityOfPage: absolute(post.path),
		headline: post.title,
		alternativeHeadline: post.subtitle,
		description: post.summary,
		inLanguage: post.language,
		datePublished: post.date.text,
		dateModified: post.updated?.text,
		author: post.authors.map((author) => person(author, absolute)),
		publisher: { '@type': 'Organization', name: site.name, url: homeOf(site) },
		image: post.image && absolute(post.image.src.src),
		articleSection: post.categories.map(({ label }) => label),
		keywords: post.tags.map(({ label }) => label),
		license: post.license?.url,
		isBasedOn: post.firstPublished?.url,
		isAccessibleForFree: true,
		wordCount: post.text.words,
	};
}

function person(author: Author, absolute: (path: string) => string) {
	const { name, given, family, orcid, url, affiliation, path } = author;
	return {
		'@type': 'Person',
		'@id': `${absolute(path)}#person`,
		name,
		givenName: given,
		familyName: family,
		url: absolute(path),
		sameAs: [...(url ? [url] : []), ...(orcid ? [`https://orcid.org/${orcid}`] : [])],
		affiliation: affiliation && { '@type': 'Organization', ...affiliation },
	};
}

function homeOf({ address }: Site): string {
	const urls = createUrls(address);
	return urls.absolute(urls.home);
}
