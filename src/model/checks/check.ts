import type { Ledger } from '../publication/ledger.ts';
import { finding, isError, type Finding } from './problems.ts';
import type { Site } from '../publication/site.ts';
import { createUrls } from '../publication/urls.ts';
import { addressesOf, seen, uniqueAddresses, type Address } from './addresses.ts';
import type { Content } from './content.ts';
import { dates } from './dates.ts';
import { links } from './links.ts';
import { permalinks } from './permalinks.ts';
import { references } from './ids.ts';
import { security } from './security.ts';
import { tags } from './tags.ts';

/** What the rules need besides content. */
export interface CheckContext {
	readonly site: Pick<Site, 'address' | 'navigation' | 'security' | 'timeZone'>;
	readonly now: Date;
	/** Whether a file is published as it is, given its path below the site's root. */
	readonly isPublic: (path: string) => boolean;
	readonly ledger: Ledger;
	/** As messages name them. */
	readonly files: { readonly ledger: string; readonly posts: string };
	/** Whether fields are wrong, so that lists may lack posts and addresses aliases. */
	readonly incomplete: boolean;
}

export interface Report {
	readonly findings: readonly Finding[];
	/** Below the site's root. */
	readonly addresses: readonly Address[];
}

/** Everything wrong between pieces of content; what is wrong within one, its reading says. */
export function check(content: Content, context: CheckContext): Report {
	const { site, now, isPublic, ledger, files, incomplete } = context;
	// Texts link as if the site lay at the root of its host.
	const urls = createUrls(new URL(site.address).origin);
	const isSeen = seen(now, site.timeZone);
	const addresses = addressesOf(content, urls, isSeen);
	const unresolved = references(content);
	const uncertain = incomplete || unresolved.some(isError);
	return {
		findings: [
			...unresolved,
			...tags(content),
			...dates(content),
			...security(site, now),
			...uniqueAddresses(addresses, urls),
			...permalinks(files.ledger, ledger, addresses, uncertain),
			...links(content, addresses, isSeen, { site, urls, isPublic, incomplete: uncertain }),
			...(content.posts.some(isSeen) ? [] : [finding('no-posts', files.posts, [])]),
		],
		addresses,
	};
}
