import GithubSlugger, { slug } from 'github-slugger';

/** Whether an id is one of the page itself: of notes, replies and the fields of the reply form. */
export function isOfPage(id: string): boolean {
	return /^((fn|fnref)-.*|footnote-label|repl(y|ies)(-.*)?|comment-\d+|(page|post)\..*)$/.test(id);
}

/**
 * Returns a function that gives each heading of a text its id, by the words of the heading. The ids are
 * those of rehype-slug, except where these are empty, end in a hyphen or belong to the page.
 */
export function createHeadingIds(): (words: string) => string {
	const slugger = new GithubSlugger();
	return (words) => {
		const id =
			slug(words.normalize().replace(/\s+/g, ' ').trim()).replace(/^-+|-+$/g, '') || 'section';
		return slugger.slug(isOfPage(id) ? `section-${id}` : id);
	};
}
