import { toString } from 'mdast-util-to-string';
import { parse as parseYaml } from 'yaml';
import { parseHtml } from '../markup/mdx.ts';
import { edgesOf } from '../people/edges.ts';
import type {
	ExportedFile,
	ExportedReply,
	ExportedText,
	Moment,
	Person,
	Term,
	Visibility,
} from '../records.ts';
import { withParagraphs } from './paragraphs.ts';
import type { XmlElement } from './xml.ts';

/* The elements of an export as records. */

type Value = (name: string) => string;

/** Returns a function that gives the text of a child, without white space around it. */
export function valuesOf({ children }: XmlElement): Value {
	return (name) => children.find((child) => child.name === name)?.text.trim() ?? '';
}

/** Returns the children of a name. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
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
export function plain(text: string): string {
	const shown = text.replace(/<(script|style)\b[^]*?<\/\1\s*>/gi, '');
	const line = /&(#\w+|\w+);|<\/?[a-z][a-z\d]*(\s[^<>]*)?\/?>/i.test(shown)
		? toString(parseHtml(shown))
		: shown;
	return line.replace(/[ \t\r\n]+/g, ' ').trim();
}

/** Slugs in other scripts are stored in octets, such as `%d0%b3`. */
export function decodedSlug(slug: string): string {
	try {
		return decodeURIComponent(slug).normalize();
	} catch {
		return slug;
	}
}

/** A login. One that is an address of e-mail is written as WordPress writes it in addresses: `ann-old-example`. */
function loginIn(written: string): string {
	const login = written.replace(/^[^\p{L}\d]+/u, '');
	return login.includes('@') ? login.toLowerCase().replace(/[^a-z\d]+/g, '-') : login;
}

export function personOf(value: Value): Person {
	const login = loginIn(value('wp:author_login'));
	return {
		login,
		number: value('wp:author_id') || undefined,
		name: plain(value('wp:author_display_name')).replace(/@\S*$/, '') || login,
		given: plain(value('wp:author_first_name')) || undefined,
		family: plain(value('wp:author_last_name')) || undefined,
		isGuest: false,
		...(value('wp:author_nicename') && {
			slug: value('wp:author_nicename'),
			bio: value('wp:author_description') || undefined,
			fields: fieldsIn(value('wp:author_fields')),
		}),
	};
}

/** The fields of an export of a site like ours, and the earlier addresses among them. */
function ownFields(yaml: string | undefined) {
	if (yaml === undefined) return undefined;
	const { aliases, ...fields } = fieldsIn(yaml) ?? {};
	return { fields, aliases: Array.isArray(aliases) ? aliases.map(String) : [] };
}

/** Fields in YAML; none if they are broken. */
function fieldsIn(yaml: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const fields: unknown = yaml === '' ? undefined : parseYaml(yaml, { version: '1.2' });
		return typeof fields === 'object' && fields !== null
			? (fields as Record<string, unknown>)
			: undefined;
	} catch {
		return undefined;
	}
}

/** A term, whose fields begin with its `kind`, but for the `label`. That of a category is a nicename. */
export function termOf(value: Value, kind: 'category' | 'tag' | 'term', label: string): Term {
	const field = (name: string) => value(`wp:${kind}_${name}`);
	return {
		slug: decodedSlug(field(kind === 'category' ? 'nicename' : 'slug')),
		number: value('wp:term_id') || undefined,
		label: plain(value(`wp:${label}`)),
		description: plain(field('description')) || undefined,
		parent: decodedSlug(field('parent')) || undefined,
	};
}

/** A guest of Co-Authors Plus. */
export function guestOf(item: XmlElement): Person {
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

/** The number of an item. A feed, which is no export, has none. */
export function idOf(item: XmlElement): string {
	const value = valuesOf(item);
	return value('wp:post_id') || value('guid') || value('link') || value('title');
}

/** A text without its words, and what they say of themselves. `file` names the file of the export. */
export function textOf(
	item: XmlElement,
	kind: 'post' | 'page',
	status: string,
	file: string,
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
	const own = ownFields(meta('broadside')[0]);
	const creator = loginIn(value('dc:creator'));
	const body = rawOf(item, 'content:encoded');
	return {
		kind,
		id: idOf(item),
		slug: decodedSlug(value('wp:post_name')),
		title: plain(value('title')),
		excerpt: rawOf(item, 'excerpt:encoded').trim(),
		language: terms('language')[0],
		visibility: visibilityOf(status, value('wp:post_password'), body),
		authors: byline.length > 0 ? byline : creator ? [creator] : [],
		isBylined: byline.length > 0,
		date: momentOf(value('wp:post_date'), value('wp:post_date_gmt')) ?? dayOf(value('pubDate')),
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
		...(own && { fields: own.fields }),
		aliases: own?.aliases ?? [],
		edges: edgesOf(body),
		anchors: new Set([
			...anchorsIn(body),
			...repliesOf(item)
				.filter(({ state }) => state === 'published')
				.map(({ id }) => `comment-${id}`),
		]),
		pages: body.split('<!--nextpage-->').length,
		place: `${file}:${item.line}`,
	};
}

/** What the text of an item needs besides itself. */
export interface StoredBody {
	/** As it is stored. */
	readonly body: string;
	/** The notes that are stored beside it. */
	readonly notes: readonly { readonly id: string; readonly html: string }[];
	readonly replies: readonly ExportedReply[];
}

export function bodyOf(item: XmlElement): StoredBody {
	return {
		body: rawOf(item, 'content:encoded'),
		notes: notesOf(metaOf(item)('footnotes')[0] ?? ''),
		replies: repliesOf(item),
	};
}

/** Returns the comments of readers, approved or waiting; `leave` is told of others. */
export function repliesOf(item: XmlElement, leave?: (what: string) => void): ExportedReply[] {
	return childrenOf(item, 'wp:comment').flatMap((comment) => replyOf(comment, leave));
}

/** Whether a text may have a place to which a link leads, and which. */
function anchorsIn(html: string): string[] {
	return [...html.matchAll(/\s(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)].map(([, name]) => name!);
}

/** Text with its white space. */
function rawOf({ children }: XmlElement, name: string): string {
	return children.find((child) => child.name === name)?.text ?? '';
}

/** The shortcodes and blocks of plugins around what is for members only. */
const forMembers =
	/\[(restrict|member|mepr|rcp|s2if|s2member|ihc-hide|paywall|subscriber|pmpro|wlm_|login-required|wcm_)[\w-]*[\s\]]|<!-- wp:[\w-]*\/?[\w-]*(premium-content|paywall|member|subscriber|restrict)/i;

/** A post with a password has the status `publish`; the export has the password in clear. */
function visibilityOf(status: string, password: string, body: string): Visibility {
	const isCut = forMembers.test(body);
	if (status === 'private' || ((password !== '' || isCut) && status === 'publish'))
		return 'private';
	return status === 'publish' ? 'public' : 'unpublished';
}

/** The date of a feed; drafts have one of the year -1 there. */
function dayOf(written: string): Moment | undefined {
	const time = Date.parse(written);
	if (Number.isNaN(time) || time < 0) return undefined;
	const utc = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
	return { local: utc, utc };
}

function isDate(text: string): boolean {
	return /^(?!0000)\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
}

function momentOf(local: string, utc: string): Moment | undefined {
	return isDate(local) ? { local, utc: isDate(utc) ? utc : undefined } : undefined;
}

/** The notes of the editor of blocks, which are stored as JSON. */
function notesOf(json: string): StoredBody['notes'] {
	if (json === '') return [];
	try {
		const notes = JSON.parse(json) as { id: unknown; content: unknown }[];
		return notes.map(({ id, content }) => ({ id: String(id), html: String(content) }));
	} catch {
		return [];
	}
}

function replyOf(comment: XmlElement, leave?: (what: string) => void): ExportedReply[] {
	const value = (name: string) => valuesOf(comment)(`wp:comment_${name}`);
	const [type, approved] = [value('type') || 'comment', value('approved')];
	const left = type !== 'comment' ? type : /^[01]$/.test(approved) ? undefined : approved;
	if (left !== undefined) {
		leave?.(`reply ${left}`);
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
			date: isDate(value('date_gmt')) ? value('date_gmt') : value('date'),
			html: withParagraphs(rawOf(comment, 'wp:comment_content')),
			state: isPublished ? 'published' : 'waiting',
			account: value('user_id').replace(/^0$/, '') || undefined,
		},
	];
}

export function fileOf(item: XmlElement): ExportedFile {
	const value = valuesOf(item);
	const meta = metaOf(item);
	return {
		id: value('wp:post_id'),
		url: value('wp:attachment_url'),
		link: value('link') || undefined,
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
