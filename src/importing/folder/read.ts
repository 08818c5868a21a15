import { dirname, join, normalize } from 'node:path/posix';
import type { Root } from 'hast';
import { parse as parseToml } from 'smol-toml';
import { visit } from 'unist-util-visit';
import { parse as parseYaml } from 'yaml';
import { decoded } from '../../model/publication/urls.ts';
import { edgesOf } from '../people/edges.ts';
import type { Exported, ExportedContent, ExportedText, Source, Term } from '../records.ts';
import type { Refusal } from '../wordpress/read.ts';
import { isText, nameParts, oldPathOf, systemOf, type System } from './addresses.ts';
import { partFrontmatter } from './frontmatter.ts';
import { treeOfMarkdown } from './markdown.ts';
import { withoutCode } from './mdx.ts';
import { replaceTemplates } from './templates.ts';
import {
	authorsIn,
	first,
	imageIn,
	isUnpublished,
	listOf,
	momentOf,
	wordsIn,
	type Fields,
} from './values.ts';

/** A folder with the sources of a site. */
export interface SiteFolder {
	/** The paths of all its files, with slashes. */
	readonly names: readonly string[];
	read(name: string): string;
}

/** Where the site was, if nobody says: folders often do not. */
const unknownAddress = 'https://old.invalid/';

/** Reads the Markdown of a site of Jekyll, Hugo, Eleventy or Astro. */
export function readFolder(
	{ names, read }: SiteFolder,
	given: System | undefined,
	addresses: readonly string[],
	now: Date,
): Source | Refusal {
	const system = given ?? systemOf(names);
	if (system === undefined)
		return {
			refusal:
				'Nothing says which generator this folder is for. Give --from jekyll, hugo, eleventy or astro.',
		};
	const sources = names.filter((name) => isText(name, system)).sort();
	if (sources.length === 0) return { refusal: `There is no text of ${system} in this folder.` };
	const settings = settingsIn(names, read);
	const permalink = typeof settings['permalink'] === 'string' ? settings['permalink'] : undefined;
	const configured = settings['url'] ?? settings['baseURL'] ?? settings['baseUrl'];
	const root =
		addresses[0] ??
		(typeof configured === 'string' && URL.canParse(configured)
			? configured.replace(/\/*$/, '') + String(settings['baseurl'] ?? '')
			: unknownAddress);
	const home = root.replace(/\/*$/, '/');
	const absolute = (path: string) => new URL(path.replace(/^\/+/, ''), home).href;
	const usual = authorsIn({
		author: settings['author'] ?? (settings['params'] as Fields | undefined)?.['author'],
	});
	const categories = new Map<string, Term>();
	const tags = new Map<string, Term>();
	const people = new Map<string, { login: string; name: string; isGuest: boolean }>();
	const mended: string[] = [];
	const fragments = new Set<string>();
	const texts: ExportedText[] = [];
	const bodies = new Map<string, () => string>();
	const addTerms = (terms: Map<string, Term>, labels: readonly string[]) => {
		for (const label of labels)
			if (!terms.has(slugOf(label))) terms.set(slugOf(label), { slug: slugOf(label), label });
		return labels.map(slugOf);
	};
	for (const name of sources) {
		const { fields: written, body, fault } = partFrontmatter(read(name));
		const fields =
			system === 'eleventy' ? { ...dataAbove(name, names, read), ...written } : written;
		if (fault !== undefined) return { refusal: `${name}: its fields cannot be read: ${fault}` };
		const parts = nameParts(name);
		const dates = [
			fields['date'],
			fields['pubDate'],
			fields['publishDate'],
			fields['published'],
			fields['created'],
			parts.date,
		];
		const date = dates.map(momentOf).find((one) => one !== undefined);
		const isPost = date !== undefined && !/(^|\/)(pages|src\/pages)\//.test(name);
		const own = [
			...(system === 'jekyll' ? foldersAbove(name) : []),
			...listOf(
				fields['categories'] ?? fields['category'],
				fields['categories'] === undefined ? undefined : ' ',
			),
		];
		const old = oldPathOf({ name, fields }, system, permalink, date?.local, own);
		const named = authorsIn(fields);
		const authors = named.length > 0 ? named : usual;
		for (const one of authors) people.set(one, { login: one, name: one, isGuest: false });
		const image = imageIn(fields);
		for (const [, hash] of body.matchAll(/\]\([^)#\s]*#([^)\s]+)\)|href="[^"#]*#([^"]+)"/g))
			if (hash)
				fragments.add(decodeURIComponent(hash.replaceAll('%', '%25')).replaceAll('%25', '%'));
		const isDraft = isUnpublished(name, fields, system, now);
		texts.push({
			kind: isPost ? 'post' : 'page',
			id: name,
			slug: typeof fields['slug'] === 'string' ? fields['slug'].replace(/^.*\//, '') : parts.slug,
			title: String(first(fields, 'title') ?? parts.slug),
			subtitle: wordsIn(first(fields, 'subtitle', 'subheading')),
			excerpt: wordsIn(first(fields, 'summary', 'description', 'excerpt')) ?? '',
			language: wordsIn(first(fields, 'lang', 'language', 'locale')),
			visibility: isDraft ? 'unpublished' : 'public',
			authors,
			isBylined: named.length > 0,
			date,
			modified: undefined,
			link: absolute(old),
			// The feeds of Hugo have the address as the id of a post.
			guid:
				wordsIn(fields['guid']) ??
				(system === 'hugo' && home !== unknownAddress ? absolute(old) : ''),
			categories: addTerms(categories, own),
			tags: addTerms(
				tags,
				listOf(
					fields['tags'] ?? fields['tag'] ?? fields['keywords'],
					system === 'jekyll' ? ' ' : undefined,
				),
			),
			...image,
			acceptsReplies: fields['comments'] !== false,
			oldSlugs: [],
			canonical: wordsIn(first(fields, 'canonical_url', 'canonicalURL', 'canonical')),
			aliases: ['aliases', 'redirect_from', 'redirects'].flatMap((key) => listOf(fields[key])),
			edges: edgesOf(body),
			anchors: new Set(
				[...body.matchAll(/\s(?:id|name)="([^"]+)"|\{#([\w-]+)\}/g)].map(([, a, b]) => (a ?? b)!),
			),
			pages: 1,
			place: name,
		});
		bodies.set(name, () => partFrontmatter(read(name)).body);
	}
	const exported: Exported = {
		title: String(settings['title'] ?? ''),
		language: wordsIn(settings['lang'] ?? settings['languageCode']),
		addresses: [home],
		people: [...people.values()],
		categories: [...categories.values()],
		tags: [...tags.values()],
		texts,
		files: [],
		fragments,
		feedAddresses: { '/index.xml': 'rss', '/rss.xml': 'rss' },
		mended,
		left: {},
	};
	const byName = new Map(texts.map(({ id, link }) => [id, link]));
	const byPath = new Map(
		texts.map(({ id, link }) => [id.replace(/\.\w+$/, ''), new URL(link).pathname]),
	);
	const find = (path: string) => {
		const wanted = path
			.replace(/^\//, '')
			.replace(/\.\w+$/, '')
			.replace(/\/(index)?$/, '');
		const isMeant = (name: string) => name === wanted || name.endsWith(`/${wanted}`);
		return [...byPath].find(([name]) => isMeant(name.replace(/\/index$/, '')))?.[1];
	};
	async function* contents(): AsyncGenerator<ExportedContent> {
		for (const { id } of texts) {
			const body = bodies.get(id)!();
			const plain = id.endsWith('.mdx') ? withoutCode(body) : body;
			const text =
				system === 'astro'
					? plain
					: replaceTemplates(plain, system === 'hugo' ? 'hugo' : 'liquid', find);
			const tree = () => {
				const root = treeOfMarkdown(text);
				leadToTexts(root, id, byName);
				return root;
			};
			yield await Promise.resolve({ id, tree, replies: [] });
		}
	}
	return { exported, contents };
}

/** Leads links to the file of a text to the address that the text had. */
function leadToTexts(tree: Root, from: string, links: ReadonlyMap<string, string>): void {
	visit(tree, 'element', (node) => {
		const { href } = node.properties;
		const [, path, hash = ''] = /^([^:#?]+\.(?:mdx?|markdown))(#.*)?$/i.exec(String(href)) ?? [];
		if (node.tagName !== 'a' || path === undefined) return;
		const target = path.startsWith('/') ? path.slice(1) : normalize(join(dirname(from), path));
		const link = links.get(decoded(target));
		if (link !== undefined) node.properties['href'] = link + hash;
	});
}

/** The fields that files of data give to all texts of their folder: https://www.11ty.dev/docs/data-template-dir/ */
function dataAbove(name: string, names: readonly string[], read: SiteFolder['read']): Fields {
	const folders = name.split('/').slice(0, -1);
	return folders
		.flatMap((folder, depth) => {
			const place = folders.slice(0, depth + 1).join('/');
			return ['.json', '.11tydata.json'].map((end) => `${place}/${folder}${end}`);
		})
		.filter((path) => names.includes(path))
		.reduce<Fields>((all, path) => {
			try {
				return { ...all, ...(JSON.parse(read(path)) as Fields) };
			} catch {
				return all;
			}
		}, {});
}

function settingsIn(names: readonly string[], read: SiteFolder['read']): Fields {
	const name = names.find((one) => /^(_config|hugo|config)\.(toml|ya?ml)$/.test(one));
	if (name === undefined) return {};
	try {
		return (name.endsWith('.toml') ? parseToml(read(name)) : parseYaml(read(name))) as Fields;
	} catch {
		return {};
	}
}

/** The folders above `_posts` are categories. */
function foldersAbove(name: string): string[] {
	return (/^(.*?)\/?_posts\//.exec(name)?.[1] ?? '').split('/').filter(Boolean);
}

function slugOf(label: string): string {
	return label.normalize().toLowerCase().replace(/\s+/g, '-');
}
