import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { edgesOf } from '../people/edges.ts';
import type { Exported, ExportedContent, ExportedText, Moment, Source, Term } from '../records.ts';
import type { Refusal } from '../wordpress/read.ts';
import { isText, nameParts, oldPathOf, systemOf, type System } from './addresses.ts';
import { partFrontmatter } from './frontmatter.ts';
import { treeOfMarkdown } from './markdown.ts';
import { withoutCode } from './mdx.ts';
import { replaceTemplates } from './templates.ts';

/** A folder with the sources of a site. */
export interface SiteFolder {
	/** The paths of all its files, with slashes. */
	readonly names: readonly string[];
	read(name: string): string;
}

/** Where the site was, if nobody says: folders often do not. */
const unknownAddress = 'https://old.invalid/';

type Fields = Readonly<Record<string, unknown>>;

/** Reads the Markdown of a site of Jekyll, Hugo, Eleventy or Astro. */
export function readFolder(
	{ names, read }: SiteFolder,
	given: System | undefined,
	addresses: readonly string[],
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
	const home =
		addresses[0] ??
		(typeof configured === 'string' && URL.canParse(configured) ? configured : unknownAddress);
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
		const { fields, body, fault } = partFrontmatter(read(name));
		if (fault !== undefined) return { refusal: `${name}: its fields cannot be read: ${fault}` };
		const parts = nameParts(name);
		const date = momentOf(
			first(fields, 'date', 'pubDate', 'publishDate', 'published', 'created') ?? parts.date,
		);
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
		const isDraft =
			fields['draft'] === true ||
			fields['published'] === false ||
			/(^|\/)_drafts\//.test(name) ||
			fields['permalink'] === false ||
			fields['eleventyExcludeFromCollections'] === true;
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
			link: new URL(old, home).href,
			// The feeds of Hugo have the address as the id of a post.
			guid:
				wordsIn(fields['guid']) ??
				(system === 'hugo' && home !== unknownAddress ? new URL(old, home).href : ''),
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
		redirects: { '/index.xml': '/feed.xml', '/rss.xml': '/feed.xml' },
		mended,
		left: {},
	};
	const byPath = new Map(
		texts.map(({ id, link }) => [id.replace(/\.\w+$/, ''), new URL(link).pathname]),
	);
	const find = (path: string) => {
		const wanted = path
			.replace(/^\//, '')
			.replace(/\.\w+$/, '')
			.replace(/\/(index)?$/, '');
		return [...byPath].find(([name]) => name.replace(/\/index$/, '').endsWith(wanted))?.[1];
	};
	async function* contents(): AsyncGenerator<ExportedContent> {
		for (const { id } of texts) {
			const body = bodies.get(id)!();
			const plain = id.endsWith('.mdx') ? withoutCode(body) : body;
			const text =
				system === 'astro'
					? plain
					: replaceTemplates(plain, system === 'hugo' ? 'hugo' : 'liquid', find);
			yield await Promise.resolve({ id, tree: () => treeOfMarkdown(text), replies: [] });
		}
	}
	return { exported, contents };
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

function first(fields: Fields, ...names: readonly string[]): unknown {
	return names
		.map((name) => fields[name])
		.find((value) => value !== undefined && value !== null && value !== '');
}

function wordsIn(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).trim() || undefined
		: undefined;
}

/** A list, or a text that is one: with commas, or between `separator`. */
function listOf(value: unknown, separator?: string): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one) ?? []);
	const text = wordsIn(value);
	if (text === undefined) return [];
	return text
		.split(text.includes(',') ? ',' : (separator ?? '\n'))
		.map((one) => one.trim())
		.filter(Boolean);
}

function authorsIn(fields: Fields): string[] {
	const value = fields['authors'] ?? fields['author'];
	const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
	return all.flatMap((one: unknown) =>
		typeof one === 'object' && one !== null
			? (wordsIn((one as Fields)['name']) ?? [])
			: (wordsIn(one) ?? []),
	);
}

function imageIn(fields: Fields): Pick<ExportedText, 'image' | 'imageAlt'> {
	const value = first(
		fields,
		'image',
		'featured_image',
		'heroImage',
		'cover',
		'banner',
		'thumbnail',
	);
	if (typeof value === 'string')
		return { image: value, imageAlt: wordsIn(first(fields, 'imageAlt', 'image_alt', 'heroAlt')) };
	if (typeof value !== 'object' || value === null) return {};
	const { src, url, image, path, alt } = value as Fields;
	return { image: wordsIn(src ?? url ?? image ?? path), imageAlt: wordsIn(alt) };
}

/** The folders above `_posts` are categories. */
function foldersAbove(name: string): string[] {
	return (/^(.*?)\/?_posts\//.exec(name)?.[1] ?? '').split('/').filter(Boolean);
}

/** A date as it stands: a day, or a time with its zone. */
function momentOf(value: unknown): Moment | undefined {
	const written = value instanceof Date ? value.toISOString() : (wordsIn(value) ?? '');
	const [, day, time, zone] =
		/^(\d{4}-\d{1,2}-\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
			written,
		) ?? [];
	if (day === undefined) {
		const parsed =
			/\d{4}/.test(written) && !/^\d+$/.test(written) ? Date.parse(`${written} UTC`) : Number.NaN;
		return Number.isNaN(parsed)
			? undefined
			: { local: new Date(parsed).toISOString().slice(0, 19).replace('T', ' ') };
	}
	const [year = '', month = '', date = ''] = day.split('-');
	const whole = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	const clock = (time ?? '00:00').padStart(5, '0');
	const local = `${whole} ${clock.length === 5 ? `${clock}:00` : clock}`;
	if (zone === undefined) return { local };
	const offset = zone === 'Z' ? 'Z' : zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
	const utc = new Date(`${local.replace(' ', 'T')}${offset}`);
	return Number.isNaN(utc.getTime())
		? { local }
		: { local, utc: utc.toISOString().slice(0, 19).replace('T', ' ') };
}

function slugOf(label: string): string {
	return label.normalize().toLowerCase().replace(/\s+/g, '-');
}
