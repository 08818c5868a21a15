import { isError, type Finding } from './problems.ts';
import type { Settings } from '../publication/site.ts';
import { check } from './check.ts';
import type { Content } from './content.ts';

/**
 * Returns the content without the pieces that have errors, so that editors can preview the rest.
 * All fields must be valid.
 */
export function dropInvalid<Some extends Content>(content: Some, site: Settings, now: Date): Some {
	const errors = errorsOf(content, site, now);
	if (errors.length === 0) return content;
	const lists = new Set([...content.categories, ...content.tags].map(({ file }) => file));
	const files = new Set(errors.map(({ file }) => file).filter((file) => !lists.has(file)));
	// The entries of a list share a file, so their place there identifies them.
	const items = new Set(
		errors.flatMap(({ file, at }) =>
			lists.has(file) && 'length' in at ? [`${file}:${at[0]}`] : [],
		),
	);
	const keepItems = <Entry extends { readonly file: string }>(entries: readonly Entry[]) =>
		entries.filter(({ file }, index) => !items.has(`${file}:${index}`));
	const keep = <Entry extends { readonly file: string }>(entries: readonly Entry[]) =>
		entries.filter(({ file }) => !files.has(file));
	return dropInvalid(
		{
			...content,
			posts: keep(content.posts),
			authors: keep(content.authors),
			categories: keepItems(content.categories),
			tags: keepItems(content.tags),
			pages: keep(content.pages),
			redirects: (content.redirects ?? []).filter(({ file, written }) =>
				errors.every((one) => one.file !== file || !('length' in one.at) || one.at[0] !== written),
			),
		},
		site,
		now,
	);
}

/** Returns the errors between pieces of content, without those of the settings. */
function errorsOf(content: Content, site: Settings, now: Date): Finding[] {
	const categories = content.categories.map((category, index) => ({ ...category, index }));
	const tags = content.tags.map((tag, index) => ({ ...tag, index }));
	const { findings } = check(
		{ ...content, categories, tags },
		{
			site: { ...site, navigation: [] },
			now,
			isPublic: () => true,
			ledger: {},
			files: { ledger: '', posts: '' },
			incomplete: false,
		},
	);
	const { posts, authors, pages, redirects = [] } = content;
	const files = new Set(
		[...posts, ...authors, ...pages, ...categories, ...tags, ...redirects].map(({ file }) => file),
	);
	return findings.filter((found) => isError(found) && files.has(found.file));
}
