import type { Checked } from '../../publishing/content/check.ts';
import { nearest } from '../../model/text/text.ts';
import { refuse } from '../options.ts';

/** Returns the post that is to be translated. Ends the command if there is none of this id. */
export function originalOf(id: string | undefined, posts: Checked['content']['posts']) {
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
