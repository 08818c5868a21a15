import { lineage, parentsOf } from './categories.ts';
import type { Entry } from './collections.ts';
import { isPublished, startOf, yearOf } from './dates.ts';
import { finding, type FieldPath, type Finding } from './problems.ts';
import type { CategoryData, PostData } from './schema.ts';
import { nearest, slug } from './text.ts';
import type { Urls } from './urls.ts';

type Post = Entry<Omit<PostData, 'text'>>;
type Named = Pick<Entry<unknown>, 'id' | 'file'>;

/** What the rules look at. Authors, pages and categories count even if their fields are wrong. */
export interface Content {
	readonly posts: readonly Post[];
	readonly authors: readonly Named[];
	readonly pages: readonly Named[];
	readonly categories: readonly Entry<Pick<CategoryData, 'parent'>>[];
}

/** Everything wrong between pieces of content; what is wrong within one, the schema says. */
export function check(content: Content, urls: Urls, now: Date): Finding[] {
	return [
		...content.posts.flatMap((post) => [
			...knownAuthors(post, content),
			...knownCategories(post, content),
			...addressableTags(post),
			...yearOfFolder(post),
			...orderOfDates(post),
		]),
		...uniqueIds(content),
		...knownParents(content),
		...noCycles(content),
		...uniqueAddresses(content, urls),
		...somethingToPublish(content, now),
	];
}

function knownAuthors(post: Post, { authors }: Content): Finding[] {
	const ids = authors.map(({ id }) => id);
	return post.data.author.flatMap((id, index) =>
		ids.includes(id)
			? []
			: [finding('unknown-author', post.file, ['author', index], id, nearest(id, ids))],
	);
}

function knownCategories(post: Post, { categories }: Content): Finding[] {
	const ids = categories.map(({ id }) => id);
	return post.data.categories.flatMap((id, index) =>
		ids.includes(id)
			? []
			: [finding('unknown-category', post.file, ['categories', index], id, nearest(id, ids))],
	);
}

function addressableTags({ file, data }: Post): Finding[] {
	return data.tags.flatMap((tag, index) =>
		slug(tag) ? [] : [finding('empty-address', file, ['tags', index], tag)],
	);
}

function yearOfFolder({ id, file, data }: Post): Finding[] {
	const [folder = ''] = id.split('/');
	const year = yearOf(data.date);
	return folder === year ? [] : [finding('wrong-year', file, ['date'], folder, year)];
}

function orderOfDates({ file, data: { date, updated } }: Post): Finding[] {
	if (!updated) return [];
	// A post of 2019 may have been updated in 2019, or in its May.
	const comparable = Math.min(date.text.length, updated.text.length, 'yyyy-mm-dd'.length);
	const precise = date.precision === 'instant' && updated.precision === 'instant';
	const before = precise
		? startOf(updated) < startOf(date)
		: updated.text.slice(0, comparable) < date.text.slice(0, comparable);
	return before ? [finding('updated-before-date', file, ['updated'])] : [];
}

function uniqueIds({ categories }: Content): Finding[] {
	return categories.flatMap(({ id, file }, index) =>
		categories.findIndex((other) => other.id === id) === index
			? []
			: [finding('duplicate-id', file, [index, 'id'], id)],
	);
}

function knownParents({ categories }: Content): Finding[] {
	const ids = categories.map(({ id }) => id);
	return categories.flatMap(({ file, data: { parent } }, index) =>
		!parent || ids.includes(parent)
			? []
			: [finding('unknown-category', file, [index, 'parent'], parent, nearest(parent, ids))],
	);
}

function noCycles({ categories }: Content): Finding[] {
	const parents = parentsOf(categories);
	return categories.flatMap(({ id, file }, index) => {
		const seen = new Set<string>();
		for (let up = parents.get(id); up && !seen.has(up); up = parents.get(up)) seen.add(up);
		return seen.has(id) ? [finding('category-cycle', file, [index, 'parent'], id)] : [];
	});
}

interface Claim {
	readonly path: string;
	readonly file: string;
	readonly at: FieldPath;
}

/** Two addresses that differ in case only are one on many disks and servers. */
function uniqueAddresses(content: Content, urls: Urls): Finding[] {
	const owners = new Map(
		urls.reserved.map((path) => [path, 'a page or file that the site makes itself']),
	);
	return claims(content, urls).flatMap(({ path, file, at }) => {
		const key = decodeURI(path).toLowerCase();
		const owner = owners.get(key);
		if (owner) return [finding('duplicate-address', file, at, path, owner)];
		owners.set(key, file);
		return [];
	});
}

function claims({ posts, authors, categories, pages }: Content, urls: Urls): Claim[] {
	const parents = parentsOf(categories);
	const tags = new Map(
		posts.flatMap(({ file, data }) => data.tags.map((tag) => [slug(tag), file] as const)),
	);
	const years = new Map(posts.map(({ file, data }) => [yearOf(data.date), file]));
	return [
		...posts.map(({ id, file }) => ({ path: urls.post(id), file, at: [] })),
		...pages.map(({ id, file }) => ({ path: urls.page(id), file, at: [] })),
		...authors.map(({ id, file }) => ({ path: urls.author(id), file, at: [] })),
		...[...new Set(categories.map(({ id }) => id))].map((id) => ({
			path: urls.category(lineage(id, parents)),
			file: categories[0]!.file,
			at: [],
		})),
		...[...tags].map(([tag, file]) => ({ path: urls.tag(tag), file, at: ['tags'] })),
		...[...years].map(([year, file]) => ({ path: urls.year(year), file, at: ['date'] })),
		...posts.flatMap(({ file, data }) =>
			data.aliases.map((alias, index) => ({
				path: urls.path(alias),
				file,
				at: ['aliases', index],
			})),
		),
	];
}

function somethingToPublish({ posts }: Content, now: Date): Finding[] {
	return posts.some(({ data }) => isPublished(data, now)) ? [] : [finding('no-posts', 'posts', [])];
}
