import { stringify } from 'yaml';
import { element, text, type Xml } from '../model/feeds/xml.ts';
import { order } from '../model/text/text.ts';
import { commentsOf, numberReplies } from './comments.ts';
import { cdata, escaped, inCdata, localOf, utcOf, words } from './elements.ts';
import { htmlOf, type Outside } from './html.ts';
import type { Whole, WholeAuthor, WholeText } from './whole.ts';

/** An export for WordPress, and what has to lie beside it. */
export interface WordpressExport {
	readonly xml: string;
	/** The files that texts show: where each is below the content folder, and its path in the export. */
	readonly files: ReadonlyMap<string, string>;
	/** What other systems cannot have, a sentence each. */
	readonly told: readonly string[];
}

/** The folder in which WordPress keeps the files of texts. */
const uploads = 'wp-content/uploads';

/**
 * Returns a publication in the format WXR 1.2, which the importer of WordPress reads:
 * https://github.com/WordPress/wordpress-importer. Fields that WordPress does not know stand beside each
 * text under the key `broadside`, as YAML.
 */
export function printWxr({ site, texts, authors, categories, tags }: Whole): WordpressExport {
	const told: string[] = [];
	const files = new Map<string, string>();
	const posts = texts
		.filter(({ kind }) => kind === 'post')
		.sort((a, b) => order(utcOf(a.date ?? ''), utcOf(b.date ?? '')) || order(a.id, b.id));
	const pages = texts.filter(({ kind }) => kind === 'page').sort((a, b) => order(a.id, b.id));
	const all = [...posts, ...pages];
	const numbers = new Map(all.map((one, index) => [one, index + 1]));
	const attachments = new Map<string, { id: number; url: string; parent: number }>();
	const attach = (file: string, parent: number) => {
		const path = `${uploads}/${file.replace(/^(posts|pages)\//, '')}`;
		files.set(file, path);
		const known = attachments.get(file);
		const one = known ?? {
			id: all.length + attachments.size + 1,
			url: site.address + encodeURI(path),
			parent,
		};
		attachments.set(file, one);
		return one;
	};
	const outsideOf = ({ folder }: Pick<WholeText, 'folder'>, parent: number): Outside => ({
		link: (url) => (/^\/(?!\/)/.test(url) ? site.address + url.slice(1) : url),
		image(src) {
			if (/^https?:/.test(src)) return { url: src };
			if (src.startsWith('/')) return { url: site.address + src.slice(1) };
			return attach(joined(folder, src), parent);
		},
	});
	const authorNumbers = new Map(authors.map(({ id }, index) => [id, index + 1]));
	const replyNumbers = numberReplies(all);
	const items = all.map((one) => {
		const number = numbers.get(one)!;
		const { html, notes, hasCode } = htmlOf(one.tree, outsideOf(one, number));
		if (hasCode) told.push(`${one.id}: its code was left out.`);
		const image = one.fields['image'] as { src?: string } | undefined;
		const lead =
			image?.src === undefined ? undefined : attach(joined(one.folder, image.src), number);
		return itemOf(one, number, html, {
			authors,
			categories,
			tags,
			site,
			metas: {
				...(lead && { _thumbnail_id: String(lead.id) }),
				...(notes.length > 0 && { footnotes: JSON.stringify(notes) }),
				broadside: stringify(ownFields(one, number), {
					lineWidth: 0,
					version: '1.2',
					sortMapEntries: true,
				}),
			},
			comments: commentsOf(one, replyNumbers, authorNumbers),
		});
	});
	const channel = [
		text('title', site.name),
		text('link', site.address),
		text('description', site.tagline),
		text('language', site.language),
		text('wp:wxr_version', '1.2'),
		text('wp:base_site_url', site.address),
		text('wp:base_blog_url', site.address),
		...authors.map((author) => authorOf(author, authorNumbers.get(author.id)!, site.address)),
		...categories.map(({ id, label, description, parent }, index) =>
			element(
				'wp:category',
				{},
				text('wp:term_id', String(index + 1)),
				cdata('wp:category_nicename', id),
				cdata('wp:category_parent', parent ?? ''),
				words('wp:cat_name', label),
				description === undefined ? undefined : words('wp:category_description', description),
			),
		),
		...tags.map(({ id, label, description }, index) =>
			element(
				'wp:tag',
				{},
				text('wp:term_id', String(categories.length + index + 1)),
				cdata('wp:tag_slug', id),
				words('wp:tag_name', label),
				description === undefined ? undefined : words('wp:tag_description', description),
			),
		),
		...items,
		...[...attachments].map(([file, one]) => attachmentOf(file, one)),
	];
	const names = {
		version: '2.0',
		'xmlns:excerpt': 'http://wordpress.org/export/1.2/excerpt/',
		'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
		'xmlns:wfw': 'http://wellformedweb.org/CommentAPI/',
		'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
		'xmlns:wp': 'http://wordpress.org/export/1.2/',
	};
	const rss = element(
		'rss',
		names,
		'\n',
		element('channel', {}, '\n', channel.filter(Boolean).join('\n'), '\n'),
		'\n',
	);
	return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n${rss}\n`, files, told };
}

/** The fields of a text that WordPress has no place for. */
function ownFields({ fields, kind }: WholeText, number: number): object {
	const native =
		kind === 'post'
			? ['title', 'summary', 'author', 'categories', 'tags', 'draft', 'replies', 'guid']
			: ['title', 'summary'];
	const { image, aliases, ...rest } = Object.fromEntries(
		Object.entries(fields).filter(([name]) => !native.includes(name)),
	);
	const { src: _, ...shown } = (image ?? {}) as Record<string, unknown>;
	// That WordPress finds it by its number goes without saying.
	const earlier = (Array.isArray(aliases) ? aliases : []).filter(
		(one) => one !== `/?p=${number}` && one !== `/?page_id=${number}`,
	);
	return {
		...rest,
		...(earlier.length > 0 && { aliases: earlier as unknown[] }),
		...(image !== undefined && { image: shown }),
	};
}

interface ItemParts {
	readonly site: Whole['site'];
	readonly authors: readonly WholeAuthor[];
	readonly categories: Whole['categories'];
	readonly tags: Whole['tags'];
	readonly metas: Readonly<Record<string, string>>;
	readonly comments: readonly Xml[];
}

function itemOf(one: WholeText, number: number, html: string, parts: ItemParts): Xml {
	const { site, authors, categories, tags, metas, comments } = parts;
	const { kind, id, status, fields, guid, date } = one;
	const slug = id.replace(/^.*\//, '');
	const [local, utc] = date === undefined ? ['', ''] : [localOf(date), utcOf(date)];
	const term = (domain: string, nicename: string, label: string) =>
		element('category', { domain, nicename }, inCdata(escaped(label)));
	return element(
		'item',
		{},
		'\n',
		[
			words('title', String(fields['title'] ?? '')),
			text('link', `${site.address}${id}/`),
			text('pubDate', utc === '' ? undefined : new Date(`${utc.replace(' ', 'T')}Z`).toUTCString()),
			cdata('dc:creator', one.authors[0] ?? ''),
			text('guid', kind === 'post' ? guid : `${site.address}${id}/`, { isPermaLink: 'false' }),
			'<description></description>',
			cdata('content:encoded', html),
			words('excerpt:encoded', String(fields['summary'] ?? '')),
			text('wp:post_id', String(number)),
			cdata('wp:post_date', local),
			cdata('wp:post_date_gmt', status === 'draft' ? '0000-00-00 00:00:00' : utc),
			cdata(
				'wp:comment_status',
				fields['replies'] === 'closed' || kind === 'page' ? 'closed' : 'open',
			),
			cdata('wp:ping_status', 'closed'),
			cdata('wp:post_name', slug),
			cdata('wp:status', status),
			text('wp:post_parent', '0'),
			text('wp:menu_order', '0'),
			cdata('wp:post_type', kind),
			cdata('wp:post_password', ''),
			text('wp:is_sticky', '0'),
			...(one.authors.length > 1
				? one.authors.map((author) =>
						term(
							'author',
							`cap-${author}`,
							authors.find((one) => one.id === author)?.name ?? author,
						),
					)
				: []),
			...one.categories.map((own) =>
				term('category', own, categories.find((one) => one.id === own)?.label ?? own),
			),
			...one.tags.map((label) =>
				term('post_tag', tags.find((one) => one.label === label)?.id ?? label, label),
			),
			...(typeof fields['language'] === 'string'
				? [term('language', fields['language'], fields['language'])]
				: []),
			...Object.entries(metas).map(metaOf),
			...comments,
		]
			.filter(Boolean)
			.join('\n'),
		'\n',
	);
}

function metaOf([key, value]: readonly [string, string]): Xml {
	return element('wp:postmeta', {}, cdata('wp:meta_key', key), cdata('wp:meta_value', value));
}

function authorOf({ id, name, fields, tree }: WholeAuthor, number: number, address: string): Xml {
	const { html } = htmlOf(tree, {
		link: (url) => (/^\/(?!\/)/.test(url) ? address + url.slice(1) : url),
		image: (url) => ({ url }),
	});
	return element(
		'wp:author',
		{},
		text('wp:author_id', String(number)),
		cdata('wp:author_login', id),
		cdata('wp:author_email', ''),
		words('wp:author_display_name', name),
		words('wp:author_first_name', String(fields['given'] ?? '')),
		words('wp:author_last_name', String(fields['family'] ?? '')),
		cdata('wp:author_nicename', id),
		cdata('wp:author_description', html),
		cdata(
			'wp:author_fields',
			stringify(
				{ ...fields, aliases: undefined },
				{
					lineWidth: 0,
					version: '1.2',
					sortMapEntries: true,
				},
			),
		),
	);
}

function attachmentOf(
	file: string,
	{ id, url, parent }: { readonly id: number; readonly url: string; readonly parent: number },
): Xml {
	const name = file.replace(/^.*\//, '');
	return element(
		'item',
		{},
		[
			cdata('title', name.replace(/\.\w+$/, '')),
			text('link', url),
			text('guid', url, { isPermaLink: 'false' }),
			text('wp:post_id', String(id)),
			cdata('wp:status', 'inherit'),
			text('wp:post_parent', String(parent)),
			cdata('wp:post_type', 'attachment'),
			cdata('wp:post_name', name.replace(/\.\w+$/, '')),
			cdata('wp:attachment_url', url),
		].join('\n'),
	);
}
/** The path of a file that stands beside a text, with `..` resolved. */
function joined(folder: string, src: string): string {
	const parts: string[] = folder.split('/');
	for (const part of decodeURI(src).split('/'))
		if (part === '..') parts.pop();
		else if (part !== '.' && part !== '') parts.push(part);
	return parts.join('/');
}
