import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { treeOfMarkdown } from '../folder/markdown.ts';
import { component, element, elementsOf, hasClass, paragraph, text } from '../markup/elements.ts';
import { parseHtml } from '../markup/mdx.ts';
import { edgesOf } from '../people/edges.ts';
import type {
	Exported,
	ExportedContent,
	ExportedText,
	Moment,
	Source,
	Visibility,
} from '../records.ts';
import type { Refusal } from '../wordpress/read.ts';
import { escapeHtml } from '../../model/text/html.ts';
import { htmlOfLexical, htmlOfMobiledoc } from './stored.ts';

type Row = Readonly<Record<string, string | number | null | undefined>>;

/** The tables of an export that are read. Others hold keys, members and settings of the system. */
type Tables = Readonly<Record<string, readonly Row[] | undefined>>;

/** Where the site was, if nobody says: Ghost writes `__GHOST_URL__`. */
const unknownAddress = 'https://ghost.invalid/';

const tablesRead = /^(posts|posts_meta|posts_authors|posts_tags|tags|users)$/;

/** Reads an export of Ghost. `addresses` are those at which the site was, which no export says. */
export function readGhost(json: string, addresses: readonly string[]): Source | Refusal {
	const tables = tablesIn(json);
	if (typeof tables === 'string') return { refusal: tables };
	const home = (addresses[0] ?? unknownAddress).replace(/\/*$/, '/');
	const setting = (key: string) => tables['settings']?.find((row) => row['key'] === key)?.['value'];
	const zone = String(setting('timezone') ?? 'UTC');
	const at = (path: string) => new URL(path, home).href;
	const withAddress = (line: string) => line.replaceAll('__GHOST_URL__', home.replace(/\/$/, ''));
	const users = tables['users'] ?? [];
	const tags = (tables['tags'] ?? []).filter(({ name }) => !isInternal(name));
	const meta = Map.groupBy(tables['posts_meta'] ?? [], ({ post_id }) => String(post_id));
	const of = (table: string, key: string) => {
		const rows = [...(tables[table] ?? [])].sort(
			(a, b) => Number(a['sort_order'] ?? 0) - Number(b['sort_order'] ?? 0),
		);
		const all = Map.groupBy(rows, ({ post_id }) => String(post_id));
		return (post: string) => (all.get(post) ?? []).map((row) => String(row[key]));
	};
	const [authorsOf, tagsOf] = [of('posts_authors', 'author_id'), of('posts_tags', 'tag_id')];
	const slugs = new Map(tags.map(({ id, slug }) => [String(id), String(slug)]));
	const bodies = new Map<string, string>();
	for (const row of tables['posts'] ?? [])
		try {
			bodies.set(String(row['id']), withAddress(htmlOf(row)));
		} catch {
			return { refusal: `The text of “${String(row['slug'])}” is damaged. Export it again.` };
		}
	const texts = (tables['posts'] ?? []).map((row, index): ExportedText => {
		const id = String(row['id']);
		const body = bodies.get(id)!;
		const about = meta.get(id)?.[0];
		const named = authorsOf(id);
		const single = row['author_id'] ? [String(row['author_id'])] : [];
		return {
			kind:
				row['type'] === 'page' || row['page'] === 1 || String(row['page']) === 'true'
					? 'page'
					: 'post',
			id,
			slug: String(row['slug'] ?? ''),
			title: String(row['title'] ?? '').replace(/^\(Untitled\)$/, ''),
			excerpt: String(row['custom_excerpt'] ?? ''),
			visibility: visibilityOf(row, body),
			authors: named.length > 0 ? named : single,
			isBylined: named.length > 0 || single.length > 0,
			date: momentOf(row['published_at'] ?? row['created_at'], zone),
			modified: momentOf(row['updated_at'], zone),
			link: at(`${String(row['slug'])}/`),
			guid: /^[0-9a-f]{24}$/.test(id) ? id : '',
			categories: [],
			tags: tagsOf(id).flatMap((tag) => slugs.get(tag) ?? []),
			image: say(withAddress(String(row['feature_image'] ?? row['image'] ?? ''))),
			imageAlt: say(about?.['feature_image_alt']),
			imageCaption: say(about?.['feature_image_caption']),
			acceptsReplies: true,
			oldSlugs: [],
			canonical: say(row['canonical_url']),
			aliases: [],
			edges: edgesOf(body),
			anchors: new Set([...body.matchAll(/\sid="([^"]+)"/g)].map(([, name]) => name!)),
			pages: 1,
			place: `post ${index + 1} (${String(row['slug'])})`,
		};
	});
	const exported: Exported = {
		title: String(setting('title') ?? ''),
		language: say(setting('lang') ?? setting('locale')),
		addresses: [home],
		people: users.map(({ id, name, slug, bio, website }) => ({
			login: String(id),
			name: String(name),
			slug: String(slug),
			bio: bio ? `<p>${escapeHtml(String(bio))}</p>` : undefined,
			url: say(website),
			isGuest: false,
		})),
		categories: [],
		tags: tags.map(({ slug, name, description }) => ({
			slug: String(slug),
			label: String(name),
			description: say(description),
		})),
		texts,
		files: [],
		fragments: new Set(
			[...bodies.values()].flatMap((body) =>
				[...body.matchAll(/href="[^"#]*#([^"]+)"/g)].map(([, hash]) => hash!),
			),
		),
		feedAddresses: { '/rss/': 'rss' },
		mended: [],
		left: leftIn(tables),
	};
	async function* contents(): AsyncGenerator<ExportedContent> {
		for (const { id } of texts) {
			const tree = () => {
				const root = parseHtml(bodies.get(id)!);
				cards(root);
				return root;
			};
			yield await Promise.resolve({ id, tree, replies: [] });
		}
	}
	return { exported, contents };
}

function say(value: Row[string]): string | undefined {
	return value ? String(value) : undefined;
}

function tablesIn(json: string): Tables | string {
	try {
		const whole = JSON.parse(json) as { db?: { data?: Tables }[]; data?: Tables };
		const data = whole.db?.[0]?.data ?? whole.data;
		return Array.isArray(data?.['posts'])
			? data
			: 'This is no export of Ghost: it has no table of posts.';
	} catch (error) {
		return `The file is no valid JSON: ${(error as Error).message}. Export it again.`;
	}
}

/** The first that is there: the format of new versions, of older ones, HTML, Markdown. */
function htmlOf({ lexical, mobiledoc, html, markdown }: Row): string {
	if (html) return String(html);
	if (lexical) return htmlOfLexical(String(lexical));
	if (mobiledoc) return htmlOfMobiledoc(String(mobiledoc));
	return markdown
		? `<ghost-markdown>${String(markdown).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</ghost-markdown>`
		: '';
}

/** A text of which a part is for members only is not public: nothing says which words were. */
function visibilityOf({ status, visibility, lexical, mobiledoc }: Row, body: string): Visibility {
	const isCut =
		body.includes('<!--members-only-->') ||
		/"type":"paywall"/.test(String(lexical ?? '')) ||
		/\["paywall"/.test(String(mobiledoc ?? ''));
	if (status === 'sent' || (visibility && visibility !== 'public') || isCut) return 'private';
	return status === 'published' ? 'public' : 'unpublished';
}

/** Times are text or, in old versions, milliseconds. */
function momentOf(value: Row[string], zone: string): Moment | undefined {
	const hasZone = typeof value !== 'string' || /(Z|[+-]\d{2}:?\d{2})$/.test(value);
	const written = hasZone ? value : `${value.replace(' ', 'T')}Z`;
	const time = written ? new Date(written).getTime() : Number.NaN;
	if (Number.isNaN(time)) return undefined;
	const utc = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
	try {
		const local = new Date(time).toLocaleString('sv-SE', { timeZone: zone });
		return { local, utc };
	} catch {
		return { local: utc, utc };
	}
}

function isInternal(name: Row[string]): boolean {
	return String(name).startsWith('#');
}

function leftIn(tables: Tables): Record<string, number> {
	const internal = (tables['tags'] ?? []).filter(({ name }) => isInternal(name)).length;
	const code = (tables['posts'] ?? []).filter(
		(row) => row['codeinjection_head'] || row['codeinjection_foot'],
	).length;
	const others = Object.entries(tables).flatMap(([name, rows]) =>
		tablesRead.test(name) || !Array.isArray(rows) || rows.length === 0
			? []
			: [[`rows of the table ${name}`, rows.length] as const],
	);
	return Object.fromEntries([
		...others,
		...(internal > 0 ? [['internal tags', internal] as const] : []),
		...(code > 0 ? [['posts with code of their own', code] as const] : []),
	]);
}

/** Makes of the cards in HTML what texts have here. */
function cards(tree: Root): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const made = madeOf(node);
		if (!made) return undefined;
		parent.children.splice(index, 1, ...made);
		return [SKIP, index + made.length];
	});
}

function madeOf(node: Element): Element[] | undefined {
	const find = (pattern: RegExp) => elementsOf(node).find((one) => hasClass(one, pattern));
	const words = (pattern: RegExp) => {
		const found = find(pattern);
		return found ? toString(found).trim() : '';
	};
	if (node.tagName === 'ghost-markdown')
		return treeOfMarkdown(toString(node)).children as Element[];
	if (node.tagName === 'ghost-aside') return [component('Aside', {}, node.children)];
	if (hasClass(node, /^kg-callout-card$/)) {
		const inside = find(/^kg-callout-text$/)?.children ?? [];
		return [
			component('Aside', {}, [paragraph([text(`${words(/^kg-callout-emoji$/)} `), ...inside])]),
		];
	}
	if (hasClass(node, /^kg-toggle-card$/))
		return [
			element('details', {}, [
				element('summary', {}, [text(words(/^kg-toggle-heading-text$/))]),
				...(find(/^kg-toggle-content$/)?.children ?? []),
			]),
		];
	if (hasClass(node, /^kg-bookmark-card$/)) {
		const link = elementsOf(node).find(({ tagName }) => tagName === 'a');
		const about = words(/^kg-bookmark-description$/);
		const title = words(/^kg-bookmark-title$/);
		return [
			paragraph([
				element('a', { href: link?.properties['href'] ?? '' }, [text(title)]),
				...(about ? [text(`: ${about}`)] : []),
			]),
		];
	}
	if (hasClass(node, /^kg-(audio|video)-card$/)) {
		const player = elementsOf(node).find(({ tagName }) => /^(audio|video)$/.test(tagName));
		if (!player) return undefined;
		const title = words(/^kg-audio-title$/) || words(/^figcaption$/);
		return [element(player.tagName, { src: player.properties['src'] ?? '', title })];
	}
	if (hasClass(node, /^kg-file-card$/)) {
		const link = elementsOf(node).find(({ tagName }) => tagName === 'a');
		const title = words(/^kg-file-card-title$/) || words(/^kg-file-card-filename$/);
		return [paragraph([element('a', { href: link?.properties['href'] ?? '' }, [text(title)])])];
	}
	return hasClass(node, /^kg-(signup|email|email-cta|paywall)-card$/) ? [] : undefined;
}
