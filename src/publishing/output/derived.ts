import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { filesIn, replaceFile, versionIn } from '../../disk.ts';
import { contentFolder } from '../../folders.ts';
import { citationOf, toBibtex, toCslJson, toRis } from '../../model/page/citations.ts';
import type { FeedFile, FeedItem, FeedPrinter } from '../../model/feeds/feed.ts';
import { feedFiles } from '../../model/feeds/feeds.ts';
import { atom } from '../../model/feeds/atom.ts';
import { json } from '../../model/feeds/json.ts';
import { replyFeedFiles } from '../../model/feeds/replies.ts';
import { rss } from '../../model/feeds/rss.ts';
import { feedText } from '../../model/feeds/content.ts';
import { siteOf, type Publication } from '../../model/publication/publication.ts';
import { hostRules } from '../../model/publication/hostrules.ts';
import { manifestOf } from '../../model/replies/manifest.ts';
import { securityTxt } from '../../model/page/security.ts';
import type { FeedFormat } from '../../model/publication/urls.ts';
import { makePreviews } from '../../previews/previews.ts';
import { all } from '../../workers.ts';
import { digest } from './digest.ts';
import { linkFile, type Content, type KeptFile, type OutputCache } from './outputcache.ts';

/** Makes one file of a site, unless it is kept: its path, the key of its content, and the content. */
type Make = (path: string, key: string, make: () => Content) => Promise<void>;

/**
 * Puts all files into the folder `site` that a site has besides its pages, which are there. Files of
 * `public/` are there as well, and stay. `pages` has digests of the pages, by their files.
 */
export async function makeDerived(
	publication: Publication,
	cache: OutputCache,
	site: string,
	pages: ReadonlyMap<string, string>,
): Promise<void> {
	const { urls } = publication;
	/** Where the files lie in the cache, by their paths in the site. */
	const files = new Map<string, string>();
	const take = (path: string, file: KeptFile | undefined) => {
		if (file) files.set(urls.param(path), file.path);
		return file !== undefined;
	};
	const make: Make = async (path, key, content) => {
		const place = urls.param(path);
		take(path, cache.get(place, key) ?? cache.put(place, key, content()));
		// Lets other work go on.
		await setImmediate();
	};
	const keyOf = (madeOf: readonly unknown[]) => digest(JSON.stringify(madeOf));
	await all([
		// Not earlier: where there are two processors, both are busy while Astro makes pages.
		makePreviews(publication, contentFolder, {
			take: (path, madeOf) => take(path, cache.get(urls.param(path), keyOf(madeOf))),
			put: (path, madeOf, picture) =>
				void take(path, cache.put(urls.param(path), keyOf(madeOf), picture)),
		}),
		makeFeedTexts(publication, site, cache, pages).then((texts) =>
			makeFeeds(publication, texts, make),
		),
		makeCitations(publication, make),
	]);
	makeRules(publication, site);
	for (const [path, file] of [...files, ...contentFiles(cache)]) linkFile(file, join(site, path));
}

const printers: Readonly<Record<FeedFormat, FeedPrinter>> = { rss, atom, json };

async function makeFeeds(
	publication: Publication,
	texts: ReadonlyMap<string, KeptFile>,
	make: Make,
): Promise<void> {
	const feeds = [...feedFiles(publication), ...replyFeedFiles(publication)];
	const keyOf = createKeys(texts);
	for (const [format, printer] of Object.entries(printers)) {
		const [between, tail] = [Buffer.from(printer.between), Buffer.from(printer.tail)];
		/** An item is printed once in a format, however many feeds have it. */
		const printed = new Map<FeedItem, Buffer>();
		const print = (item: FeedItem) => {
			let bytes = printed.get(item);
			if (!bytes) {
				const text = item.content ?? readFileSync(texts.get(item.post)!.path, 'utf8');
				bytes = Buffer.from(printer.item(item, text));
				printed.set(item, bytes);
			}
			return bytes;
		};
		for (const file of feeds.filter((file) => file.format === format))
			await make(file.path, keyOf(file), () => {
				const items = file.feed.items.flatMap((item, index) =>
					index > 0 ? [between, print(item)] : [print(item)],
				);
				return [Buffer.from(printer.head(file.feed)), ...items, tail];
			});
	}
}

/** Makes the texts of all posts as feeds have them. Resolves to their files by the ids of posts. */
async function makeFeedTexts(
	{ posts, urls }: Publication,
	site: string,
	cache: OutputCache,
	pages: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, KeptFile>> {
	const texts = new Map<string, KeptFile>();
	for (const post of posts) {
		const page = `${post.id}/index.html`;
		const [place, key] = [`feed-texts/${post.id}`, pages.get(page)!];
		const make = () => {
			const html = readFileSync(join(site, page), 'utf8');
			return cache.put(
				place,
				key,
				feedText(post, html, urls.absolute(post.path), post.pageLanguage),
			);
		};
		texts.set(post.id, cache.get(place, key) ?? make());
		// Lets other work go on.
		await setImmediate();
	}
	return texts;
}

/** Digests of feeds. That of an item is made once, however many feeds have it. */
function createKeys(texts: ReadonlyMap<string, KeptFile>): (file: FeedFile) => string {
	const items = new Map<FeedItem, string>();
	const keyOf = (item: FeedItem) => {
		let key = items.get(item);
		if (!key) {
			key = digest(JSON.stringify(item), texts.get(item.post)?.digest ?? '');
			items.set(item, key);
		}
		return key;
	};
	return ({ format, feed: { items, ...head } }) =>
		digest(format, JSON.stringify(head), ...items.map(keyOf));
}

const citationFormats = { ris: toRis, bib: toBibtex, json: toCslJson };

async function makeCitations(publication: Publication, make: Make): Promise<void> {
	const { posts, urls } = publication;
	for (const post of posts) {
		const citation = citationOf(post, siteOf(publication, post));
		const key = digest(JSON.stringify(citation));
		for (const [format, print] of Object.entries(citationFormats))
			await make(urls.citation(post.path, format as 'ris'), key, () => print(citation));
	}
}

/** Small files that are not worth keeping. */
function makeRules(publication: Publication, site: string): void {
	const { urls } = publication;
	const files = {
		[urls.manifest]: JSON.stringify(manifestOf(publication)),
		[urls.path('/_redirects')]: hostRules(publication),
		[urls.path('/.well-known/security.txt')]: securityTxt(publication.site),
	};
	for (const [path, text] of Object.entries(files)) {
		const file = join(site, urls.param(path));
		if (text !== undefined && !existsSync(file)) replaceFile(file, text);
	}
}

/** The files that editors publish as they are: copies, so that nobody writes into the content. */
function contentFiles(cache: OutputCache): [string, string][] {
	const folder = join(contentFolder, 'files');
	return filesIn(folder).map((name) => {
		// One Unicode form, whichever the disk has.
		const [from, path] = [join(folder, name), `files/${name.normalize()}`];
		const key = versionIn(statSync(from));
		const file = cache.get(path, key) ?? cache.put(path, key, readFileSync(from));
		return [path, file.path];
	});
}
