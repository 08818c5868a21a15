import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { load } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import sharp from 'sharp';
import { inputs, together } from './inputs.ts';
import { build, builtSite, textOf } from './sites.ts';

const page = () => builtSite('fixtures').pages.get('/2025/components-media-bell-tower/')!;

test('every component says all it has to say without styles, frames and players, as in a feed', () => {
	const $ = page();
	const prose = $('.prose').clone();
	prose.find('iframe, video, audio, script, style').remove();
	prose.find('*').removeAttr('class').removeAttr('style');
	const text = textOf(prose);
	for (const words of [
		'Correction, 20 June 2025',
		'The keeper climbs the tower (YouTube) Film by Harbour Radio',
		'The bell, struck once Recorded by Torvane',
		'(One stroke. A gull.)',
		'We all stopped gutting. Mirela Dantouvik @mirela@quay.example 11 June 2025',
		'They should ring it for the tax collector. A voice on the ferry',
		'Three views of the tower. Photographs by Torvane',
		'The bell is cast (Vimeo)',
		'The bell swings',
	])
		assert.ok(text.includes(words), words);
	const links = prose.find('a').map((_, link) => $(link).attr('href'));
	assert.deepEqual(links.get(), [
		'https://www.youtube.com/watch?v=aaaaaaaaaaa&t=42',
		'/files/harbour-bell.wav',
		'https://quay.example/@mirela/1',
		'https://vimeo.com/123456789',
		'/files/harbour-bell.webm',
	]);
	assert.equal(prose.find('img[alt]').length, 4);
});

test('components carry no style of their own', () => {
	const $ = page();
	assert.equal($('.prose [style], .prose style').length, 0);
});

const odd = mkdtempSync(join(tmpdir(), 'broadside-'));

before(() => {
	// Astro does not find the styles of components elsewhere on the disk.
	const content = 'node_modules/.cache/broadside-tests/odd';
	rmSync(content, { recursive: true, force: true });
	cpSync('tests/fixtures/odd', content, { recursive: true });
	const fields = '---\ntitle: All\ndate: 2023\nauthor: ann\n---\n\n';
	writeFileSync(join(content, 'posts/2023/plain.mdx'), fields + together);
	writeFileSync(
		join(content, 'posts/2023/compiled.mdx'),
		`${fields}export const code = true\n\n${together}`,
	);
	build({ CONTENT_DIR: content, OUT_DIR: join(odd, 'dist') });
});
const read = (path: string) => readFileSync(join(odd, 'dist', path), 'utf8');

test('the style of a component that a text imports is a file that the policy allows', () => {
	const $ = load(read('2023/counted/index.html'));
	const sheets = $('link[rel=stylesheet]').toArray();
	assert.equal(sheets.length, 1);
	assert.match(read(sheets[0]!.attribs['href']!), /letter-spacing:7px/);
	assert.match($('meta[http-equiv]').attr('content')!, /style-src 'self' /);
	assert.equal($('style:not(head style)').length, 0);
	assert.equal(load(read('2023/uncounted/index.html'))('link[rel=stylesheet]').length, 0);
});

test('200 small texts are the same, rendered as plain text and compiled by Astro', () => {
	const [plain, compiled] = ['plain', 'compiled'].map((name) => {
		const $ = load(read(`2023/${name}/index.html`));
		assert.equal(
			$('.e-content table').length,
			$('[data-table] > table').length,
			'each has a frame',
		);
		// Astro leaves out white space between the parts of a table, and has more around components.
		$('table, thead, tbody, tr')
			.contents()
			.filter((_, node) => node.type === 'text' && node.data.trim() === '')
			.remove();
		$('.e-content :not(pre, pre *)')
			.contents()
			.each((_, node) => {
				if (node.type === 'text') node.data = node.data.replace(/[ \t\n]+/g, ' ');
			});
		return $('.e-content')
			.html()!
			.split(/<hr data-input="\w+">/)
			.map((part) => part.trim());
	});
	assert.ok(inputs.length >= 190);
	assert.equal(plain!.length, inputs.length + 2);
	for (const [index, part] of plain!.entries())
		assert.equal(part, compiled![index], inputs[index - 1]);
});

test('a text from right to left is set so, on its page, in lists and in feeds', () => {
	const $ = load(read('2023/hebrew/index.html'));
	assert.equal($('html').attr('dir'), undefined);
	for (const element of ['h1', '.e-content'])
		assert.deepEqual([$(element).attr('lang'), $(element).attr('dir')], ['he', 'rtl'], element);
	const list = load(read('index.html'));
	assert.equal(list('.entry h2[dir=rtl][lang=he]').length, 1);
	const item = parseRssFeed(read('feed.xml')).items!.find(({ link }) => link?.includes('hebrew'));
	assert.match(item!.content!.encoded!, /^<div dir="rtl"><p>/);
});

test('a card has all letters of a title, or none', async () => {
	const inkOf = async (post: string) => {
		const card = sharp(join(odd, `dist/2023/${post}/card.png`));
		const { data } = await card.greyscale().raw().toBuffer({ resolveWithObject: true });
		return data.filter((grey) => grey < 0x40).length;
	};
	assert.ok((await inkOf('counted')) > 1000);
	assert.equal(await inkOf('hebrew'), 0);
});

test('files of the content are published below /files/, also below a base', () => {
	for (const [site, base] of [
		['fixtures', ''],
		['journal', '/journal'],
	] as const) {
		const { read, pages } = builtSite(site);
		assert.ok(read('files/harbour-bell.wav').startsWith('RIFF'));
		const $ = pages.get('/2025/components-media-bell-tower/')!;
		assert.equal($('audio').attr('src'), `${base}/files/harbour-bell.wav`);
		assert.equal($('video').attr('src'), `${base}/files/harbour-bell.webm`);
	}
});
