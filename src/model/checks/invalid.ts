import { isError, type Finding } from './problems.ts';
import type { Site } from '../publication/site.ts';
import { check } from './check.ts';
import type { Content } from './content.ts';

/**
 * The content without what names something that is not there, so that the rest can be seen while that
 * is mended. Fields must be right.
 */
export function dropInvalid<Some extends Content>(content: Some, site: Site, now: Date): Some {
	const errors = errorsOf(content, site, now);
	if (errors.length === 0) return content;
	const lists = new Set(content.categories.map(({ file }) => file));
	const files = new Set(errors.map(({ file }) => file).filter((file) => !lists.has(file)));
	// Categories share a file: there, what is wrong is found by its place in the list.
	const items = new Set(
		errors.flatMap(({ file, at }) => (lists.has(file) && 'length' in at ? [at[0]] : [])),
	);
	const keep = <Entry extends { readonly file: string }>(entries: readonly Entry[]) =>
		entries.filter(({ file }) => !files.has(file));
	return dropInvalid(
		{
			...content,
			posts: keep(content.posts),
			authors: keep(content.authors),
			categories: content.categories.filter((_, index) => !items.has(index)),
			pages: keep(content.pages),
		},
		site,
		now,
	);
}

/** The errors between pieces of content. */
function errorsOf(content: Content, site: Site, now: Date): Finding[] {
	const categories = content.categories.map((category, index) => ({ ...category, index }));
	const { findings } = check(
		{ ...content, categories },
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
