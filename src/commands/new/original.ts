import type { Checked } from '../../publishing/content/check.ts';
import { pageLanguages } from '../../model/publication/site.ts';
import { isSameLanguage } from '../../model/text/direction.ts';
import { nearest } from '../../model/text/text.ts';
import { site } from '../../site.ts';
import { refuse } from '../options.ts';

type Posts = Checked['content']['posts'];

/** Returns the languages of a post and of its translations. */
export function languagesOf(original: Posts[number], posts: Posts): string[] {
	return posts
		.filter(({ id, data }) => id === original.id || data.translationOf === original.id)
		.map(({ data }) => data.language ?? site.language);
}

/** Returns a language of the site that is not among those `taken`; its own if none is left. */
export function missingLanguage(taken: readonly string[]): string {
	const isFree = (language: string) => !taken.some((one) => isSameLanguage(one, language));
	return pageLanguages(site).find(isFree) ?? site.language;
}

/** Returns the post that is to be translated. Ends the command if there is none of this id. */
export function originalOf(id: string | undefined, posts: Posts) {
	if (id === undefined) return undefined;
	const named = posts.find((post) => post.id === id);
	const original = posts.find((post) => post.id === (named?.data.translationOf ?? id));
	if (original) return original;
	const near = nearest(
		id,
		posts.map((post) => post.id),
	);
	return refuse(
		`There is no post "${id}". ${near ? `Did you mean "${near}"?` : 'Name its year and slug.'}`,
	);
}
