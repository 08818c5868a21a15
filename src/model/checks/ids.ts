import { parentsOf } from '../publication/categories.ts';
import type { Localized } from '../publication/site.ts';
import { finding, type Finding } from './problems.ts';
import { nearest, slug } from '../text/text.ts';
import type { Content } from './content.ts';

/** Checks that the ids in fields exist, and that ids, guids and values are not repeated. */
export function references(content: Content): Finding[] {
	return [
		...knownAuthors(content),
		...knownCategories(content),
		...repeated(content),
		...uniqueIds(content),
		...uniqueGuids(content),
		...knownParents(content),
		...noCycles(content),
	];
}

/** For feed readers, two posts with the same guid are the same post. */
function uniqueGuids({ posts }: Content): Finding[] {
	const owners = new Map<string, string>();
	return posts.flatMap(({ file, data: { guid } }) => {
		const owner = guid && owners.get(guid);
		if (guid && !owner) owners.set(guid, file);
		return guid && owner ? [finding('duplicate-guid', file, ['guid'], guid, owner)] : [];
	});
}

function knownAuthors({ posts, authors }: Content): Finding[] {
	const names = new Map(
		authors
			.filter(({ data }) => data.translationOf === undefined)
			.map(({ id, data }) => [id, data.name]),
	);
	return posts.flatMap((post) => known('unknown-author', post, 'author', names));
}

function knownCategories({ posts, categories }: Content): Finding[] {
	const labels = labelsOf(categories);
	return posts.flatMap((post) => known('unknown-category', post, 'categories', labels));
}

function known(
	code: 'unknown-author' | 'unknown-category',
	{ file, data }: Content['posts'][number],
	field: 'author' | 'categories',
	names: Names,
): Finding[] {
	return (data[field] ?? []).flatMap((id, index) =>
		names.has(id) ? [] : [finding(code, file, [field, index], id, intended(id, names))],
	);
}

/** The display names, by id. */
type Names = ReadonlyMap<string, string | undefined>;

function labelsOf(categories: Content['categories']): Names {
	const first = (label: Localized | undefined) =>
		typeof label === 'string' ? label : Object.values(label ?? {})[0];
	return new Map(categories.map(({ id, data }) => [id, first(data.label)]));
}

/** Returns an id that is similar to `given`, or whose name is similar; else `undefined`. */
function intended(given: string, names: Names): string | undefined {
	const near = nearest(given, names.keys());
	if (near) return near;
	const ids = new Map([...names].map(([id, name]) => [slug(name ?? id), id]));
	return ids.get(nearest(slug(given), ids.keys()) ?? '');
}

function repeated({ posts }: Content): Finding[] {
	return posts.flatMap(({ file, data }) =>
		(['author', 'categories', 'tags'] as const).flatMap((field) => {
			const values = data[field] ?? [];
			return values.flatMap((value, index) =>
				values.indexOf(value) === index
					? []
					: [finding('repeated-value', file, [field, index], field, value)],
			);
		}),
	);
}

function uniqueIds({ categories }: Content): Finding[] {
	const seen = new Set<string>();
	return categories.flatMap(({ id, file, index = 0 }) => {
		if (seen.has(id)) return [finding('duplicate-id', file, [index, 'id'], id)];
		seen.add(id);
		return [];
	});
}

function knownParents({ categories }: Content): Finding[] {
	const labels = labelsOf(categories);
	return categories.flatMap(({ file, data: { parent }, index = 0 }) =>
		!parent || labels.has(parent)
			? []
			: [finding('unknown-category', file, [index, 'parent'], parent, intended(parent, labels))],
	);
}

function noCycles({ categories }: Content): Finding[] {
	const parents = parentsOf(categories);
	return categories.flatMap(({ id, file, index = 0 }) => {
		const seen = new Set<string>();
		for (let up = parents.get(id); up && !seen.has(up); up = parents.get(up)) seen.add(up);
		return seen.has(id) ? [finding('category-cycle', file, [index, 'parent'], id)] : [];
	});
}
