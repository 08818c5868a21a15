import GithubSlugger, { slug } from 'github-slugger';

/** Ids of the page itself: of notes, replies and the fields of the reply form. */
const taken = /^((fn|fnref)-.*|footnote-label|repl(y|ies)(-.*)?|comment-\d+)$/;

/**
 * Returns a function that gives each heading of a text its id, by the words of the heading. The ids are
 * those of rehype-slug, except where these are empty, end in a hyphen or belong to the page.
 */
export function createHeadingIds(): (words: string) => string {
	const slugger = new GithubSlugger();
	return (words) => {
		const id =
			slug(words.normalize().replace(/\s+/g, ' ').trim()).replace(/^-+|-+$/g, '') || 'section';
		return slugger.slug(taken.test(id) ? `section-${id}` : id);
	};
}
