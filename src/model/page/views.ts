import { citationOf } from './citations.ts';
import { facetsOf, type Facet } from '../search/facets.ts';
import { searchWords, type SearchWords } from '../search/searchwords.ts';
import { excerpt } from '../text/text.ts';
import {
	childrenOf,
	counted,
	type Alternates,
	type CountedLink,
	type Listing,
} from '../publication/listings.ts';
import { answerable } from '../replies/replies.ts';
import { replyForm } from '../replies/replyform.ts';
import { listingHead, pageHead, postHead, textPageHead, type Head } from './metadata.ts';
import type { Post } from '../publication/posts.ts';
import type { Lists } from '../publication/lists.ts';
import type { Page } from '../publication/pages.ts';
import type { Publication } from '../publication/publication.ts';
import { referencesTo, type Reference } from './citationtexts.ts';
import type { Link, Site } from '../publication/site.ts';
import { createUrls, type OwnPage, type Urls } from '../publication/urls.ts';
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

/** The frames of the home pages in all languages, the site's own first. */
export interface NotFoundView extends View {
	readonly frames: readonly Frame[];
}

export interface WithdrawnView extends View {
	readonly withdrawal: Withdrawal;
}

export function postView(post: Post, site: Site): PostView {
	const urls = createUrls(site.address);
	return {
		head: postHead(post, site),
		frame: frame(site, post.path, pathsOf(post)),
		post,
		permalink: urls.absolute(post.path),
		replying: post.open ? replying(post, site, urls) : undefined,
		cite: citing(post, site, urls),
	};
}

/** Returns the paths of a text in its languages. */
function pathsOf({ translations }: Pick<Page, 'translations'>): Alternates {
	return Object.fromEntries(translations.map(({ language, path }) => [language, path]));
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
	const { path, alternates } = listing;
	return { head: listingHead(listing, site), frame: frame(site, path, alternates), listing };
}

export function textView(page: Page, site: Site): TextView {
	return { head: textPageHead(page, site), frame: frame(site, page.path, pathsOf(page)), page };
}

export function withdrawnView(withdrawal: Withdrawal, site: Site): WithdrawnView {
	const { title, path } = withdrawal;
	const head = pageHead({ title, path, indexed: false }, site);
	return { head, frame: frame(site, path), withdrawal };
}

/** Returns the archive and the indexes of categories, tags and authors, by their paths. */
export function topicsViews({ lists }: Publication): { path: string; view: TopicsView }[] {
	return lists.flatMap((one) => {
		const { categories, tags, authors, years } = one;
		const tree = (parent?: string): CountedLink[] =>
			childrenOf(parent, categories).map((group) => ({
				...counted(group),
				children: tree(group.topic.id),
			}));
		const people = authors.map(({ topic: { name, path }, posts }) => ({
			label: name,
			path,
			count: posts.length,
		}));
		return [
			topicsView(one, 'archive', years.map(counted)),
			topicsView(one, 'categories', tree()),
			topicsView(one, 'tags', tags.map(counted)),
			topicsView(one, 'authors', people),
		];
	});
}

function topicsView({ site, urls }: Lists, kind: OwnPage, topics: readonly CountedLink[]) {
	const { frame: names, list } = messagesIn(site.language);
	const [title, path, alternates] = [names[kind], urls[kind], alternatesOf(kind, site)];
	const labels = topics.map(({ label }) => label).join(', ');
	const description = labels ? excerpt(list.index(title, site.name, labels), 160) : undefined;
	const head = pageHead({ title, path, description, alternates }, site);
	return { path, view: { head, frame: frame(site, path, alternates), title, topics } };
}

export function searchViews(publication: Publication): { path: string; view: SearchView }[] {
	return publication.lists.map((lists) => {
		const { site, urls } = lists;
		const words = messagesIn(site.language).search;
		const [path, alternates] = [urls.search, alternatesOf('search', site)];
		const description = words.description(site.name);
		return {
			path,
			view: {
				head: pageHead({ title: words.title, path, description, alternates }, site),
				frame: frame(site, path, alternates),
				facets: facetsOf(lists, publication.posts),
				index: urls.searchIndex,
				words: searchWords(site.language),
			},
		};
	});
}

/** Returns the paths of a page that there is in each language. */
function alternatesOf(page: OwnPage, { address, languages }: Site): Alternates {
	return Object.fromEntries(
		languages.map(({ language, prefix }) => [language, createUrls(address, prefix)[page]]),
	);
}

/** Returns the page for addresses without one. There is one for all languages. */
export function notFoundView({ lists, site, urls }: Publication): NotFoundView {
	const title = messagesIn(site.language).pages.notFound;
	const page = { title, path: urls.notFound, indexed: false };
	return {
		head: pageHead(page, site),
		frame: frame(site, page.path),
		frames: lists.map((one) => frame(one.site, page.path)),
	};
}
