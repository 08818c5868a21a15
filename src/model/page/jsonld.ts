import type {
	BlogPosting,
	BreadcrumbList,
	Comment,
	Graph,
	Organization,
	Person,
	Thing,
	WebSite,
} from 'schema-dts';
import type { Author } from '../publication/authors.ts';
import type { Listing } from '../publication/listings.ts';
import type { Post } from '../publication/posts.ts';
import { flat, type Reply } from '../replies/replies.ts';
import type { Link, Site } from '../publication/site.ts';
import { createUrls, doiUrl, urlsOf } from '../publication/urls.ts';

type Absolute = (path: string) => string;

/** Returns a JSON-LD graph (https://schema.org). Its things refer to each other by `@id`. */
function graph(...things: readonly Thing[]): Graph {
	return { '@context': 'https://schema.org', '@graph': things };
}

/** Returns the graph of a list: the publication (home), an author's profile or a collection. */
export function listingGraph(listing: Listing, site: Site): Graph {
	const { absolute } = createUrls(site.address);
	const { kind, title, path, description, author, posts } = listing;
	if (kind === 'home') return graph(webSite(site), organization(site));
	const page = present({
		'@id': absolute(path),
		url: absolute(path),
		name: title,
		description,
		inLanguage: site.language,
		isPartOf: reference(site),
	});
	return graph(
		author
			? { '@type': 'ProfilePage', ...page, mainEntity: person(author, site) }
			: {
					'@type': 'CollectionPage',
					...page,
					hasPart: posts.map(({ path }) => ({ '@id': `${absolute(path)}#post` })),
				},
		breadcrumbs(listing.breadcrumbs, { label: title, path }, absolute),
	);
}

/**
 * Returns the graph of a post. `image` is a full URL. The properties are those of
 * https://developers.google.com/search/docs/appearance/structured-data/article
 */
export function postGraph(post: Post, site: Site, image: string): Graph {
	const { absolute } = createUrls(site.address);
	const [category] = post.categories;
	const trail = category ? [...category.ancestors, category] : [];
	const here = { label: post.title, path: post.path };
	return graph(
		blogPosting(post, site, image),
		organization(site),
		...(trail.length > 0 ? [breadcrumbs(trail, here, absolute)] : []),
	);
}

function blogPosting(post: Post, site: Site, image: string): BlogPosting {
	const { absolute } = createUrls(site.address);
	return present({
		'@type': 'BlogPosting',
		'@id': `${absolute(post.path)}#post`,
		mainEntityOfPage: absolute(post.path),
		headline: post.title,
		alternativeHeadline: post.subtitle,
		description: post.summary,
		inLanguage: post.language,
		...translations(post, absolute),
		datePublished: post.date.text,
		dateModified: post.updated?.text,
		author: post.authors.map((author) => person(author, site)),
		publisher: { '@id': publisherOf(site) },
		isPartOf: reference(site),
		image,
		articleSection: post.categories.map(({ label }) => label),
		keywords: post.tags.map(({ label }) => label),
		license: post.license?.url,
		identifier: post.doi
			? {
					'@type': 'PropertyValue' as const,
					propertyID: 'DOI',
					value: doiUrl(post.doi),
				}
			: undefined,
		isBasedOn: post.firstPublished?.url,
		isAccessibleForFree: true,
		wordCount: post.text.words,
		commentCount: post.threads.length > 0 ? flat(post.threads).length : undefined,
		comment:
			post.threads.length > 0
				? flat(post.threads).map((reply) => comment(reply, post, absolute))
				: undefined,
	});
}

/** Which post is a translation of which. */
function translations({ translations, path }: Post, absolute: Absolute) {
	const idOf = (post: { readonly path: string }) => ({ '@id': `${absolute(post.path)}#post` });
	const original = translations.find(({ isOriginal }) => isOriginal);
	const others = translations.filter((other) => other.path !== path).map(idOf);
	return {
		translationOfWork: original && original.path !== path ? idOf(original) : undefined,
		workTranslation: original?.path === path ? others : undefined,
	};
}

function comment({ anchor, name, url, date }: Reply, { path }: Post, absolute: Absolute): Comment {
	return {
		'@type': 'Comment',
		'@id': `${absolute(path)}#${anchor}`,
		datePublished: date,
		author: present({ '@type': 'Person', name, url: url ?? undefined }),
	};
}

function webSite(site: Site): WebSite {
	return {
		...reference(site),
		description: site.description,
		inLanguage: site.language,
		publisher: { '@id': publisherOf(site) },
	};
}

/** The site, for pages that do not describe it. In each language it is one of its own. */
function reference(site: Site) {
	const { absolute, home } = urlsOf(site);
	return {
		'@type': 'WebSite' as const,
		'@id': `${absolute(home)}#site`,
		name: site.name,
		url: absolute(home),
	};
}

/** The publisher: one, whatever the language of the page. */
function organization(site: Site): Organization {
	const { absolute, home } = createUrls(site.address);
	return {
		'@type': 'Organization',
		'@id': publisherOf(site),
		name: site.name,
		url: absolute(home),
	};
}

function publisherOf({ address }: Site): string {
	const { absolute, home } = createUrls(address);
	return `${absolute(home)}#organization`;
}

function breadcrumbs(trail: readonly Link[], here: Link, absolute: Absolute): BreadcrumbList {
	return {
		'@type': 'BreadcrumbList',
		itemListElement: [...trail, here].map(({ label, path }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name: label,
			item: absolute(path),
		})),
	};
}

function person(author: Author, { address }: Site): Person {
	// One person, whatever the language of the page.
	const urls = createUrls(address);
	const { absolute } = urls;
	const { id, name, given, family, suffix, nativeName, orcid, url, affiliation } = author;
	const own = absolute(urls.author(id));
	const elsewhere = [...(url ? [url] : []), ...(orcid ? [`https://orcid.org/${orcid}`] : [])];
	return present({
		'@type': 'Person',
		'@id': `${own}#person`,
		name,
		alternateName: nativeName?.name,
		givenName: given,
		familyName: family,
		honorificSuffix: suffix,
		url: own,
		sameAs: elsewhere.length > 0 ? elsewhere : undefined,
		affiliation: affiliation && present({ '@type': 'Organization', ...affiliation }),
	});
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
	[K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Removes the properties that are `undefined`. */
function present<const T extends object>(thing: T): Present<T> {
	return Object.fromEntries(
		Object.entries(thing).filter(([, value]) => value !== undefined),
	) as Present<T>;
}
