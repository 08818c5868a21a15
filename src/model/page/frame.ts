import type { Link, Site } from '../publication/site.ts';
import { createUrls } from '../publication/urls.ts';

/** The parts of every page around its content. */
export interface Frame {
	readonly name: string;
	readonly tagline: string;
	/** The language of the interface. A text in another language has its own `lang`. */
	readonly language: string;
	readonly home: string;
	readonly icon: string;
	/** The search page. */
	readonly search: string;
	/** The main feed. */
	readonly feed: string;
	readonly navigation: readonly (Link & { readonly current: boolean })[];
}

/** Returns the frame of the page at the path `current`. */
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
