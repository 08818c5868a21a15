import type { Alternates } from '../publication/listings.ts';
import type { Page } from '../publication/pages.ts';
import type { Site } from '../publication/site.ts';
import { isSameLanguage } from '../text/direction.ts';

/**
 * Returns the versions of a text that search engines may find here, by language, and which one readers
 * of other languages get.
 */
export function versions(
	{ translations, path }: Pick<Page, 'translations' | 'path'>,
	{ textLanguage }: Pick<Site, 'textLanguage'>,
): {
	readonly alternates?: Alternates;
	readonly other?: string | undefined;
} {
	const here = translations.filter(({ isElsewhere }) => !isElsewhere);
	if (here.length < 2 || !here.some((one) => one.path === path)) return {};
	const main = here.find(({ language }) => isSameLanguage(language, textLanguage));
	const [first] = here;
	return {
		alternates: Object.fromEntries(here.map(({ language, path }) => [language, path])),
		other: (main ?? here.find(({ isOriginal }) => isOriginal) ?? first)?.path,
	};
}
