import { isLanguageTag } from '../content/values.ts';
import { isSpoken, languageName } from '../messages/messages.ts';
import { isSameLanguage } from '../text/direction.ts';

/** A text of the owner: one for all languages, or one for each, by its tag. */
export type Localized = string | Readonly<Record<string, string>>;

/** What an owner sets. */
export interface Settings {
	readonly name: Localized;
	readonly tagline: Localized;
	readonly description: Localized;
	readonly address: string;
	/** The language of the interface, and of texts that name none. */
	readonly language: string;
	/** The other languages that have lists and an interface of their own. */
	readonly languages: readonly string[];
	/** The IANA time zone of dates that have no time, such as `Asia/Ulaanbaatar`. */
	readonly timeZone: string;
	/** The prefix of every id in feeds: a tag URI (RFC 4151) that never changes. */
	readonly feedId: string;
	/** The contact for security reports and its expiry date (RFC 9116). */
	readonly security?: { readonly contact: string; readonly expires: string } | undefined;
	/** How straight quotation marks and apostrophes are published. */
	readonly quotes: Quotes;
	readonly replies: RepliesSetting;
	readonly pageSize: number;
	/** Paths below `address`, with a label if not the usual one. */
	readonly navigation: readonly MenuItem[];
	/** Whether the site shows drafts and scheduled posts: only for editors. */
	readonly drafts: boolean;
}

type MenuItem = string | { readonly label: Localized; readonly path: string };

/** The site in one language, as pages in that language show it. */
export interface Site extends Omit<
	Settings,
	'name' | 'tagline' | 'description' | 'languages' | 'navigation'
> {
	readonly name: string;
	readonly tagline: string;
	/** The language of the tagline, if it is not that of the pages. */
	readonly taglineLanguage?: string | undefined;
	readonly description: string;
	readonly descriptionLanguage?: string | undefined;
	/** The language of the pages. */
	readonly language: string;
	/** The language of texts that name none. */
	readonly textLanguage: string;
	/** Where its lists are below `address`: nothing, or a slash and the language. */
	readonly prefix: string;
	/** Root-relative paths with their labels. */
	readonly navigation: readonly Link[];
	/** The languages that have lists, the site's own first; none if there is only one. */
	readonly languages: readonly SiteLanguage[];
}

/** A language of a site. */
interface SiteLanguage {
	readonly language: string;
	/** Its name in itself. */
	readonly name: string;
	readonly prefix: string;
}

/** In the form of the language of the text, or as the author writes them. */
export type Quotes = 'by-language' | 'as-written';

/** How readers send replies. Published replies are always visible. */
export type RepliesSetting = (
	| { readonly mode: 'server' | 'closed' }
	/** The form goes to `url`. */
	| { readonly mode: 'endpoint'; readonly url: string }
	/** Readers write an e-mail to `address`. */
	| { readonly mode: 'mail'; readonly address: string }
) & { readonly closeAfterDays?: number | undefined };

export interface Link {
	readonly label: string;
	/** The language of the label, if it is not that of the page. */
	readonly language?: string | undefined;
	readonly path: string;
}

/**
 * Returns the site in each of its languages, its own first. The menus are empty: they lead to lists,
 * which are made later.
 */
export function createSites(settings: Settings): readonly Site[] {
	const languages = pageLanguages(settings);
	const all = languages.map((language) => ({
		language,
		name: languageName(language, language),
		prefix: prefixOf(language, settings),
	}));
	return languages.map((language) => {
		const inLanguage = (text: Localized) => localize(text, language, settings.language);
		const [tagline, description] = [inLanguage(settings.tagline), inLanguage(settings.description)];
		return {
			...settings,
			name: inLanguage(settings.name).text,
			tagline: tagline.text,
			taglineLanguage: tagline.language,
			description: description.text,
			descriptionLanguage: description.language,
			language,
			textLanguage: settings.language,
			prefix: prefixOf(language, settings),
			languages: all.length > 1 ? all : [],
			navigation: [],
		};
	});
}

/**
 * Returns the languages of pages and lists, the site's own first: a further one counts if the interface
 * speaks it, whether or not it has posts, so that its addresses come and go with the settings alone.
 */
export function pageLanguages({
	language,
	languages,
}: Pick<Settings, 'language' | 'languages'>): readonly string[] {
	const all = [language, ...languages.filter(isSpoken)];
	return all.filter((tag, index) => !all.slice(0, index).some((one) => isSameLanguage(one, tag)));
}

/** Returns settings with which content can be shown while `check` tells of a language that is none. */
export function withReadableLanguage<Some extends { readonly language: string }>(
	settings: Some,
): Some {
	return isLanguageTag(settings.language) ? settings : { ...settings, language: 'en' };
}

/** Returns where the lists in a language are below the address of the site. */
export function prefixOf(language: string, site: Pick<Settings, 'language'>): string {
	return language === site.language ? '' : `/${language.toLowerCase()}`;
}

/** A text in the language of a page, or with the language that it has. */
interface LocalText {
	readonly text: string;
	readonly language?: string | undefined;
}

/** Returns a text in `language`; in the language of the site, or any, if it has none in that. */
export function localize(text: Localized, language: string, site: string): LocalText {
	const all = typeof text === 'string' ? { [site]: text } : text;
	const tags = Object.keys(all);
	const [found = tags[0] ?? language] = [language, site].flatMap(
		(wanted) => tags.find((tag) => isSameLanguage(tag, wanted)) ?? [],
	);
	return {
		text: all[found] ?? '',
		language: isSameLanguage(found, language) ? undefined : found,
	};
}
