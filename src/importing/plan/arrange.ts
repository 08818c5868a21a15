import { idPattern } from '../../model/content/values.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import { createUrls, decoded } from '../../model/publication/urls.ts';
import { createAuthors, type Author, type KnownAuthor } from '../people/authors.ts';
import { createCredit, findPeople, tagsOfPeople } from '../people/credit.ts';
import type { Exported, ExportedText } from '../records.ts';
import type { Balance } from './balance.ts';
import { createClaims } from './claims.ts';
import { sentencesOf, unusedIn, type DoubtfulCredit } from './doubts.ts';
import {
	categoriesOfPeople,
	offsetBetween,
	offsetOf,
	usualGuests,
	usualNotes,
	type Decisions,
} from './decisions.ts';
import { numbersOf, oldPathsOf, pathsOf } from './oldpaths.ts';
import { arrangeTerms, pathsOfCategory, type Fate, type NewTerm } from './terms.ts';

/** The site to which an export moves, and what it has. */
export interface NewSite {
	readonly address: string;
	readonly language: string;
	readonly authors: readonly KnownAuthor[];
	/** Whether it has a file at a path. */
	readonly isPublic: (path: string) => boolean;
}

/** A text, and where it goes. */
export interface Placed {
	readonly text: ExportedText;
	/** Of a post with its year, `2012/salt`. */
	readonly id: string;
	/** The address below the site’s root. */
	readonly path: string;
	/** When it was published, with the zone; a page has none. */
	readonly date: string | undefined;
	readonly authors: readonly Author[];
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	readonly aliases: readonly string[];
}

/** Everything but the texts: what gets which name and address. */
export type Arranged = ReturnType<typeof arrange>;

/** Gives everything in an export its place on the new site. Tells an editor what is in doubt. */
export function arrange(exported: Exported, given: Decisions, site: NewSite, balance: Balance) {
	const doubts: string[] = [];
	const base = new URL(site.address).pathname;
	const addresses = [...(given.addresses ?? []), ...exported.addresses]
		.filter((one) => URL.canParse(one))
		.map((one) => new URL(one).href.replace(/\/*$/, '/'));
	const texts = exported.texts.map((text) => asDraft(text, balance));
	const old = { ...exported, texts, addresses: [...new Set(addresses)] };
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

	const ids = placeIds(old.texts, decisions, claims.take);
	const parents = new Map(
		[...terms.categories.values()].flatMap((fate) =>
			fate.kind === 'category' ? [[fate.term.id, fate.term]] : [],
		) as [string, NewTerm][],
	);
	const categoryPath = (id: string): string => {
		const above: string[] = [];
		for (let one = parents.get(id); one; one = parents.get(one.parent ?? '')) above.unshift(one.id);
		return `/category/${above.join('/')}/`;
	};
	const pathOfTerm = (fate: Fate | undefined) =>
		fate === undefined || fate.kind === 'left'
			? undefined
			: fate.kind === 'category'
				? categoryPath(fate.term.id)
				: `/tag/${fate.term.id}/`;
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
				path: `/${id}/`,
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
	for (const { id } of used) claims.take(`/author/${id}/`);
	for (const { date } of placed) if (date) claims.take(`/${date.slice(0, 4)}/`);
	/** Where each old path leads, by its decoded form without the final slash. */
	const leads = new Map<string, string>();
	/** An old site in a folder answered below it: `/blog/tag/salt/`. Its addresses move with it or without. */
	const folders = [...new Set(old.addresses.map((one) => new URL(one).pathname))].filter(
		(folder) => folder !== '/' && folder !== base,
	);
	const everywhere = (paths: readonly string[]) => [
		...paths,
		...folders.flatMap((folder) => paths.map((path) => folder + path.slice(1))),
	];
	const takeOld = (paths: readonly string[], to: string, place: string) => {
		const own = keyOf(to);
		const missing = paths.filter((path) => keyOf(path) !== own);
		const aliases = claims.aliases(missing);
		balance.came('addresses', paths.length);
		balance.went('addresses', paths.length - missing.length + aliases.length);
		balance.explain(
			'addresses',
			aliases.length - missing.length,
			'another page has it, or no page can have it',
			place,
		);
		for (const path of paths) if (!leads.has(keyOf(path))) leads.set(keyOf(path), to);
		return aliases;
	};
	const withAliases = placed.map((one) =>
		one.text.visibility === 'public'
			? {
					...one,
					aliases: takeOld(
						[
							...new Set([
								...oldPathsOf(one.text, old, decisions, base),
								...everywhere(numbersOf(one.text)),
							]),
						],
						one.path,
						one.text.place,
					),
				}
			: one,
	);
	const below = (path: string) => pathsOf(path, addresses, base);
	const termAliases = new Map<NewTerm, string[]>();
	for (const [slug, fate] of terms.categories)
		if (fate.kind === 'left') {
			const term = old.categories.find((one) => one.slug === slug)!;
			const paths = everywhere(pathsOfCategory(term, old.categories, decisions.bases.category));
			balance.came('addresses', paths.length);
			balance.explain('addresses', -paths.length, 'the category is left out', slug);
		}
	for (const fate of new Set([...terms.categories.values(), ...terms.tags.values()])) {
		const path = pathOfTerm(fate);
		if (fate.kind === 'left' || path === undefined || termAliases.has(fate.term)) continue;
		const isShown = listed.has(path) || [...listed].some((one) => one.startsWith(path));
		const paths = everywhere(fate.term.old);
		if (!isShown) {
			balance.came('addresses', paths.length);
			balance.explain('addresses', -paths.length, 'no post is in the list', fate.term.label);
		}
		termAliases.set(fate.term, isShown ? takeOld(paths, path, fate.term.label) : []);
	}
	const authorAliases = new Map<Author, string[]>();
	for (const author of used)
		authorAliases.set(
			author,
			takeOld(
				everywhere(oldPathsOfAuthor(author, old, decisions, people)),
				`/author/${author.id}/`,
				author.name,
			),
		);
	const whole = [...used].filter((one) => !one.isThere && !one.family && one.name.includes(' '));
	if (whole.length > 0)
		doubts.push(
			`${whole.length} authors have only a whole name (${whole
				.slice(0, 5)
				.map(({ name }) => name)
				.join(
					', ',
				)}${whole.length > 5 ? ', …' : ''}): citations are right with given and family, in authors of import.yaml.`,
		);
	return {
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
		texts: withAliases,
		claims,
		everywhere,
		/** The folders in which the old site was. */
		folders,
		/** Where a path of the old site leads; `undefined` if nothing is known of it. */
		leadOf: (address: string) =>
			below(address)
				.map((path) => leads.get(keyOf(path)))
				.find(Boolean),
	};
}

/** Pages cannot be drafts: one that is not for all to read becomes a post, which can. */
function asDraft(text: ExportedText, balance: Balance): ExportedText {
	if (text.kind !== 'page' || text.visibility !== 'unpublished') return text;
	balance.explain('pages', -1, 'a draft of a page became the draft of a post', text.place);
	balance.explain('posts', 1, 'a draft of a page became the draft of a post', text.place);
	return { ...text, kind: 'post' };
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

/** Gives texts their ids: ASCII, unique, and for posts below the year of their date. */
function placeIds(
	texts: readonly ExportedText[],
	{ private: ofPrivate }: Decisions,
	take: (path: string) => boolean,
): ReadonlyMap<string, string> {
	const ids = new Map<string, string>();
	const newest = texts.map(({ date }) => date?.local ?? '').reduce((a, b) => (a > b ? a : b), '');
	// What readers know keeps its address, whatever else wants it.
	const order = [...texts].sort(
		(a, b) => Number(a.visibility !== 'public') - Number(b.visibility !== 'public'),
	);
	for (const text of order) {
		if (text.visibility === 'private' && (ofPrivate === 'leave' || text.kind === 'page')) continue;
		const year = (text.date?.local ?? (newest || '1970')).slice(0, 4);
		const kept = idPattern.test(text.slug) ? text.slug : '';
		const slug =
			kept ||
			proposeSlug(text.slug) ||
			proposeSlug(text.title) ||
			`${text.kind}-${proposeSlug(text.id)}`;
		const start = text.kind === 'post' ? `${year}/${slug}` : slug;
		let id = start;
		for (let number = 2; !take(`/${id}/`); number++) id = `${start}-${number}`;
		ids.set(text.id, id);
	}
	return ids;
}

/** The date with the zone in which it was written, so that its year is that of the address. */
function dateOf({ date }: ExportedText, zone: string, id: string): string {
	if (date === undefined) return id.slice(0, 4);
	const offset = date.utc === undefined ? zone : offsetBetween(date.local, date.utc);
	return `${date.local.replace(' ', 'T')}${offset === '+00:00' ? 'Z' : offset}`;
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

function keyOf(path: string): string {
	return decoded(path).normalize().toLowerCase().replace(/\/+$/, '');
}
