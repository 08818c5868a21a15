import { createUrls } from '../../model/publication/urls.ts';
import { createAuthors, type Author, type KnownAuthor } from '../people/authors.ts';
import { createCredit, findPeople, tagsOfPeople } from '../people/credit.ts';
import type { Exported } from '../records.ts';
import type { Balance } from './balance.ts';
import { createClaims } from './claims.ts';
import { sentencesOf, unusedIn, wholeNames, type DoubtfulCredit } from './doubts.ts';
import { createForwarding } from './forwarding.ts';
import {
	categoriesOfPeople,
	offsetOf,
	usualGuests,
	usualNotes,
	type Decisions,
} from './decisions.ts';
import { numbersOf, oldPathsOf } from './oldpaths.ts';
import { asDraft, dateOf, placeIds, type Placed } from './placing.ts';
import {
	arrangeTerms,
	createTermPaths,
	pathsOfCategory,
	type Fate,
	type NewTerm,
} from './terms.ts';

/** The site to which an export moves, and what it has. */
export interface NewSite {
	readonly address: string;
	readonly language: string;
	readonly authors: readonly KnownAuthor[];
	/** Whether it has a file at a path. */
	readonly isPublic: (path: string) => boolean;
}

/** Everything but the texts: what gets which name and address. */
export type Arranged = ReturnType<typeof arrange>;

/** Gives everything in an export its place on the new site. Tells an editor what is in doubt. */
export function arrange(exported: Exported, given: Decisions, site: NewSite, balance: Balance) {
	const doubts: string[] = [];
	/** Content has addresses below the root of the site. */
	const urls = createUrls(new URL(site.address).origin);
	const base = new URL(site.address).pathname;
	const addresses = [...(given.addresses ?? []), ...exported.addresses]
		.filter((one) => URL.canParse(one))
		.map((one) => new URL(one).href.replace(/\/*$/, '/'));
	const old = {
		...exported,
		texts: exported.texts.map((text) => asDraft(text, balance)),
		addresses: [...new Set(addresses)],
	};
	const authors = createAuthors(old, given, site.authors);
	for (const { authors: logins } of old.texts) logins.forEach(authors.ofAccount);
	const decisions = complete(given, old, authors);
	const people = findPeople(old, decisions.people, authors);
	const terms = arrangeTerms(old, decisions, {
		categories: new Set(people.categories.keys()),
		tags: new Set(people.tags.keys()),
		above: new Set(decisions.people.categories.filter((slug) => !people.categories.has(slug))),
	});
	const credit = createCredit(old, decisions, authors, people);
	const claims = createClaims(createUrls(site.address));

	for (const { date } of old.texts) if (date) claims.take(urls.year(date.local.slice(0, 4)));
	const ids = placeIds(old.texts, decisions, claims.take);
	const pathOfTerm = createTermPaths(terms, urls);
	const doubtful: DoubtfulCredit[] = [];
	const placed = old.texts.flatMap((text): Placed[] => {
		const id = ids.get(text.id);
		if (id === undefined) return [];
		const isPost = text.kind === 'post';
		const whose = isPost ? credit(text, id) : undefined;
		if (whose?.doubt !== undefined && text.visibility === 'public')
			doubtful.push({
				id,
				title: text.title,
				reason: whose.doubt,
				authors: whose.authors.map((one) => one.name).join(', '),
			});
		const fates = (['categories', 'tags'] as const).flatMap((kind) =>
			text[kind].flatMap((slug) => terms[kind].get(slug) ?? []),
		);
		const of = (kind: Fate['kind']) => fates.filter((fate) => fate.kind === kind);
		const names = (kind: 'category' | 'tag', name: 'id' | 'label') => [
			...new Set(of(kind).map((fate) => (fate as { term: NewTerm }).term[name])),
		];
		return [
			{
				text,
				id,
				path: isPost ? urls.post(id) : urls.page(id),
				date: isPost ? dateOf(text, decisions.timeZone, id) : undefined,
				authors: whose?.authors ?? [],
				categories: names('category', 'id'),
				tags: names('tag', 'label'),
				aliases: [],
			},
		];
	});
	doubts.push(...sentencesOf(doubtful), ...unusedIn(decisions, old, ids));
	const shown = placed.filter(({ text }) => text.visibility === 'public');
	const used = new Set(placed.flatMap((one) => one.authors));
	const usedTags = new Set(placed.flatMap(({ tags }) => tags));

	// Addresses of the new site come first, then those of texts, lists and people in the old one.
	const listed = new Set(
		shown.flatMap(({ text }) =>
			(['categories', 'tags'] as const).flatMap((kind) =>
				text[kind].flatMap((slug) => pathOfTerm(terms[kind].get(slug)) ?? []),
			),
		),
	);
	for (const path of listed) claims.take(path);
	for (const { id } of used) claims.take(urls.author(id));
	const forwarding = createForwarding(old.addresses, base, claims, balance);
	const { everywhere } = forwarding;
	const texts = placed.map((one) => {
		if (one.text.visibility !== 'public') return one;
		const paths = [
			...oldPathsOf(one.text, old, decisions, base),
			...everywhere(numbersOf(one.text)),
		];
		return { ...one, aliases: forwarding.take(paths, one.path, one.text.place) };
	});
	for (const { slug, ...term } of old.categories)
		if (terms.categories.get(slug)?.kind === 'left') {
			const paths = pathsOfCategory({ slug, ...term }, old.categories, decisions.bases.category);
			forwarding.leave(everywhere(paths), 'the category is left out', slug);
		}
	const termAliases = new Map<NewTerm, string[]>();
	for (const fate of new Set([...terms.categories.values(), ...terms.tags.values()])) {
		const path = pathOfTerm(fate);
		if (fate.kind === 'left' || path === undefined || termAliases.has(fate.term)) continue;
		const { label, old: paths } = fate.term;
		const isShown = listed.has(path) || [...listed].some((one) => one.startsWith(path));
		if (!isShown) forwarding.leave(everywhere(paths), 'no post is in the list', label);
		termAliases.set(fate.term, isShown ? forwarding.take(everywhere(paths), path, label) : []);
	}
	const authorAliases = new Map<Author, string[]>();
	for (const author of new Set(shown.flatMap((one) => one.authors))) {
		const paths = everywhere(oldPathsOfAuthor(author, old, decisions, people));
		authorAliases.set(author, forwarding.take(paths, urls.author(author.id), author.name));
	}
	doubts.push(...wholeNames([...used]));
	return {
		urls,
		old,
		decisions,
		doubts,
		authors: authors.all().filter((one) => used.has(one)),
		authorOfNumber(number: string): string | undefined {
			const person = old.people.find((one) => one.number === number);
			const author = person && authors.ofAccount(person.login);
			return author && used.has(author) ? author.id : undefined;
		},
		authorAliases,
		people,
		terms,
		termAliases,
		pathOfTerm,
		usedTags,
		texts,
		claims,
		forwarding,
	};
}

function complete(given: Decisions, exported: Exported, authors: ReturnType<typeof createAuthors>) {
	return {
		...given,
		addresses: [...exported.addresses],
		timeZone: given.timeZone ?? offsetOf(exported),
		people: {
			categories: given.people.categories ?? categoriesOfPeople(exported),
			tags: given.people.tags ?? tagsOfPeople(exported, authors),
		},
		guests: { ...given.guests, titles: given.guests.titles ?? usualGuests },
		notes: given.notes ?? usualNotes,
	};
}

function oldPathsOfAuthor(
	author: Author,
	{ people, categories, tags }: Exported,
	{ bases }: Decisions,
	terms: ReturnType<typeof findPeople>,
): string[] {
	const own = people.filter(({ login }) => author.accounts.includes(login));
	return [
		...new Set([
			...own.flatMap(({ login, number, slug = login.toLowerCase().replace(/[\s.@]+/g, '-') }) => [
				`/${bases.author}/${slug}/`,
				...(number === undefined ? [] : [`/?author=${number}`]),
			]),
			...categories
				.filter(({ slug }) => terms.categories.get(slug) === author)
				.flatMap((term) => pathsOfCategory(term, categories, bases.category)),
			...tags
				.filter(({ slug }) => terms.tags.get(slug) === author)
				.map(({ slug }) => `/${bases.tag}/${slug}/`),
		]),
	];
}
