import type { Ledger } from '../publication/ledger.ts';
import { finding, isError, type Finding } from './problems.ts';
import { pageLanguages, prefixOf, type Settings } from '../publication/site.ts';
import { pageLanguage } from '../publication/translations.ts';
import { createUrls } from '../publication/urls.ts';
import { addressesOf, homes, seen, uniqueAddresses, type Address } from './addresses.ts';
import type { Content } from './content.ts';
import { dates } from './dates.ts';
import { links } from './links.ts';
import { permalinks } from './permalinks.ts';
import { references } from './ids.ts';
import { security } from './security.ts';
import { tags } from './tags.ts';
import { translations } from './translations.ts';

/** The data that the rules need besides content. */
export interface CheckContext {
	readonly site: CheckedSettings;
	readonly now: Date;
	/** Whether a file is published unchanged. The path is below the site's root. */
	readonly isPublic: (path: string) => boolean;
	readonly ledger: Ledger;
	/** The file names for messages. */
	readonly files: { readonly ledger: string; readonly posts: string };
	/** Whether some fields are invalid. Then posts of lists and aliases may be missing. */
	readonly incomplete: boolean;
}

/** The settings that the rules need. */
type CheckedSettings = Pick<
	Settings,
	| 'address'
	| 'description'
	| 'language'
	| 'languages'
	| 'navigation'
	| 'security'
	| 'tagline'
	| 'timeZone'
>;

/** The result of {@link check}. */
export interface Report {
	readonly findings: readonly Finding[];
	/** All addresses of the content. Their paths are below the site's root. */
	readonly addresses: readonly Address[];
}

/** Checks the relations between pieces of content. The reader of a file checks its own fields. */
export function check(content: Content, context: CheckContext): Report {
	const { site, now, isPublic, ledger, files, incomplete } = context;
	// Links in texts do not contain the base path of the site.
	const urls = createUrls(new URL(site.address).origin);
	const isSeen = seen(now, site.timeZone);
	const all = pageLanguages(site);
	const languages = all.slice(1).map((language) => ({
		urls: createUrls(new URL(site.address).origin, prefixOf(language, site)),
		isIn: ({ data }: Content['posts'][number]) =>
			pageLanguage(data.language ?? site.language, all) === language,
	}));
	const lists = [urls, ...languages.map(({ urls }) => urls)] as const;
	const own = addressesOf(content, urls, isSeen, ledger, languages);
	const addresses = [...own, ...homes(languages)];
	const unresolved = references(content);
	const uncertain = incomplete || unresolved.some(isError);
	return {
		findings: [
			...unresolved,
			...tags(content, urls),
			...dates(content),
			...security(site, now),
			...uniqueAddresses(own, lists),
			...translations(content, site, incomplete),
			...permalinks(files.ledger, ledger, addresses, urls, uncertain),
			...links(content, addresses, isSeen, { site, lists, isPublic, incomplete: uncertain }),
			...(content.posts.some((post) => isSeen(post) && !post.data.withdrawn)
				? []
				: [finding('no-posts', files.posts, [])]),
		],
		addresses,
	};
}
