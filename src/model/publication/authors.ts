import { isSameLanguage } from '../text/direction.ts';
import type { Entry } from '../content/collections.ts';
import type { AuthorData } from '../content/schema.ts';
import type { Text } from '../text/rendered.ts';
import type { Site } from './site.ts';
import type { Urls } from './urls.ts';

/** An author with the path of the author's page. */
export interface Author extends Omit<AuthorData, 'text' | 'language' | 'nativeName'> {
	readonly id: string;
	readonly path: string;
	readonly sortName: string;
	/** The name beside `name`, in another script. Names of the main entry have no language of their own. */
	readonly nativeName?:
		{ readonly name: string; readonly language?: string | undefined } | undefined;
	/** What is said of the author. */
	readonly biography: Biography;
}

export interface Biography {
	/** The id of its file. */
	readonly id: string;
	readonly language: string;
	readonly text: Text;
}

/**
 * Returns the authors in the language of `site`: with the name and the biography in that language, if
 * there are any. Entries that translate another are the biographies of that author.
 */
export function toAuthors(entries: readonly Entry<AuthorData>[], site: Site, urls: Urls): Author[] {
	const biographies = Map.groupBy(entries, ({ data }) => data.translationOf);
	return (biographies.get(undefined) ?? []).map((entry) => {
		const isOwn = isSameLanguage(entry.data.language ?? site.textLanguage, site.language);
		const translation = isOwn
			? undefined
			: biographies
					.get(entry.id)
					?.find(({ data }) => isSameLanguage(data.language ?? site.textLanguage, site.language));
		return toAuthor(entry, translation, site, urls);
	});
}

function toAuthor(
	{ id, data }: Entry<AuthorData>,
	translation: Entry<AuthorData> | undefined,
	site: Site,
	urls: Urls,
): Author {
	const { text, language = site.textLanguage, ...fields } = data;
	const { given, family, literal } = data;
	const native = data.nativeName;
	const isNative = native !== undefined && isSameLanguage(native.language, site.language);
	const name = translation?.data.name ?? (isNative ? native.name : data.name);
	const sortName =
		data.sortName ?? (family && given ? `${family}, ${given}` : (literal ?? data.name));
	return {
		...fields,
		name,
		nativeName: isNative && name !== data.name ? { name: data.name } : native,
		id,
		path: urls.author(id),
		sortName: translation?.data.sortName ?? (name === data.name ? sortName : name),
		biography: translation
			? {
					id: translation.id,
					text: translation.data.text,
					language: translation.data.language ?? site.textLanguage,
				}
			: { id, text, language },
	};
}
