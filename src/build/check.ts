import { join, resolve } from 'node:path';
import { z } from 'astro/zod';
import type { Source } from '../markdown/source.ts';
import { check } from '../model/checks.ts';
import type { Code, Finding, Problem } from '../model/problems.ts';
import { authorSchema, categorySchema, pageSchema, postSchema } from '../model/schema.ts';
import { createUrls } from '../model/urls.ts';
import { componentNames, readDocuments, readList, readPlaces } from './documents.ts';

const kinds = {
	posts: {
		schema: postSchema(z.string()),
		pattern: /^\d{4}\/[^/]+(\/index)?\.mdx$/,
		place: 'posts/<year>/<slug>.mdx, or posts/<year>/<slug>/index.mdx beside its images',
	},
	authors: { schema: authorSchema, pattern: /^[^/]+\.mdx$/, place: 'authors/<id>.mdx' },
	pages: { schema: pageSchema, pattern: /^[^/]+\.mdx$/, place: 'pages/<slug>.mdx' },
};

const componentFolder = resolve(import.meta.dirname, '../components/prose');

/** Every problem of the content in `folder`, with its place. Needs no build. */
export async function checkContent(folder: string, address: string, now: Date): Promise<Problem[]> {
	const components = await componentNames(componentFolder);
	const posts = await readDocuments(join(folder, 'posts'), kinds.posts, components);
	const authors = await readDocuments(join(folder, 'authors'), kinds.authors, components);
	const pages = await readDocuments(join(folder, 'pages'), kinds.pages, components);
	const categories = await readList(join(folder, 'categories.yaml'), categorySchema);
	const places = await readPlaces(join(folder, 'places.yaml'));

	const documents = [...posts, ...authors, ...pages, categories, places];
	const findings = [
		...documents.flatMap(({ findings }) => findings),
		...categories.items.flatMap(({ findings }) => findings),
		...check(
			{
				posts: posts.flatMap(({ data, ...post }) => (data ? [{ ...post, data }] : [])),
				authors,
				pages,
				categories: categories.items.flatMap(({ raw }) => named(raw, categories.file)),
			},
			createUrls(address),
			now,
		),
	];
	// What could not be read is not missing as well.
	const unread = (code: Code) =>
		(code === 'unknown-category' && categories.findings.length > 0) ||
		(code === 'no-posts' && posts.some(({ data }) => !data));
	const told = findings.filter(({ code }) => !unread(code));
	const sources = new Map(documents.map(({ file, source }) => [file, source]));
	return told.map((found) => place(found, sources.get(found.file)));
}

/** What the rules need of a category, even of one whose other fields are wrong. */
function named(raw: unknown, file: string) {
	const { id, parent } = (raw ?? {}) as Record<string, unknown>;
	if (typeof id !== 'string') return [];
	return [{ id, file, data: typeof parent === 'string' ? { parent } : {} }];
}

function place({ at, ...found }: Finding, source: Source | undefined): Problem {
	const start = { line: 1, column: 1 };
	if ('line' in at) return { ...found, ...at };
	if ('keyOf' in at) return { ...found, ...(source?.locateKey(at.keyOf) ?? start) };
	return { ...found, ...(source?.locate(at) ?? start) };
}
