import type { Link, Site } from '../publication/site.ts';
import { createUrls } from '../publication/urls.ts';

/** What stands around the content of every page. */
export interface Frame {
	readonly name: string;
	readonly tagline: string;
	/** Of the interface; a text in another language says so itself. */
	readonly language: string;
	readonly home: string;
	readonly icon: string;
	/** The search page. */
	readonly search: string;
	/** The feed of everything. */
	readonly feed: string;
	readonly navigation: readonly (Link & { readonly current: boolean })[];
}

/** The frame of the page at the path `current`. */
export function frame(site: Site, current: string): Frame {
	const urls = createUrls(site.address);
	return {
		name: site.name,
		tagline: site.tagline,
		language: site.language,
		home: urls.home,
		icon: urls.icon,
		search: urls.search,
		feed: urls.feeds(urls.home).rss,
		navigation: site.navigation.map(({ label, path }) => ({
			label,
			path: urls.path(path),
			current: urls.path(path) === current,
		})),
	};
}
