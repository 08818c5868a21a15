import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { load } from 'cheerio';
import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { builtSite, type SiteName } from './sites.ts';

const origins: Record<SiteName, string> = {
	essay: 'https://broadside.example/',
	fixtures: 'https://broadside.example/',
	journal: 'https://vesper.example/journal/',
	languages: 'https://broadside.example/',
};

/** What the W3C's validator flags: https://validator.w3.org/feed/docs/ */
const forbidden =
	'script, style, iframe, object, embed, form, [style], [class], [onclick], [srcset], [data-footnote-ref]';

const ajv = new Ajv({ strict: false });
addFormats.default(ajv);
const isJsonFeed = ajv.compile(
	createRequire(import.meta.url)('jsonfeed-schema/schema-v1.1.json') as object,
);

interface Item {
	readonly id: string;
	readonly url: string;
	readonly title: string;
	readonly html: string;
}

for (const [name, origin] of Object.entries(origins) as [SiteName, string][]) {
	const { folder, pages } = builtSite(name);
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');
	const files = globSync('**/{feed,atom}{,/*}.{xml,json}', { cwd: folder }).sort();

	/** Whether an address in full leads to something in the built site. */
	const resolves = (address: string) => {
		if (!address.startsWith(origin)) return false;
		const { pathname, hash } = new URL(address);
		const path = `/${decodeURI(pathname.slice(new URL(origin).pathname.length))}`;
		if (!path.endsWith('/')) return existsSync(join(folder, path));
		const ids = pages
			.get(path)?.('[id]')
			.toArray()
			.map((element) => element.attribs['id']);
		// An id may itself hold percent signs.
		const names = [hash.slice(1), decodeURIComponent(hash.slice(1))];
		return Boolean(ids) && (!hash || names.some((name) => ids!.includes(name)));
	};

	test(`every feed of the site "${name}" is sound, in full and leads somewhere`, () => {
		assert.ok(files.length >= 9);
		for (const file of [...files, 'archive.json']) {
			const text = read(file);
			const items = file.endsWith('.json') ? readJson(text) : readXml(text, file);
			assert.ok(items.length > 0, file);
			const ids: string[] = [];
			for (const { id, url, title, html } of items) {
				assert.match(id, /^tag:broadside\.example,2026:\d{4}\/|^https:/, file);
				assert.ok(resolves(url), `${file}: ${url}`);
				assert.ok(title, file);
				const $ = load(html, {}, false);
				assert.equal($(forbidden).length, 0, `${file}: ${url}`);
				for (const element of $('[href], [src]').toArray()) {
					const address = element.attribs['href'] ?? element.attribs['src']!;
					// Notes and references to them lead to each other.
					const isThere = /^#fn/.test(address) && $(`[id="${address.slice(1)}"]`).length === 1;
					assert.ok(isThere || /^(https?|mailto):/.test(address), `${file}: ${address}`);
					if (address.startsWith(new URL(origin).origin))
						assert.ok(resolves(address), `${file}: ${address}`);
				}
				ids.push(
					id,
					...$('[id]')
						.toArray()
						.map((element) => element.attribs['id']!),
				);
			}
			assert.equal(new Set(ids).size, ids.length, `${file}: an id stands twice`);
		}
	});

	test(`every page of the site "${name}" names feeds that are there`, () => {
		for (const [address, $] of pages) {
			if ($('meta[http-equiv=refresh]').length) continue;
			const links = $('link[rel=alternate][type]').toArray();
			assert.ok(links.length >= 3, address);
			for (const { attribs } of links) {
				assert.ok(attribs['title'], address);
				assert.ok(resolves(new URL(attribs['href']!, origin).href), attribs['href']);
			}
		}
	});

	for (const format of ['atom', 'feed'] as const)
		test(`each post of the site "${name}" is reached once through the ${format} parts`, () => {
			const reached: string[] = [];
			let path: string | undefined = `${format}.xml`;
			while (path) {
				const text = read(path);
				reached.push(...readXml(text, path).map(({ url }) => url));
				const $ = load(text, { xml: true });
				const next = $('link, atom\\:link').filter(
					(_, link) => link.attribs['rel'] === 'prev-archive',
				);
				path = next.attr('href')?.slice(origin.length);
				const current = $('link, atom\\:link').filter(
					(_, link) => link.attribs['rel'] === 'current',
				);
				assert.equal(current.length, $('fh\\:archive').length);
			}
			// Posts in a further language of the site are in the feeds of that language.
			const posts = [...pages]
				.filter(([, $]) => $('article.post').length && $('html').attr('lang') === 'en')
				.map(([path]) => path);
			assert.deepEqual(
				reached.map((url) => decodeURI(url.slice(origin.length - 1))).sort(),
				posts.sort(),
			);
		});
}

function readXml(text: string, file: string): Item[] {
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => assert.fail(`${file}: ${error.message}`));
	parser.write(text).close();
	if (!text.includes('<rss ')) {
		const feed = parseAtomFeed(text);
		assert.ok(feed.id && feed.title?.value && feed.updated, file);
		assert.ok(
			feed.links?.some(({ rel }) => rel === 'self'),
			file,
		);
		return (feed.entries ?? []).map((entry) => {
			assert.ok(entry.updated && entry.published && entry.authors?.every(({ name }) => name), file);
			assert.equal(entry.content?.type, 'html');
			const link = entry.links?.find(({ rel }) => rel === 'alternate');
			return {
				id: entry.id!,
				url: link!.href!,
				title: entry.title!.value!,
				html: entry.content!.value!,
			};
		});
	}
	const feed = parseRssFeed(text);
	assert.ok(feed.title && feed.link && feed.description, file);
	assert.ok(
		feed.atom?.links?.some(({ rel }) => rel === 'self'),
		file,
	);
	return (feed.items ?? []).map((item) => {
		assert.equal(item.guid?.isPermaLink, false, file);
		assert.ok(item.pubDate && item.dc?.creators?.length && !item.authors, file);
		assert.ok(!Number.isNaN(Date.parse(item.pubDate)), file);
		return {
			id: item.guid!.value!,
			url: item.link!,
			title: item.title!,
			html: item.content!.encoded!,
		};
	});
}

function readJson(text: string): Item[] {
	const feed = JSON.parse(text) as {
		items: { id: string; url: string; title: string; content_html: string }[];
	};
	assert.ok(isJsonFeed(feed), ajv.errorsText(isJsonFeed.errors));
	return feed.items.map(({ content_html, ...item }) => ({ ...item, html: content_html }));
}

test('a feed has the whole text: its pictures, notes and components', () => {
	const { folder } = builtSite('fixtures');
	const { items } = JSON.parse(readFileSync(join(folder, 'archive.json'), 'utf8')) as {
		items: { url: string; content_html: string }[];
	};
	const html = (id: string) => {
		const item = items.find(({ url }) => url === `https://broadside.example/${id}/`)!;
		return load(item.content_html, {}, false);
	};
	assert.equal(html('2017/lead-image-harbour-light')('figure img').length, 1);
	assert.ok(html('2016/footnotes-who-owns-the-lake')('li[id^=fn-2016-footnotes]').length >= 4);
	assert.ok(html('2025/components-media-bell-tower')('audio[src], video[src]').length);
	assert.match(html('2023/mdx-expressions').text(), /Two and three make 5/);
	assert.ok(html('2017/table-aligned-port-tariffs')('table td').length);
	assert.match(html('2024/all-optional-fields').text(), /Disclosure/);
});
