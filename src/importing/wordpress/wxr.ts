import { toString } from 'mdast-util-to-string';
import type {
	Exported,
	ExportedFile,
	ExportedReply,
	ExportedText,
	Moment,
	Person,
	Term,
	Visibility,
} from '../records.ts';
import { parseHtml } from '../markup/mdx.ts';
import type { XmlElement } from './xml.ts';

/*
 * WXR is RSS with elements of WordPress:
 * https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php
 */

/** Collects the records of the elements in the channels of one or several files of an export. */
export function createCollector() {
	const site = {
		title: '',
		language: undefined as string | undefined,
		addresses: new Set<string>(),
	};
	const people = new Map<string, Person>();
	const categories = new Map<string, Term>();
	const tags = new Map<string, Term>();
	const texts = new Map<string, ExportedText>();
	const files = new Map<string, ExportedFile>();
	const left = new Map<string, number>();
	const leave = (what: string) => void left.set(what, (left.get(what) ?? 0) + 1);
	const addTerm = (terms: Map<string, Term>, term: Term) => {
		if (term.slug && !terms.has(term.slug)) terms.set(term.slug, term);
	};

	const addItem = (item: XmlElement): void => {
		const value = valuesOf(item);
		const type = value('wp:post_type') || 'post';
		const id = value('wp:post_id');
		if (type === 'attachment') {
			if (!files.has(id)) files.set(id, fileOf(item));
			return;
		}
		if (type === 'guest-author') {
			const guest = guestOf(item);
			people.set(guest.login, guest);
			return;
		}
		if (type !== 'post' && type !== 'page') return leave(`type ${type}`);
		const status = value('wp:status') || 'publish';
		if (status === 'trash' || status === 'auto-draft' || status === 'inherit')
			return leave(`status ${status}`);
		if (texts.has(id)) return leave('the same text twice');
		texts.set(id, textOf(item, type, status, leave));
		for (const { attributes, text } of childrenOf(item, 'category')) {
			const { domain = 'category', nicename = '' } = attributes;
			const term = { slug: decodedSlug(nicename), label: plain(text) };
			if (domain === 'category') addTerm(categories, term);
			else if (domain === 'post_tag' || domain === 'tag') addTerm(tags, term);
			else if (domain === 'author') {
				const login = term.slug.replace(/^cap-/, '');
				if (!people.has(login)) people.set(login, { login, name: term.label, isGuest: true });
			} else leave(`taxonomy ${domain}`);
		}
	};

	return {
		add(element: XmlElement): void {
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
					addItem(element);
			}
		},
		exported: (): Exported => ({
			...site,
			addresses: [...site.addresses],
			people: [...people.values()],
			categories: parentsFirst([...categories.values()]),
			tags: [...tags.values()],
			texts: [...texts.values()],
			files: [...files.values()],
			left: Object.fromEntries(left),
		}),
	};
}

type Value = (name: string) => string;

function valuesOf({ children }: XmlElement): Value {
	return (name) => children.find((child) => child.name === name)?.text.trim() ?? '';
}

function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
	return children.filter((child) => child.name === name);
}

/** Returns the values of the fields that plugins and WordPress keep beside an item, by their keys. */
function metaOf(item: XmlElement): (key: string) => string[] {
	const all = Map.groupBy(childrenOf(item, 'wp:postmeta'), (meta) => valuesOf(meta)('wp:meta_key'));
	return (key) => (all.get(key) ?? []).map((meta) => valuesOf(meta)('wp:meta_value'));
}

/**
 * Returns a line as readers see it. Older versions have entities in titles, and some people write tags
 * there.
 */
function plain(text: string): string {
	const line = /&[a-z#]|<[a-z/]/i.test(text) ? toString(parseHtml(text)) : text;
	return line.replace(/[\s\u00A0]+/g, ' ').trim();
}

/** Slugs in other scripts are stored in octets, such as `%d0%b3`. */
function decodedSlug(slug: string): string {
	try {
		return decodeURIComponent(slug).normalize();
	} catch {
		return slug;
	}
}

function personOf(value: Value): Person {
	const login = value('wp:author_login');
	return {
		login,
		name: plain(value('wp:author_display_name')) || login,
		given: plain(value('wp:author_first_name')) || undefined,
		family: plain(value('wp:author_last_name')) || undefined,
		isGuest: false,
	};
}

/** A term, whose fields begin with its `kind`, but for the `label`. That of a category is a nicename. */
function termOf(value: Value, kind: 'category' | 'tag' | 'term', label: string): Term {
	const field = (name: string) => value(`wp:${kind}_${name}`);
	return {
		slug: decodedSlug(field(kind === 'category' ? 'nicename' : 'slug')),
		label: plain(value(`wp:${label}`)),
		description: plain(field('description')) || undefined,
		parent: decodedSlug(field('parent')) || undefined,
	};
}

/** A guest of Co-Authors Plus. */
function guestOf(item: XmlElement): Person {
	const meta = metaOf(item);
	const first = (key: string) => plain(meta(`cap-${key}`)[0] ?? '') || undefined;
	const login = valuesOf(item)('wp:post_name').replace(/^cap-/, '');
	return {
		login,
		name: first('display_name') ?? plain(valuesOf(item)('title')),
		given: first('first_name'),
		family: first('last_name'),
		url: first('website'),
		isGuest: true,
	};
}

function textOf(
	item: XmlElement,
	kind: 'post' | 'page',
	status: string,
	leave: (what: string) => void,
): ExportedText {
	const value = valuesOf(item);
	const meta = metaOf(item);
	const terms = (...domains: string[]) => [
		...new Set(
			childrenOf(item, 'category')
				.filter(({ attributes }) => domains.includes(attributes['domain'] ?? 'category'))
				.map(({ attributes, text }) => decodedSlug(attributes['nicename'] ?? '') || plain(text)),
		),
	];
	const byline = [...new Set(terms('author').map((login) => login.replace(/^cap-/, '')))];
	const creator = value('dc:creator');
	return {
		kind,
		id: value('wp:post_id'),
		slug: decodedSlug(value('wp:post_name')),
		title: plain(value('title')),
		body: rawOf(item, 'content:encoded'),
		excerpt: rawOf(item, 'excerpt:encoded').trim(),
		visibility: visibilityOf(status, value('wp:post_password')),
		authors: byline.length > 0 ? byline : creator ? [creator] : [],
		isBylined: byline.length > 0,
		date: momentOf(value('wp:post_date'), value('wp:post_date_gmt')),
		modified: momentOf(value('wp:post_modified'), value('wp:post_modified_gmt')),
		link: value('link'),
		guid: value('guid'),
		categories: terms('category'),
		tags: terms('post_tag', 'tag'),
		image: meta('_thumbnail_id')[0] || undefined,
		parent: value('wp:post_parent').replace(/^0$/, '') || undefined,
		acceptsReplies: value('wp:comment_status') !== 'closed',
		oldSlugs: meta('_wp_old_slug').map(decodedSlug),
		canonical: meta('_yoast_wpseo_canonical')[0] || undefined,
		notes: notesOf(meta('footnotes')[0] ?? ''),
		replies: childrenOf(item, 'wp:comment').flatMap((comment) => replyOf(comment, leave)),
		line: item.line,
	};
}

/** Text with its white space. */
function rawOf({ children }: XmlElement, name: string): string {
	return children.find((child) => child.name === name)?.text ?? '';
}

/** A post with a password has the status `publish`; the export has the password in clear. */
function visibilityOf(status: string, password: string): Visibility {
	if (status === 'private' || (password !== '' && status === 'publish')) return 'private';
	return status === 'publish' ? 'public' : 'unpublished';
}

function momentOf(local: string, utc: string): Moment | undefined {
	const isDate = (text: string) => /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
	return isDate(local) ? { local, utc: isDate(utc) ? utc : undefined } : undefined;
}

/** The notes of the editor of blocks, which are stored as JSON. */
function notesOf(json: string): ExportedText['notes'] {
	if (json === '') return [];
	try {
		const notes = JSON.parse(json) as { id: unknown; content: unknown }[];
		return notes.map(({ id, content }) => ({ id: String(id), html: String(content) }));
	} catch {
		return [];
	}
}

function replyOf(comment: XmlElement, leave: (what: string) => void): ExportedReply[] {
	const value = (name: string) => valuesOf(comment)(`wp:comment_${name}`);
	const [type, approved] = [value('type') || 'comment', value('approved')];
	const left = type !== 'comment' ? type : /^[01]$/.test(approved) ? undefined : approved;
	if (left !== undefined) {
		leave(`reply ${left}`);
		return [];
	}
	const isPublished = approved === '1';
	return [
		{
			id: value('id'),
			parent: value('parent').replace(/^0$/, '') || undefined,
			name: plain(value('author')),
			url: value('author_url') || undefined,
			email: isPublished ? undefined : value('author_email') || undefined,
			date: momentOf(value('date'), value('date_gmt'))?.utc ?? value('date'),
			body: rawOf(comment, 'wp:comment_content'),
			state: isPublished ? 'published' : 'waiting',
			login: value('user_id').replace(/^0$/, '') || undefined,
		},
	];
}

function fileOf(item: XmlElement): ExportedFile {
	const value = valuesOf(item);
	const meta = metaOf(item);
	return {
		id: value('wp:post_id'),
		url: value('wp:attachment_url'),
		title: plain(value('title')),
		caption: rawOf(item, 'excerpt:encoded').trim(),
		alt: plain(meta('_wp_attachment_image_alt')[0] ?? ''),
		parent: value('wp:post_parent').replace(/^0$/, '') || undefined,
		order: Number(value('wp:menu_order')) || 0,
		// Serialised by PHP with lengths in bytes, which need not fit any more; the names are enough.
		sizes: [
			...(meta('_wp_attachment_metadata')[0] ?? '').matchAll(/s:4:"file";s:\d+:"([^"/]+)"/g),
		].map(([, name]) => name!),
	};
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
