import type { Entry } from '../content/collections.ts';
import type { PageData } from '../content/schema.ts';
import type { Text } from '../text/rendered.ts';
import { findTranslations, pageLanguage, type Translations } from './translations.ts';
import type { Urls } from './urls.ts';

/** A page of text that is not a post. */
export interface Page {
	readonly id: string;
	readonly path: string;
	readonly title: string;
	readonly summary?: string | undefined;
	readonly language: string;
	/** The language around the text: one of the site's. */
	readonly pageLanguage: string;
	readonly translations: Translations;
	readonly text: Text;
}

/** Returns a function that makes pages of entries, for a site in `languages`, its own first. */
export function createToPage(
	pages: readonly Entry<PageData>[],
	languages: readonly string[],
	urls: Urls,
) {
	const [site] = languages as [string];
	const translations = findTranslations(pages, languages, site, urls.page);
	return (entry: Entry<PageData>): Page => {
		const { id, data } = entry;
		const { aliases: _, translationOf: __, language = site, ...fields } = data;
		return {
			...fields,
			id,
			path: urls.page(id),
			language,
			pageLanguage: pageLanguage(language, languages),
			translations: translations(entry),
		};
	};
}
