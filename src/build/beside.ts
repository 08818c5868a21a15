import { join } from 'node:path';
import { citationOf, toBibtex, toCslJson, toRis } from '../model/citations.ts';
import { feedFiles, type FeedFile, type FeedItem, type FeedPrinter } from '../model/feeds.ts';
import { atom } from '../model/feeds/atom.ts';
import { json } from '../model/feeds/json.ts';
import { replyFeedFiles } from '../model/feeds/replies.ts';
import { rss } from '../model/feeds/rss.ts';
import { bylineOf } from '../model/metadata.ts';
import type { Publication } from '../model/publication.ts';
import { redirectRules } from '../model/redirects.ts';
import { manifestOf } from '../model/replies.ts';
import { securityTxt } from '../model/security.ts';
import { order } from '../model/text.ts';
import type { FeedFormat } from '../model/urls.ts';
import type { Card } from './cards.ts';
import { otherHands, shareOut } from './crew.ts';
import { digest, digestOfCode } from './digest.ts';
import { all } from './disk.ts';
import type { Made } from './made.ts';
import { pageOf, readTexts, type FeedText } from './texts.ts';

/** Where things are while what stands beside the pages is made. */
export interface Places {
	readonly pages: Made;
	readonly cache: string;
	readonly fonts: string;
}

/** Makes what a site has beside its pages: feeds, what it takes to cite, cards, redirects. */
export async function makeBeside(
	publication: Publication,
	made: Made,
	places: Places,
): Promise<void> {
	const { urls } = publication;
	const put: Made['make'] = (path, key, make) => made.make(urls.param(path), key, make);

	await all([
		putCards(publication, places.fonts, made),
		putFeeds(publication, places, put),
		putCitations(publication, places, put),
	]);
	const manifest = JSON.stringify(manifestOf(publication));
	await put(urls.manifest, digest(manifest), () => manifest);
	const rules = redirectRules(publication);
	await put(urls.path('/_redirects'), digest(rules), () => rules);
	const security = securityTxt(publication.site);
	if (security) await put(urls.path('/.well-known/security.txt'), digest(security), () => security);
	made.end();
}

async function putFeeds(publication: Publication, { pages, cache }: Places, put: Made['make']) {
	const code = digestOfCode('src/{build,model}/**/*.ts');
	const texts = await readTexts(publication, pages, join(cache, 'feeds'), code);
	const feeds = [...feedFiles(publication), ...replyFeedFiles(publication)];
	const keyOf = keysOf(texts);
	for (const [format, printer] of Object.entries(printers)) {
		const [between, tail] = [Buffer.from(printer.between), Buffer.from(printer.tail)];
		/** An item is printed once in a format, however many feeds have it. */
		const printed = new Map<FeedItem, Buffer>();
		const print = (item: FeedItem) => {
			let bytes = printed.get(item);
			if (!bytes) {
				bytes = Buffer.from(printer.item(item, item.content ?? texts.get(item.post)!.html()));
				printed.set(item, bytes);
			}
			return bytes;
		};
		for (const file of feeds.filter((file) => file.format === format))
			await put(file.path, digest(code, keyOf(file)), () => {
				const items = file.feed.items.flatMap((item, at) =>
					at > 0 ? [between, print(item)] : [print(item)],
				);
				return [Buffer.from(printer.head(file.feed)), ...items, tail];
			});
	}
}

const printers: Readonly<Record<FeedFormat, FeedPrinter>> = { rss, atom, json };

async function putCitations(
	{ posts, site, urls }: Publication,
	{ pages }: Places,
	put: Made['make'],
) {
	for (const post of posts) {
		// Both are made of the same, and it takes longer to cite than to look.
		const page = pages.versions.get(pageOf(post))!;
		for (const [format, print] of Object.entries(citationFormats))
			await put(urls.citation(post.path, format as 'ris'), digest(format, page), () =>
				print(citationOf(post, site)),
			);
	}
}

const citationFormats = { ris: toRis, bib: toBibtex, json: toCslJson };

async function putCards({ posts, site, urls }: Publication, fonts: string, made: Made) {
	const code = digestOfCode('src/build/{cards,fonts}.ts');
	const wanted = [
		{ path: urls.siteCard, card: { title: site.name, byline: site.tagline, site: '' } },
		...posts.map((post) => ({
			path: urls.card(post.path),
			card: { title: post.title, byline: bylineOf(post), site: site.name },
		})),
	].map(({ path, card }) => ({
		path: urls.param(path),
		key: digest(code, JSON.stringify(card)),
		card,
	}));
	const missing = wanted
		.filter(({ path, key }) => !made.keep(path, key))
		// Names that were just drawn need not be drawn again.
		.sort((one, other) => order(one.card.byline, other.card.byline));
	const cards = missing.map(({ card }) => card);
	await shareOut<Card, Uint8Array>(otherHands, 'cards.ts', fonts, cards, (picture, at) => {
		const { path, key } = missing[at]!;
		made.put(path, key, picture);
	});
}

/** Digests of feeds; that of an item is made once, however many feeds have it. */
function keysOf(texts: ReadonlyMap<string, FeedText>): (file: FeedFile) => string {
	const items = new Map<FeedItem, string>();
	const keyOf = (item: FeedItem) => {
		let key = items.get(item);
		if (!key) {
			key = digest(JSON.stringify(item), texts.get(item.post)!.digest);
			items.set(item, key);
		}
		return key;
	};
	return ({ format, feed: { items, ...head } }) =>
		digest(format, JSON.stringify(head), ...items.map(keyOf));
}
