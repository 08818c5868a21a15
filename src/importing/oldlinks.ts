import { decoded } from '../model/publication/urls.ts';
import { hostOf, type FindFile } from './oldfiles.ts';
import type { Exported, ExportedFile, ExportedText } from './records.ts';

/** Where a link of the old site leads. */
export type OldTarget =
	| { readonly text: ExportedText; readonly hash: string }
	| { readonly file: ExportedFile }
	| undefined;

/**
 * Returns a function that says where an address of the old site leads; `undefined` if it is of another
 * site, or of a page that the export does not hold. Addresses are compared decoded and without the final
 * slash, with any scheme and host of the site, as permalink or by id (`?p=12`). The place of a comment
 * stays; those of forms and of “more” go.
 */
export function createFindTarget(
	{ texts, addresses }: Exported,
	findFile: FindFile,
): (url: string) => OldTarget {
	const [site = 'https://site/'] = addresses;
	const hosts = new Set(addresses.map(hostOf));
	const byId = new Map(texts.map((text) => [text.id, text]));
	const byPath = new Map<string, ExportedText>();
	for (const text of texts) {
		const path = text.link && new URL(text.link, site).search === '' ? pathOf(text.link, site) : '';
		for (const old of [path, ...text.oldSlugs.map((slug) => besidePath(path, slug))])
			if (old && !byPath.has(old)) byPath.set(old, text);
	}
	return (url) => {
		if (!URL.canParse(url, site) || url.startsWith('#')) return undefined;
		const { protocol, hostname, searchParams, hash } = new URL(url, site);
		const file = findFile(url);
		if (file) return { file };
		if (!/^https?:$/.test(protocol) || !hosts.has(hostOf(`https://${hostname}`))) return undefined;
		const id = ['p', 'page_id', 'attachment_id']
			.map((name) => searchParams.get(name))
			.find(Boolean);
		const attached = id ? findFile('', id) : undefined;
		if (attached) return { file: attached };
		const text = id ? byId.get(id) : byPath.get(pathOf(url, site));
		return text && { text, hash: isOurs(hash) ? '' : hash };
	};
}

/** Whether a place is one that WordPress makes, and nobody needs. */
function isOurs(hash: string): boolean {
	return /^#(respond|comments|more-\d+)?$/.test(hash);
}

function pathOf(url: string, site: string): string {
	const path = decoded(new URL(url, site).pathname).normalize().toLowerCase();
	return path.replace(/^\/index\.php(?=\/)/, '').replace(/\/+$/, '');
}

/** The path with another last part: what an earlier slug had. */
function besidePath(path: string, slug: string): string {
	return path && path.replace(/[^/]*$/, slug.toLowerCase());
}
