import type { Root } from 'mdast';
import { file, glob, type Loader, type LoaderContext } from 'astro/loaders';
import { isPublished, parseDate } from '../model/dates.ts';
import { isError } from '../model/problems.ts';
import type { Site } from '../model/site.ts';
import { parseBody, readText } from './body.ts';
import { idOf, parseSource, parseYaml, type Source } from './source.ts';

type Fields = Record<string, unknown>;

/** What Astro hands a loader besides what its types admit: how each kind of file is read. */
type Context = LoaderContext & { readonly entryTypes: ReadonlyMap<string, EntryType> };
interface EntryType {
	readonly getEntryInfo: (file: { contents: string; fileUrl: URL }) => unknown;
}

/** What is read of a file into its entry; `undefined` if it is to be left out. */
type Read = (fields: Fields, tree: Root | undefined) => Fields | undefined;

/**
 * Posts, with what lists and reading time need of their text in the field `text`. One that is not
 * published is left out, because Astro copies images into the site as soon as it sees them.
 */
export function posts(url: string, site: Site, now: Date): Loader {
	return mdx(url, ['*/*.mdx', '*/*/index.mdx'], (fields, tree) => {
		if (!site.drafts && !isPublic(fields, now, site.timeZone)) return undefined;
		// A text that is not MDX fails where it is rendered, with its place.
		const text = tree
			? readText(tree, languageOf(fields) ?? site.language)
			: { excerpt: '', words: 0, faces: [] };
		return { ...fields, text };
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
function mdx(url: string, pattern: string[], read: Read): Loader {
	const loader = glob({
		base: url,
		pattern,
		generateId: ({ entry }) => idOf(entry),
		retainBody: false,
	});
	return {
		name: 'mdx',
		load: (context) => {
			const editing = context.watcher !== undefined;
			// Astro would keep an entry until its text changes, also when its place or our code does.
			context.store.clear();
			const { entryTypes } = context as Context;
			const type = {
				...entryTypes.get('.mdx'),
				getEntryInfo: ({ contents, fileUrl }: { contents: string; fileUrl: URL }) => {
					const source = parseSource(fileUrl.pathname, contents);
					const parsed = parseBody(fileUrl.pathname, source.body);
					const tree = 'code' in parsed ? undefined : parsed;
					// While editing, what is wrong is left out; checks beside say what is wrong.
					const leftOut = editing && (source.data === undefined || !tree);
					const data = leftOut ? undefined : read(fieldsOf<Fields>(source), tree);
					return { data: data ?? absent, body: '' };
				},
			};
			const entryTypesOfOurs = new Map([['.mdx', type]]);
			return loader.load({
				...leavingOut(context, editing),
				entryTypes: entryTypesOfOurs,
			} as LoaderContext);
		},
	};
}

/** Stands for the data of what is left out. */
const absent: Fields = {};

/** Entries without data do not reach the store; while editing, that is also those with wrong fields. */
function leavingOut(context: LoaderContext, editing: boolean): LoaderContext {
	const { store, parseData } = context;
	return {
		...context,
		parseData: async (entry) => {
			if (entry.data === absent) return undefined as never;
			const parsed = parseData(entry);
			return editing ? parsed.catch(() => undefined as never) : parsed;
		},
		store: {
			...store,
			set: (entry) => {
				if (entry.data) return store.set(entry);
				store.delete(entry.id);
				return true;
			},
		},
	};
}

function fieldsOf<Data>({ data, findings }: Source): Data {
	const error = findings.find(isError);
	if (error) throw new Error(`${error.message} ${error.fix}`);
	return data as Data;
}

function languageOf({ language }: Fields): string | undefined {
	return typeof language === 'string' ? language : undefined;
}

function isPublic({ draft, date: written }: Fields, now: Date, timeZone: string): boolean {
	const date = parseDate(written);
	return date !== undefined && isPublished({ draft: draft === true, date }, now, timeZone);
}
