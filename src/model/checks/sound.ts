import type { Collections } from '../collections.ts';
import { isError, type Finding } from '../problems.ts';
import type { Site } from '../site.ts';
import { check } from './check.ts';

/** The errors between pieces of content whose fields are right. */
function errorsOf(
	{ categories, replies: _, ...content }: Collections,
	site: Site,
	now: Date,
): Finding[] {
	const { findings } = check(
		{ ...content, categories: categories.map((category, index) => ({ ...category, index })) },
		{
			site: { ...site, navigation: [] },
			now,
			isPublic: () => true,
			ledger: {},
			files: { ledger: '', posts: '' },
			incomplete: false,
		},
	);
	return findings.filter(isError).filter(({ code }) => code !== 'no-posts');
}

/** The content without what leads nowhere, so that the rest can be seen while that is mended. */
export function sound(content: Collections, site: Site, now: Date): Collections {
	const errors = errorsOf(content, site, now);
	if (errors.length === 0) return content;
	const { posts, authors, categories, pages, replies } = content;
	const lists = new Set(categories.map(({ file }) => file));
	const files = new Set(errors.map(({ file }) => file).filter((file) => !lists.has(file)));
	// Categories share a file: there, what is wrong is found by its place in the list.
	const items = new Set(
		errors.flatMap(({ file, at }) => (lists.has(file) && 'length' in at ? [at[0]] : [])),
	);
	const keep = <Entry extends { readonly file: string }>(entries: readonly Entry[]) =>
		entries.filter(({ file }) => !files.has(file));
	return sound(
		{
			posts: keep(posts),
			authors: keep(authors),
			categories: categories.filter((_, index) => !items.has(index)),
			pages: keep(pages),
			replies,
		},
		site,
		now,
	);
}
