import { decoded, type Urls } from '../../model/publication/urls.ts';
import { createFindFile, hostOf } from '../oldfiles.ts';
import { createFindTarget } from '../oldlinks.ts';
import { pathsOf } from './oldpaths.ts';
import type { Resolve } from '../markup/rewrite.ts';
import type { Arranged, NewSite } from './arrange.ts';

/** Finds the copy of a file of the old site on this machine, by its address there. */
export type FindCopy = (url: string) => string | undefined;

/** What a text needs of the whole import to be led to the new site. */
export interface TextFiles {
	/** Gives the image at `from` a place beside the text. Returns its address there. */
	beside(from: string, url: string): string;
	/** Gives the file at `from` a place in `files/`. Returns its address. */
	inFiles(from: string, url: string): string;
	/** Whether the text is for all to read. */
	readonly isPublic: boolean;
	/** Is told the address of a file that is not there. */
	missing(url: string): void;
}

/** Returns a function that makes the {@link Resolve} of a text. `site` is the address of the new site. */
export function createResolve(
	arranged: Arranged,
	findCopy: FindCopy,
	{ address: site, isPublic }: NewSite,
) {
	const { old, texts } = arranged;
	const findFile = createFindFile(old.files, old.addresses);
	const findTarget = createFindTarget(old, findFile);
	const places = new Map(texts.map((one) => [one.text.id, one]));
	/** The files of pages that show nothing else. */
	const filePages = new Map(
		old.files.flatMap((file) =>
			file.link === undefined ? [] : [[keyOf(file.link), file] as const],
		),
	);
	const [home = 'https://site/'] = old.addresses;
	const base = new URL(site).pathname;
	const hosts = new Set([...old.addresses, site].map(hostOf));
	const copyOf = (url: string, id?: string) => {
		const whole = absolute(url, home);
		const address = findFile(url, id)?.url ?? whole;
		return [address, whole].flatMap((one) => {
			const from = one === undefined ? undefined : findCopy(one);
			return from === undefined ? [] : [{ from, url: one! }];
		})[0];
	};
	return (link: string, { beside, inFiles, missing, isPublic: isRead }: TextFiles): Resolve => {
		const from = URL.canParse(link, home) ? new URL(link, home).href : home;
		return {
			image(src, id) {
				const url = absolute(src, from);
				const copy = copyOf(url ?? src, id);
				if (!copy && url !== undefined && hostOf(url) === hostOf(site)) {
					const { pathname } = new URL(url);
					if (isPublic(pathname)) return { src: pathname, alt: '' };
				}
				if (!copy) {
					if (url !== undefined) missing(findFile(url, id)?.url ?? url);
					return undefined;
				}
				return { src: beside(copy.from, copy.url), alt: findFile(src, id)?.alt ?? '' };
			},
			file(src) {
				const url = absolute(src, from);
				const copy = url === undefined ? undefined : copyOf(url);
				return copy && isRead ? inFiles(copy.from, copy.url) : undefined;
			},
			link(href) {
				const url = repaired(href, from);
				const typed = /^https?:\/\//i.test(href) && !/\s/.test(href) ? href : url;
				if (url === undefined) return { told: `no address: “${href}”` };
				if (!/^https?:/i.test(url))
					return /^(mailto|tel|sms|xmpp|geo|doi|urn|news|irc|magnet|ftp|webcal|skype):/i.test(url)
						? { url }
						: { told: 'an address that no page may have' };
				if (!hosts.has(hostOf(url))) return { url: typed! };
				const target = findTarget(url);
				if (target && 'text' in target) {
					const place = places.get(target.text.id);
					if (!place || target.text.visibility !== 'public')
						return { told: 'led to a text that is not public', draft: place?.path };
					const isThere = target.text.anchors.has(decoded(target.hash.slice(1)));
					return target.hash !== '' && !isThere
						? { url: place.path, told: 'the place in the text is not there' }
						: { url: place.path + target.hash };
				}
				const copy = copyOf(url);
				// A file is for all to read as soon as it is there.
				if (copy && !isRead)
					return { url, told: 'leads to a file, and the text is not public yet' };
				if (copy) return { url: inFiles(copy.from, copy.url) };
				if (target) missing(target.file.url);
				else if (
					/\.(pdf|docx?|xlsx?|pptx?|odt|csv|zip|epub|mp[34]|m4a|ogg|wav|webm|jpe?g|png|gif|webp|svg)$/i.test(
						new URL(url).pathname,
					)
				)
					missing(url);
				const shown = places.get(filePages.get(keyOf(url))?.parent ?? '');
				if (shown?.text.visibility === 'public') return { url: shown.path };
				const lead =
					arranged.forwarding.leadOf(url) ??
					pathsOf(url, old.addresses, base)
						.map((path) => listAt(path, arranged.urls))
						.find(Boolean);
				if (lead !== undefined) return { url: encodeURI(lead) };
				return hostOf(url) === hostOf(site)
					? { told: 'led to a page of the old site that is not in the export' }
					: { url, told: 'leads to the old site, where nothing in the export is' };
			},
			isSameFile(one, other) {
				const [a, b] = [one, other].map((url) => filePages.get(keyOf(url)) ?? findFile(url));
				const bare = (url: string) =>
					absolute(url, from)
						?.replace(/^https?:/, '')
						.replace(/[?#].*$/, '');
				return a !== undefined ? a === b : bare(one) === bare(other);
			},
			isPlace: (name) => old.fragments.has(name),
		};
	};
}

/** The lists that every site has. */
function listAt(address: string, urls: Urls): string | undefined {
	const path = address.replace(/^\/index\.php/, '').replace(/\/+$/, '');
	if (path === '' || /^\/page\/\d+$/.test(path)) return urls.home;
	if (path === '/feed') return urls.feeds(urls.home).rss;
	return undefined;
}

/** Returns a whole address; `undefined` if it is none. */
function absolute(url: string, from: string): string | undefined {
	return URL.canParse(url, from) ? new URL(url, from).href : undefined;
}

/** Returns a whole address of what somebody has typed, perhaps without `https://`. */
function repaired(typed: string, from: string): string | undefined {
	if (typed === '') return undefined;
	const isHost =
		/^(www\.[\w-]+\.\w|[\w-]+(\.[\w-]+)*\.(com|org|net|edu|gov|info|mn|de|ca|uk|eu|io|cn|ru|jp)(\/|$))/i;
	const url = isHost.test(typed)
		? `http://${typed}`
		: typed.replace(/^(https?):\/*(?=[^/])/i, '$1://');
	return absolute(url, from);
}

/** An address without what may be written in several ways. */
function keyOf(url: string): string {
	return decoded(url)
		.replace(/^https?:\/\/(www\.)?/i, '')
		.replace(/\/+$/, '')
		.toLowerCase();
}
