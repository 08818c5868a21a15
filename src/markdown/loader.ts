import { file, glob, type Loader, type LoaderContext } from 'astro/loaders';
import { isPublished, parseDate } from '../model/dates.ts';
import { parseBody, readText } from './body.ts';
import { idOf, parseSource, parseYaml, type Source } from './source.ts';

type Fields = Record<string, unknown>;

/** What Astro hands a loader besides what its types admit: how each kind of file is read. */
type Context = LoaderContext & { readonly entryTypes: ReadonlyMap<string, EntryType> };
interface EntryType {
	readonly getEntryInfo: (file: { contents: string; fileUrl: URL }) => unknown;
}

/**
 * Posts, with what lists and reading time need of their text in the field `text`. `language` is
 * that of texts which name none.
 */
export function posts(url: string, language: string, now: Date): Loader {
	return mdx(url, ['*/*.mdx', '*/*/index.mdx'], ({ image, ...fields }, source) => {
		const tree = parseBody('', source.body);
		// A text that is not MDX fails where it is rendered, with its place.
		const unread = { excerpt: '', words: 0, faces: [] };
		const text = 'code' in tree ? unread : readText(tree, languageOf(fields) ?? language);
		// Astro copies a lead image into the site as soon as it sees it.
		return { ...fields, ...(image && isPublic(fields, now) ? { image } : {}), text };
	});
}

/** Authors and pages. */
export function documents(url: string): Loader {
	return mdx(url, ['*.mdx'], (fields) => fields);
}

/** A YAML file that lists objects with an `id`. Astro sorts what it loads; `order` keeps the file's. */
export function list(url: string): Loader {
	return file(url, {
		parser: (text) =>
			(fieldsOf<Fields[] | null>(parseYaml(url, text)) ?? []).map((item, order) => ({
				...item,
				order,
			})),
	});
}

/**
 * Astro's glob loader, but with frontmatter read the way `check` reads it: YAML 1.2, in which a
 * date stays as precise as it was written.
 */
function mdx(
	url: string,
	pattern: string[],
	read: (fields: Fields, source: Source) => Fields,
): Loader {
	const loader = glob({
		base: url,
		pattern,
		generateId: ({ entry }) => idOf(entry),
		retainBody: false,
	});
	return {
		name: 'mdx',
		load: (context) => {
			// Astro would keep an entry until its text changes, also when its place or our code does.
			context.store.clear();
			const { entryTypes } = context as Context;
			const type = {
				...entryTypes.get('.mdx'),
				getEntryInfo: ({ contents, fileUrl }: { contents: string; fileUrl: URL }) => {
					const source = parseSource(fileUrl.pathname, contents);
					return { data: read(fieldsOf<Fields>(source), source), body: '' };
				},
			};
			return loader.load({ ...context, entryTypes: new Map([['.mdx', type]]) } as LoaderContext);
		},
	};
}

function fieldsOf<Data>({ data, findings: [first] }: Source): Data {
	if (first) throw new Error(`${first.message} ${first.fix}`);
	return data as Data;
}

function languageOf({ language }: Fields): string | undefined {
	return typeof language === 'string' ? language : undefined;
}

function isPublic({ draft, date }: Fields, now: Date): boolean {
	const published = parseDate(date);
	return published !== undefined && isPublished({ draft: draft === true, date: published }, now);
}
