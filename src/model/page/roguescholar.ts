import type { Post } from '../publication/posts.ts';
import type { Publication } from '../publication/publication.ts';

/** A guideline of Rogue Scholar (https://rogue-scholar.org) for the blogs in its archive. */
export interface Guideline {
	readonly name: string;
	/** `false`: recommended. */
	readonly required: boolean;
	readonly kept: boolean;
	readonly fix: string;
}

/**
 * Returns the ten guidelines (https://docs.rogue-scholar.org/guidelines), each with the result of
 * the check of a post.
 */
export function guidelines(post: Post, { pages, urls }: Publication): readonly Guideline[] {
	const { authors, date, license, summary, doi, categories, tags } = post;
	const required = (name: string, kept: boolean, fix: string) => ({
		name,
		required: true,
		kept,
		fix,
	});
	const recommended = (name: string, kept: boolean, fix: string) => ({
		name,
		required: false,
		kept,
		fix,
	});
	const always = 'The site does it.';
	return [
		required('full text in a public feed', true, always),
		required(
			'title, authors in full and date',
			authors.length > 0 && date.precision !== 'year' && date.precision !== 'month',
			'Give the day in "date".',
		),
		required('a page of its own', true, always),
		required('licence CC BY 4.0', license?.label === 'CC BY 4.0', 'Add "license: CC-BY-4.0".'),
		required(
			'a page about archiving and citation',
			pages.some(({ path }) => path === urls.archiving),
			'Write pages/archiving.mdx.',
		),
		recommended('a persistent id', doi !== undefined, 'Add "doi" once it has one.'),
		recommended(
			'ORCID of every author',
			authors.every(({ orcid }) => orcid),
			'Add "orcid" to the authors.',
		),
		recommended('description', summary !== '', 'Add "summary".'),
		recommended('subjects', categories.length + tags.length > 0, 'Add "categories" or "tags".'),
		recommended('language, metadata and citation files', true, always),
	];
}
