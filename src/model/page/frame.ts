import type { Link, Site } from '../publication/site.ts';
import type { Alternates } from '../publication/listings.ts';
import { isSameLanguage } from '../text/direction.ts';
import { createUrls, urlsOf } from '../publication/urls.ts';

/** The parts of every page around its content. */
export interface Frame {
	readonly name: string;
	readonly tagline: string;
	readonly taglineLanguage?: string | undefined;
	/** The language of the interface. A text in another language has its own `lang`. */
	readonly language: string;
	readonly home: string;
	readonly icon: string;
	/** The search page. */
	readonly search: string;
	/** The main feed. */
	readonly feed: string;
	readonly navigation: readonly (Link & { readonly current: boolean })[];
	/** This page in other languages, or their home pages; none if there is only one language. */
	readonly languages: readonly LanguageLink[];
}

interface LanguageLink extends Link {
	readonly language: string;
	readonly current: boolean;
}

/** Returns the frame of the page at the path `current`. */
export function frame(site: Site, current: string, alternates: Alternates = {}): Frame {
	const urls = urlsOf(site);
	return {
		name: site.name,
		tagline: site.tagline,
		taglineLanguage: site.taglineLanguage,
		language: site.language,
		home: urls.home,
		icon: urls.icon,
		search: urls.search,
		feed: urls.feeds(urls.home).rss,
		navigation: site.navigation.map((link) => ({ ...link, current: link.path === current })),
		languages: site.languages.map(({ language, name, prefix }) => ({
			label: name,
			language,
			path: pathFor(language, alternates) ?? createUrls(site.address, prefix).home,
			current: language === site.language,
		})),
	};
}

function pathFor(language: string, alternates: Alternates): string | undefined {
	const tag = Object.keys(alternates).find((one) => isSameLanguage(one, language));
	return tag && alternates[tag];
}
