import { isSpoken, languageName, messagesIn } from '../messages/messages.ts';
import { isSameLanguage } from '../text/direction.ts';
import { createUrls, ownPages } from './urls.ts';

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
	readonly description: string;
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
	readonly path: string;
}

/** A page of text, as far as the menu needs it. */
interface MenuPage {
	readonly path: string;
	readonly title: string;
	readonly translations: readonly {
		readonly language: string;
		readonly path: string;
		readonly title: string;
	}[];
}

/** Returns the site in each of its languages, its own first. */
export function createSites(settings: Settings, pages: readonly MenuPage[]): readonly Site[] {
	const languages = pageLanguages(settings);
	const all = languages.map((language) => ({
		language,
		name: languageName(language, language),
		prefix: prefixOf(language, settings),
	}));
	return languages.map((language) => {
		const inLanguage = (text: Localized) => localize(text, language, settings.language);
		return {
			...settings,
			name: inLanguage(settings.name),
			tagline: inLanguage(settings.tagline),
			description: inLanguage(settings.description),
			language,
			textLanguage: settings.language,
			prefix: prefixOf(language, settings),
			languages: all.length > 1 ? all : [],
			navigation: settings.navigation.map((item) =>
				menuLink(item, { settings, language, prefix: prefixOf(language, settings), pages }),
			),
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
	return [language, ...languages.filter(isSpoken)];
}

/** Returns where the lists in a language are below the address of the site. */
export function prefixOf(language: string, site: Pick<Settings, 'language'>): string {
	return language === site.language ? '' : `/${language.toLowerCase()}`;
}

/** Returns a text in `language`; in the language of the site, or any, if it has none in that. */
export function localize(text: Localized, language: string, site: string): string {
	if (typeof text === 'string') return text;
	const tags = Object.keys(text);
	const [found = tags[0]] = [language, site].flatMap(
		(wanted) => tags.find((tag) => isSameLanguage(tag, wanted)) ?? [],
	);
	return text[found ?? ''] ?? '';
}

interface MenuContext {
	readonly settings: Settings;
	readonly language: string;
	readonly prefix: string;
	readonly pages: readonly MenuPage[];
}

function menuLink(item: MenuItem, { settings, language, prefix, pages }: MenuContext): Link {
	const urls = createUrls(settings.address, prefix);
	const { path, label } = typeof item === 'string' ? { path: item, label: undefined } : item;
	const own = ownPages.find((name) => path === `/${name}/`);
	const page = pages.find((one) => one.path === urls.path(path));
	const translation = page?.translations.find((one) => isSameLanguage(one.language, language));
	const { title = path } = translation ?? page ?? {};
	const { frame } = messagesIn(language);
	return {
		label:
			label !== undefined
				? localize(label, language, settings.language)
				: own
					? frame[own]
					: path === '/about/' && !translation
						? frame.about
						: title,
		path: own ? urls[own] : (translation?.path ?? urls.path(path)),
	};
}
