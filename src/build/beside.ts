import { join } from 'node:path';
import { citationOf, toBibtex, toCslJson, toRis } from '../model/citations.ts';
import { feedFiles, type FeedFile, type FeedItem } from '../model/feeds.ts';
import { toAtom } from '../model/feeds/atom.ts';
import { toJsonFeed } from '../model/feeds/json.ts';
import { replyFeedFiles } from '../model/feeds/replies.ts';
import { toRss } from '../model/feeds/rss.ts';
import { bylineOf } from '../model/metadata.ts';
import type { Publication } from '../model/publication.ts';
import { redirectRules } from '../model/redirects.ts';
import { manifestOf } from '../model/replies.ts';
import { securityTxt } from '../model/security.ts';
import { createCards, type Card } from './cards.ts';
import { digest, digestOfCode } from './digest.ts';
import { several } from './disk.ts';
import type { Made } from './made.ts';
import { readTexts, type FeedText } from './texts.ts';

/** Where things are while what stands beside the pages is made. */
export interface Places {
	/** The pages of the site, as they are kept. */
	readonly pages: string;
	readonly cache: string;
	readonly fonts: string;
}

/** Makes what a site has beside its pages: feeds, what it takes to cite, cards, redirects. */
export async function makeBeside(
	publication: Publication,
	made: Made,
	{ pages, cache, fonts }: Places,
): Promise<void> {
	const code = digestOfCode('src/{build,model}/**/*.ts');
	const { urls } = publication;
	const put: Made['put'] = (path, key, make) => made.put(urls.param(path), key, make);

	const texts = await readTexts(publication, pages, join(cache, 'feeds'), code);
	const feeds = [...feedFiles(publication), ...replyFeedFiles(publication)];
	const keyOf = keysOf(texts);
	await several(feeds, (file) =>
		put(file.path, digest(code, keyOf(file)), () => write(file, texts)),
	);
	await several(publication.posts, async (post) => {
		const citation = citationOf(post, publication.site);
		for (const [format, print] of Object.entries(citationFormats)) {
			const text = print(citation);
			await put(urls.citation(post.path, format as 'ris'), digest(text), () => text);
		}
	});
	await putCards(publication, fonts, put);
	const manifest = JSON.stringify(manifestOf(publication));
	await put(urls.manifest, digest(manifest), () => manifest);
	const rules = redirectRules(publication);
	await put(urls.path('/_redirects'), digest(rules), () => rules);
	const security = securityTxt(publication.site);
	if (security) await put(urls.path('/.well-known/security.txt'), digest(security), () => security);
	await made.end();
}

const citationFormats = { ris: toRis, bib: toBibtex, json: toCslJson };

async function putCards({ posts, site, urls }: Publication, fonts: string, put: Made['put']) {
	const code = digestOfCode('src/build/{cards,fonts}.ts');
	// Fonts are opened when the first card is made, which is seldom.
	let cards: ReturnType<typeof createCards> | undefined;
	const putCard = (path: string, card: Card) =>
		put(path, digest(code, JSON.stringify(card)), async () =>
			(await (cards ??= createCards(fonts)))(card),
		);
	await putCard(urls.siteCard, { title: site.name, byline: site.tagline, site: '' });
	await several(posts, (post) =>
		putCard(urls.card(post.path), {
			title: post.title,
			byline: bylineOf(post),
			site: site.name,
		}),
	);
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

const formats = { rss: toRss, atom: toAtom, json: toJsonFeed };

function write({ format, feed }: FeedFile, texts: ReadonlyMap<string, FeedText>): Buffer {
	const pieces = formats[format](feed, ({ post, content }) => content ?? texts.get(post)!.html());
	return Buffer.concat([pieces].flat().map((piece) => Buffer.from(piece)));
}
