import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { mf2 } from 'microformats-parser';
import sharp from 'sharp';
import { builtSite, textOf } from './sites.ts';

const site = builtSite('fixtures');
const posts = [...site.pages].filter(([, $]) => $('article.post').length);
type Properties = Readonly<Record<string, readonly unknown[]>>;

const origin = 'https://broadside.example';

test('Zotero takes every post for a post of a blog, with its title, authors and date', () => {
	for (const [address, $] of posts) {
		const all = (name: string) =>
			$(`meta[name="${name}"]`)
				.toArray()
				.map((element) => element.attribs['content']!);
		const parts = [textOf($('h1')), textOf($('.subtitle'))].filter(Boolean);
		assert.ok(all('citation_title').length === 1, address);
		const whole = all('citation_title')[0]!.replace(/\s+/g, ' ');
		for (const part of parts) assert.ok(whole.includes(part), address);
		assert.equal(all('citation_author').length, $('.byline a').length, address);
		assert.match(all('citation_publication_date').join(), /^\d{4}(\/\d\d){0,2}$/, address);
		assert.deepEqual(all('DC.type'), ['blogPost'], address);
		assert.equal(all('citation_journal_title').length, 0, address);
		assert.equal($('.Z3988, link[rel=unapi-server]').length, 0, address);
		assert.equal($('meta[property="og:site_name"]').attr('content'), 'Broadside', address);
	}
});

test('the files beside a post cite what it says', () => {
	for (const [address, $] of posts) {
		const title = [textOf($('h1')), textOf($('.post-head .subtitle'))].filter(Boolean);
		for (const format of ['ris', 'bib', 'json']) {
			const text = readFileSync(join(site.folder, address, `cite.${format}`), 'utf8');
			const [read] = new Cite(text).format('data', { format: 'object' }) as [
				{ title: string; URL: string; author: object[] },
			];
			const found = read.title.replace(/<\/?span[^>]*>/g, '');
			assert.ok(
				title.every((part) => found.replace(/\s+/g, ' ').includes(part)),
				`${address} ${format}: ${found}`,
			);
			assert.equal(read.URL, origin + address);
			assert.equal(read.author.length, $('.byline a').length);
			assert.ok($(`.cite a[href="${address}cite.${format}"]`).length);
		}
	}
});

test('link previews have a picture of the right size and its description', async () => {
	for (const [address, $] of posts) {
		const path = $('meta[property="og:image"]').attr('content')!.slice(origin.length);
		assert.ok(existsSync(join(site.folder, decodeURI(path))), `${address}: ${path}`);
		assert.ok($('meta[property="og:image:alt"]').attr('content'), address);
		const { width, height } = await sharp(join(site.folder, decodeURI(path))).metadata();
		const told = ['width', 'height'].map((one) =>
			Number($(`meta[property="og:image:${one}"]`).attr('content')),
		);
		assert.deepEqual([width, height], told, address);
		if (!path.endsWith('card.png')) continue;
		const png = readFileSync(join(site.folder, decodeURI(path)));
		assert.equal(png.toString('latin1', 1, 4), 'PNG');
		assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
		assert.ok(png.length < 60_000, `${address}: ${png.length} bytes`);
	}
});

test('what pages say they are is JSON-LD whose names all lead to something', () => {
	for (const [address, $] of site.pages) {
		const text = $('script[type="application/ld+json"]').text();
		if (!text) continue;
		const { '@graph': things } = JSON.parse(text) as { '@graph': Record<string, unknown>[] };
		for (const thing of things) assert.ok(thing['@type'], address);
		const posting = things.find((thing) => thing['@type'] === 'BlogPosting');
		if (!posting) continue;
		// https://developers.google.com/search/docs/appearance/structured-data/article
		const authors = posting['author'] as { name: string; url: string }[];
		assert.deepEqual(
			authors.map(({ name }) => name),
			$('.byline a')
				.toArray()
				.map((link) => textOf($(link))),
			address,
		);
		for (const { name, url } of authors) {
			assert.doesNotMatch(name, /^by /i);
			assert.ok(site.pages.has(decodeURI(url.slice(origin.length))), url);
		}
		assert.equal(posting['datePublished'], $('time.dt-published').attr('datetime'), address);
		assert.match(String(posting['image']), /^https:/, address);
	}
});

test('microformats say the same', () => {
	for (const [address, $] of posts) {
		const { items } = mf2($.html(), { baseUrl: origin + address });
		const [entry] = items.filter(({ type }) => type?.includes('h-entry'));
		const { properties } = entry!;
		const [name] = properties['name'] as [string];
		assert.equal(name.replace(/\s+/g, ' '), textOf($('h1')), address);
		assert.equal(properties['author']?.length, $('.byline a').length, address);
		assert.deepEqual(properties['published'], [$('time.dt-published').attr('datetime')], address);
		assert.ok(properties['url']?.includes(origin + address), address);
		assert.equal(properties['content']?.length, 1, address);
	}
	const [feed] = mf2(site.pages.get('/')!.html(), { baseUrl: origin }).items;
	assert.deepEqual(feed?.type, ['h-feed']);
	assert.equal(feed?.children?.length, 20);
});

test('an author’s page claims the author’s other pages', () => {
	const $ = site.pages.get('/author/ilse-maarwyk/')!;
	const own = $('a[rel=me]')
		.toArray()
		.map((link) => link.attribs['href']!);
	assert.ok(own.some((href) => href.startsWith('https://orcid.org/')));
	assert.ok(own.some((href) => /^https:\/\/letters\.example\/@/.test(href)));
	assert.equal($('meta[name="fediverse:creator"]').attr('content'), '@ilse@letters.example');
	const [list] = mf2($.html(), { baseUrl: origin }).items;
	const [card] = list!.properties['author'] as { type: string[]; properties: Properties }[];
	assert.deepEqual(card!.type, ['h-card']);
	assert.deepEqual(card!.properties['name'], [textOf($('h1'))]);
	assert.deepEqual(card!.properties['uid'], [`${origin}/author/ilse-maarwyk/`]);
});

test('old addresses have a rule each for hosts that answer with a status', () => {
	const lines = site.read('_redirects').trimEnd().split('\n');
	const moved = [...site.pages].filter(([, $]) => $('meta[http-equiv=refresh]').length);
	for (const [address, $] of moved) {
		const to = $('meta[http-equiv=refresh]').attr('content')!.replace('0; url=', '');
		assert.ok(lines.includes(`${encodeURI(address)} ${to} 301`), address);
	}
	assert.ok(moved.some(([address]) => address === '/feed/'));
});
