import { isSameLanguage } from '../text/direction.ts';
import type { Entry } from '../content/collections.ts';

/** One of the texts that are translations of each other. */
interface Translation {
	readonly path: string;
	readonly title: string;
	readonly language: string;
	/** Whether the others name it as what they translate. */
	readonly isOriginal: boolean;
	/** Whether search engines are sent to another site for it. */
	readonly isElsewhere: boolean;
}

/** A text and its translations, itself among them; none if there is no other. */
export type Translations = readonly Translation[];

/** The fields of a text that join it with others. */
interface Translated {
	readonly title: string;
	readonly language?: string | undefined;
	readonly translationOf?: string | undefined;
	readonly firstPublished?: { readonly canonical: boolean } | undefined;
}

/** Returns the id of the text of which an entry is a translation, or its own: equal in a set. */
export function setOf({ id, data }: Entry<Pick<Translated, 'translationOf'>>): string {
	return data.translationOf ?? id;
}

/**
 * Returns a function that gives the translations of an entry, in the order of `languages`. `site` is
 * the language of texts that name none.
 */
export function findTranslations<Data extends Translated>(
	entries: readonly Entry<Data>[],
	languages: readonly string[],
	site: string,
	pathOf: (id: string) => string,
): (entry: Entry<Data>) => Translations {
	const sets = Map.groupBy(entries, setOf);
	const placeOf = (language: string) => {
		const place = languages.findIndex((one) => isSameLanguage(one, language));
		return place < 0 ? languages.length : place;
	};
	return (entry) => {
		const set = sets.get(setOf(entry)) ?? [];
		if (set.length < 2) return [];
		return set
			.map(({ id, data: { title, language = site, translationOf, firstPublished } }) => ({
				path: pathOf(id),
				title,
				language,
				isOriginal: translationOf === undefined,
				isElsewhere: firstPublished?.canonical ?? false,
			}))
			.sort((a, b) => placeOf(a.language) - placeOf(b.language));
	};
}

/** Returns the language among those of the site, its own first, in which the page of a text is. */
export function pageLanguage(text: string, languages: readonly string[]): string {
	return languages.find((language) => isSameLanguage(language, text)) ?? languages[0]!;
}

/** A post, as far as it says which of its translations a list should show. */
interface Listed {
	readonly path: string;
	readonly translations: Translations;
}

/** Returns the posts with one of each set: that in `language`, else the original, else the first. */
export function oneOfEach<Post extends Listed>(posts: readonly Post[], language: string): Post[] {
	const here = new Set(posts.map(({ path }) => path));
	return posts.filter(({ path, translations }) => {
		const set = translations.filter((one) => here.has(one.path));
		const best =
			set.find((one) => isSameLanguage(one.language, language)) ??
			set.find(({ isOriginal }) => isOriginal) ??
			set[0];
		return best === undefined || best.path === path;
	});
}
