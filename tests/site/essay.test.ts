import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { builtSite, textOf } from './sites.ts';

const path = '/2019/us-interactions-not-a-win-for-mongolia/';
const { pages, read } = builtSite('essay');
const $ = pages.get(path)!;
const prose = $('.prose').first();

/** The text as the author published it: block by block, without the marks of Markdown. */
const blocks = readFileSync('content/posts/2019/us-interactions-not-a-win-for-mongolia.mdx', 'utf8')
	.replace(/^---[\s\S]*?\n---\n/, '')
	.split(/\n+/)
	.filter(Boolean)
	.map((line) => line.replace(/^(## |\d\. )/, ''));

test('every paragraph of the essay is there, in order and unchanged', () => {
	const printed = prose
		.find('p, h2, li')
		.map((_, element) => textOf($(element)))
		.get();
	assert.deepEqual(printed, blocks);
	assert.equal(blocks.length, 33);
});

test('it has five headings with ids, and one list of four points', () => {
	const ids = prose
		.find('h2')
		.map((_, element) => $(element).attr('id'))
		.get();
	assert.deepEqual(ids, [
		'symbolic-gains',
		'likely-consequences',
		'evaluating-symbolic-gains-vs-likely-consequences',
		'what-about-north-korea',
		'some-thoughts-on-future-developments',
	]);
	assert.deepEqual(
		$('.contents a')
			.map((_, link) => $(link).attr('href'))
			.get(),
		ids.map((id) => `#${id}`),
	);
	assert.equal(prose.find('ol').length, 1);
	assert.equal(prose.find('ol > li').length, 4);
});

test('its eight categories and its tags lead to pages that list it', () => {
	const topics = $('.after a[rel=tag]')
		.map((_, link) => $(link).attr('href')!)
		.get();
	assert.equal(topics.filter((topic) => topic.startsWith('/category/')).length, 8);
	assert.ok(topics.includes('/category/mongolia-and/united-states/'));
	for (const topic of topics)
		assert.ok(pages.get(topic)!(`.entry h2 a[href="${path}"]`).length, topic);
});

test('the page names its author, its year and where it appeared first', () => {
	assert.equal(textOf($('.byline')), 'By Julian Dierkes');
	assert.equal($('.facts time').attr('datetime'), '2019');
	assert.equal(
		$('.facts a').attr('href'),
		'https://blogs.ubc.ca/mongolia/2019/symbolic-us-links-price/',
	);
});

test('the author’s page shows the bio and the essay', () => {
	const author = pages.get('/author/julian-dierkes/')!;
	assert.match(
		textOf(author('.list-head .prose')),
		/^Julian Dierkes is a sociologist by training \(PhD Princeton Univ\) and a Mongolist .* Vancouver, Canada\. He toots @jdierkes@sciences\.social\.$/,
	);
	assert.ok(author(`.entry a[href="${path}"]`).length);
});

test('the address it had before leads to it', () => {
	const moved = pages.get('/mongolia/2019/symbolic-us-links-price/')!;
	assert.equal(moved('meta[http-equiv=refresh]').attr('content'), `0; url=${path}`);
	assert.equal(moved('link[rel=canonical]').attr('href'), `https://broadside.example${path}`);
});

// One round trip carries ten segments of 1,460 bytes: RFC 6928.
test('the page arrives whole, with its styles, in one round trip', () => {
	const bytes = gzipSync(read(`${path}index.html`), { level: 9 }).length;
	assert.ok(bytes <= 14_600, `${bytes} bytes`);
	assert.equal($('link[rel=stylesheet]').length, 0);
	assert.equal($('script:not([type="application/ld+json"])').length, 0);
});
