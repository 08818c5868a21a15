import { file, glob, type Loader, type LoaderContext } from 'astro/loaders';
import { parseBody, readText } from './body.ts';
import { idOf, parseSource, parseYaml, type Source } from './source.ts';

type Fields = Record<string, unknown>;

/** Where content lies, and the version of the code that reads it. */
export interface Place {
	readonly url: string;
	readonly version: string;
}

/** What Astro hands a loader besides what its types admit: how each kind of file is read. */
type Context = LoaderContext & { readonly entryTypes: ReadonlyMap<string, EntryType> };
interface EntryType {
	readonly getEntryInfo: (file: { contents: string; fileUrl: URL }) => unknown;
}

/** Posts, with what lists and reading time need of their text in the field `text`. */
export function posts(place: Place): Loader {
	return mdx(place, ['*/*.mdx', '*/*/index.mdx'], (fields, source) => {
		const tree = parseBody('', source.body);
		// A text that is not MDX fails where it is rendered, with its place.
		const unread = { excerpt: '', words: 0, faces: [] };
		return { ...fields, text: 'code' in tree ? unread : readText(tree, languageOf(fields)) };
	});
}

/** Authors and pages. */
export function documents(place: Place): Loader {
	return mdx(place, ['*.mdx'], (fields) => fields);
}

/** A YAML file that lists objects with an `id`. Astro sorts what it loads; `order` keeps the file's. */
export function list({ url }: Place): Loader {
	return file(url, {
		parser: (text) =>
			fieldsOf<Fields[]>(parseYaml(url, text)).map((item, order) => ({ ...item, order })),
	});
}

/**
 * Astro's glob loader, but with frontmatter read the way `check` reads it: YAML 1.2, in which a
 * date stays as precise as it was written.
 */
function mdx(
	place: Place,
	pattern: string[],
	read: (fields: Fields, source: Source) => Fields,
): Loader {
	const loader = glob({
		base: place.url,
		pattern,
		generateId: ({ entry }) => idOf(entry),
		retainBody: false,
	});
	return {
		name: 'mdx',
		load: (context) => {
			forgetOthers(context, place);
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

/** Drops what is kept from another folder, or was read by other code. */
function forgetOthers({ collection, meta, store }: LoaderContext, { url, version }: Place): void {
	const source = `${url} ${version}`;
	if (meta.get(`source of ${collection}`) !== source) store.clear();
	meta.set(`source of ${collection}`, source);
}

function fieldsOf<Data>({ data, findings: [first] }: Source): Data {
	if (first) throw new Error(`${first.message} ${first.fix}`);
	return data as Data;
}

function languageOf({ language }: Fields): string {
	return typeof language === 'string' ? language : 'en';
}
