import type { Exported, ExportedFile, ExportedText, Person, Term } from '../records.ts';
import {
	childrenOf,
	decodedSlug,
	fileOf,
	guestOf,
	idOf,
	personOf,
	plain,
	repliesOf,
	termOf,
	textOf,
	valuesOf,
} from './items.ts';
import type { XmlElement } from './xml.ts';

/*
 * WXR is RSS with elements of WordPress:
 * https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */

/** What an editor decides of an export of WordPress before it is read. */
export interface WordpressOptions {
	/** The types of items that are posts or pages, besides these two. */
	readonly types: Readonly<Record<string, 'post' | 'page'>>;
}

/** Other addresses of feeds of WordPress; the usual ones lead on in any case. */
const feeds: Exported['feedAddresses'] = {
	'/feed/rss2/': 'rss',
	'/feed/rdf/': 'rss',
	'/rss/': 'rss',
	'/rss2/': 'rss',
	'/rdf/': 'rss',
	'/atom/': 'atom',
	'/wp-rss2.php': 'rss',
	'/wp-atom.php': 'atom',
};

/** Returns whether an item is a post, a page or neither. */
export function kindOf(item: XmlElement, { types }: WordpressOptions): 'post' | 'page' | undefined {
	const value = valuesOf(item);
	const type = value('wp:post_type') || 'post';
	if (/^(trash|auto-draft|inherit)$/.test(value('wp:status'))) return undefined;
	if (type === 'post' || type === 'page') return type;
	return Object.hasOwn(types, type) ? types[type] : undefined;
}

/** Collects the records of the elements in the channels of one or several files of an export. */
export function createCollector(options: WordpressOptions = { types: {} }) {
	const site = {
		title: '',
		language: undefined as string | undefined,
		addresses: new Set<string>(),
	};
	const people = new Map<string, Person>();
	/** The names in bylines, by the ends of their addresses. */
	const bylines = new Map<string, string>();
	const categories = new Map<string, Term>();
	const tags = new Map<string, Term>();
	const texts = new Map<string, ExportedText>();
	const files = new Map<string, ExportedFile>();
	const fragments = new Set<string>();
	/** The texts of blocks that several posts share, by their ids. */
	const sharedBlocks = new Map<string, string>();
	/** Places of texts that have one number and are two. */
	const conflicts: string[] = [];
	const left = new Map<string, number>();
	const leave = (what: string) => void left.set(what, (left.get(what) ?? 0) + 1);
	const addTerm = (terms: Map<string, Term>, term: Term) => {
		if (term.slug && !terms.has(term.slug)) terms.set(term.slug, term);
	};

	const addItem = (item: XmlElement, file: string): void => {
		const value = valuesOf(item);
		const type = value('wp:post_type') || 'post';
		const id = idOf(item);
		if (type === 'attachment') {
			if (!files.has(id)) files.set(id, detached(fileOf(item)));
			return;
		}
		if (type === 'guest-author') {
			const guest = guestOf(item);
			people.set(guest.login, guest);
			return;
		}
		const status = value('wp:status') || 'publish';
		if (type === 'wp_block' && status === 'publish' && !value('wp:post_password'))
			sharedBlocks.set(id, value('content:encoded'));
		const kind = kindOf(item, options);
		if (kind === undefined)
			return leave(
				/^(post|page)$/.test(type) || Object.hasOwn(options.types, type)
					? `status ${status}`
					: `type ${type}`,
			);
		const known = texts.get(id);
		if (known) {
			if (known.link !== value('link')) conflicts.push(`${known.place} and ${file}:${item.line}`);
			return leave('the same text twice');
		}
		texts.set(id, detached(textOf(item, kind, status, file)));
		repliesOf(item, leave);
		for (const [, hash] of value('content:encoded').matchAll(
			/\shref\s*=\s*["']?[^"'\s>#]*#([^"'\s>]+)/gi,
		))
			fragments.add(detached(decodedSlug(hash!)));
		for (const { attributes, text } of childrenOf(item, 'category')) {
			const { domain = 'category', nicename = '' } = attributes;
			const term = { slug: decodedSlug(nicename) || plain(text), label: plain(text) };
			if (domain === 'category') addTerm(categories, term);
			else if (domain === 'post_tag' || domain === 'tag') addTerm(tags, term);
			else if (domain === 'author') {
				bylines.set(term.slug.replace(/^cap-/, ''), term.label);
			} else if (domain !== 'language') leave(`taxonomy ${domain}`);
		}
	};

	return {
		/** Adds what an element says. `file` is the name of its file. */
		add(element: XmlElement, file = ''): void {
			const value = valuesOf(element);
			switch (element.name) {
				case 'title':
					site.title ||= plain(element.text);
					break;
				case 'language':
					site.language ??= element.text.trim() || undefined;
					break;
				case 'link':
				case 'wp:base_site_url':
				case 'wp:base_blog_url':
					if (element.text.trim()) site.addresses.add(element.text.trim());
					break;
				case 'wp:author': {
					const person = personOf(value);
					people.set(person.login, person);
					break;
				}
				case 'wp:category':
					addTerm(categories, termOf(value, 'category', 'cat_name'));
					break;
				case 'wp:tag':
					addTerm(tags, termOf(value, 'tag', 'tag_name'));
					break;
				case 'wp:term': {
					const taxonomy = value('wp:term_taxonomy');
					const terms = { category: categories, post_tag: tags }[taxonomy];
					if (terms) addTerm(terms, termOf(value, 'term', 'term_name'));
					else leave(`term of ${taxonomy}`);
					break;
				}
				case 'item':
					addItem(element, file);
			}
		},
		sharedBlock: (id: string) => sharedBlocks.get(id),
		conflicts: (): readonly string[] => conflicts,
		exported(): Exported {
			const { guests, loginOf } = findBylines(people, bylines);
			return {
				...site,
				addresses: [...site.addresses],
				people: [...people.values(), ...guests.values()],
				categories: parentsFirst([...categories.values()]),
				tags: [...tags.values()],
				texts: [...texts.values()].map((text) =>
					text.isBylined ? { ...text, authors: text.authors.map(loginOf) } : text,
				),
				files: [...files.values()],
				fragments,
				feedAddresses: feeds,
				mended: [],
				left: Object.fromEntries(left),
			};
		},
	};
}

/**
 * Finds whom bylines of Co-Authors Plus mean. They have the end of an address, which is made of a login,
 * and a name, which may be the login: that of an account, or of a guest without one. Addresses of e-mail
 * are no names.
 */
function findBylines(people: ReadonlyMap<string, Person>, bylines: ReadonlyMap<string, string>) {
	const nicename = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
	const guests = new Map<string, Person>();
	const logins = new Map<string, string>();
	for (const [slug, label] of bylines) {
		const account = [...people.values()].find(
			({ login, name }) =>
				login === slug || login === label || name === label || nicename(login) === nicename(slug),
		);
		logins.set(slug, account?.login ?? slug);
		const name = label.replace(/@.*$/, '') || slug;
		if (!account) guests.set(slug, { login: slug, name, isGuest: true });
	}
	return { guests, loginOf: (slug: string) => logins.get(slug) ?? slug };
}

/**
 * Returns a copy whose strings stand alone. A part of a string keeps the whole in memory, and that of a
 * record is a part of its file.
 */
function detached<Value>(value: Value): Value {
	if (typeof value === 'string') return Buffer.from(value).toString() as Value;
	if (Array.isArray(value)) return value.map(detached) as Value;
	if (value instanceof Set) return new Set([...value].map(detached)) as Value;
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, one]) => [name, detached(one)]),
	) as Value;
}

/** Sorts terms so that each comes after the one above it. A circle is broken at its first term. */
function parentsFirst(terms: readonly Term[]): Term[] {
	const known = new Map(terms.map((term) => [term.slug, term]));
	const sorted = new Set<Term>();
	const add = (term: Term, below: ReadonlySet<Term>) => {
		const parent = term.parent === undefined ? undefined : known.get(term.parent);
		if (parent && !below.has(parent)) add(parent, new Set([...below, term]));
		sorted.add(term);
	};
	for (const term of terms) add(term, new Set());
	return [...sorted];
}
