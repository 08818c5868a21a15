import { citationOf } from './citations.ts';
import { facetsOf, type Facet } from '../search/facets.ts';
import { searchWords, type SearchWords } from '../search/searchwords.ts';
import { excerpt } from '../text/text.ts';
import { childrenOf, counted, type CountedLink, type Listing } from '../publication/listings.ts';
import { answerable } from '../replies/replies.ts';
import { replyForm } from '../replies/replyform.ts';
import { listingHead, pageHead, postHead, textPageHead, type Head } from './metadata.ts';
import type { Post } from '../publication/posts.ts';
import type { Page, Publication } from '../publication/publication.ts';
import { referencesTo, type Reference } from './citationtexts.ts';
import type { Link, Site } from '../publication/site.ts';
import { createUrls, type Urls } from '../publication/urls.ts';
import type { Withdrawal } from '../publication/withdrawals.ts';
import { frame, type Frame } from './frame.ts';
import { messagesIn } from '../messages/messages.ts';

/** The data of every page: its head and its frame. */
export interface View {
	readonly head: Head;
	readonly frame: Frame;
}

export interface PostView extends View {
	readonly post: Post;
	/** The full URL of the post, for readers who save or print it. */
	readonly permalink: string;
	/** The reply form or the e-mail link; `undefined` if replies are closed. */
	readonly replying?:
		{ readonly form: string; readonly action: string } | { readonly mail: string } | undefined;
	readonly cite: {
		readonly references: readonly Reference[];
		/** The citation files for reference managers. */
		readonly files: readonly Link[];
	};
}

export interface ListingView extends View {
	readonly listing: Listing;
}

export interface TextView extends View {
	readonly page: Page;
}

/** An index of categories, tags, authors or years. */
export interface TopicsView extends View {
	readonly title: string;
	readonly topics: readonly CountedLink[];
}

export interface SearchView extends View {
	readonly facets: readonly Facet[];
	/** The folder of the search engine and its index. */
	readonly index: string;
	/** The words that its script needs. */
	readonly words: SearchWords;
}

export interface WithdrawnView extends View {
	readonly withdrawal: Withdrawal;
}

export function postView(post: Post, site: Site): PostView {
	const urls = createUrls(site.address);
	return {
		head: postHead(post, site),
		frame: frame(site, post.path),
		post,
		permalink: urls.absolute(post.path),
		replying: post.open ? replying(post, site, urls) : undefined,
		cite: citing(post, site, urls),
	};
}

function citing(post: Post, site: Site, urls: Urls): PostView['cite'] {
	const file = (label: string, format: 'ris' | 'bib' | 'json') => ({
		label,
		path: urls.citation(post.path, format),
	});
	return {
		references: referencesTo(citationOf(post, site)),
		files: [file('RIS', 'ris'), file('BibTeX', 'bib'), file('CSL-JSON', 'json')],
	};
}

function replying(post: Post, { replies, language }: Site, urls: Urls): PostView['replying'] {
	if (replies.mode === 'mail')
		return { mail: `mailto:${replies.address}?subject=${encodeURIComponent(post.title)}` };
	const action = replies.mode === 'endpoint' ? replies.url : urls.replies;
	return {
		action,
		form: replyForm({
			action,
			language,
			post: post.id,
			replies: answerable(post.threads, language),
		}),
	};
}

export function listingView(listing: Listing, site: Site): ListingView {
	return { head: listingHead(listing, site), frame: frame(site, listing.path), listing };
}

export function textView(page: Page, site: Site): TextView {
	return { head: textPageHead(page, site), frame: frame(site, page.path), page };
}

export function withdrawnView(withdrawal: Withdrawal, site: Site): WithdrawnView {
	const { title, path } = withdrawal;
	const head = pageHead({ title, path, indexed: false }, site);
	return { head, frame: frame(site, path), withdrawal };
}

export function archiveView(publication: Publication): TopicsView {
	return topicsView(
		publication,
		'archive',
		publication.urls.archive,
		publication.years.map(counted),
	);
}

export function tagsView(publication: Publication): TopicsView {
	return topicsView(publication, 'tags', publication.urls.tags, publication.tags.map(counted));
}

export function authorsView(publication: Publication): TopicsView {
	const authors = publication.authors.map(({ topic, posts }) => ({
		label: topic.name,
		path: topic.path,
		count: posts.length,
	}));
	return topicsView(publication, 'authors', publication.urls.authors, authors);
}

export function categoriesView(publication: Publication): TopicsView {
	const { urls, categories } = publication;
	const tree = (parent?: string): CountedLink[] =>
		childrenOf(parent, categories).map((group) => ({
			...counted(group),
			children: tree(group.topic.id),
		}));
	return topicsView(publication, 'categories', urls.categories, tree());
}

export function searchView(publication: Publication): SearchView {
	const { site, urls } = publication;
	const words = messagesIn(site.language).search;
	const page = {
		title: words.title,
		path: urls.search,
		description: words.description(site.name),
	};
	return {
		head: pageHead(page, site),
		frame: frame(site, page.path),
		facets: facetsOf(publication),
		index: urls.searchIndex,
		words: searchWords(site.language),
	};
}

export function notFoundView({ site, urls }: Publication): View {
	const title = messagesIn(site.language).pages.notFound;
	const page = { title, path: urls.notFound, indexed: false };
	return { head: pageHead(page, site), frame: frame(site, page.path) };
}

function topicsView(
	publication: Publication,
	kind: 'archive' | 'tags' | 'authors' | 'categories',
	path: string,
	topics: readonly CountedLink[],
): TopicsView {
	const { site } = publication;
	const { frame: names, list } = messagesIn(site.language);
	const title = names[kind];
	const labels = topics.map(({ label }) => label).join(', ');
	const description = list.index(title, site.name, labels);
	return {
		head: pageHead({ title, path, description: excerpt(description, 160) }, site),
		frame: frame(site, path),
		title,
		topics,
	};
}
