import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { imageSizes } from '../../src/model/page/images.ts';
import { builtSite, textOf } from './sites.ts';

const site = builtSite('fixtures');
const { pages, read } = site;
const post = (id: string) => pages.get(`/${id}/`)!;

test('drafts and scheduled posts leave no trace', () => {
	for (const file of globSync('**/*', { cwd: site.folder, withFileTypes: true })) {
		const path = join(file.parentPath, file.name);
		assert.doesNotMatch(path, /canary/);
		if (file.isFile())
			assert.doesNotMatch(readFileSync(path, 'latin1'), /canary|petra-quillbane/, path);
	}
});

test('ids of headings, their own links and the contents list agree', () => {
	for (const id of [
		'2018/duplicate-headings-three-backgrounds',
		'2021/headings-markup',
		'2018/mongolian-nuuriin-us',
		'2022/long-read-gazetteer',
	]) {
		const $ = post(id);
		const headings = $('.prose').first().find('h2, h3').not('.footnotes h2');
		const ids = headings.map((_, heading) => $(heading).attr('id')).get();
		const listed = $('.contents a')
			.map((_, link) => decodeURI($(link).attr('href')!))
			.get();
		assert.ok(ids.length >= 3, id);
		assert.equal(new Set(ids).size, ids.length);
		assert.deepEqual(
			listed,
			ids.map((heading) => `#${heading}`),
		);
	}
});

test('a post in another language says so, and so do its notes', () => {
	const german = post('2016/german-footnotes-zwei-ufer');
	assert.equal(german('html').attr('lang'), 'en');
	assert.equal(german('h1').attr('lang'), 'de');
	assert.equal(german('.prose').attr('lang'), 'de');
	assert.equal(textOf(german('#footnote-label')), 'Anmerkungen');
	assert.match(german('.data-footnote-backref').attr('aria-label')!, /^Zurück/);
	assert.equal(textOf(post('2018/mongolian-nuuriin-us')('#footnote-label')), 'Тайлбар');
	assert.equal(post('2016/footnotes-who-owns-the-lake')('h1').attr('lang'), undefined);
	const backOf = (id: string) => textOf(post(id)('.data-footnote-backref').first());
	assert.equal(backOf('2016/german-footnotes-zwei-ufer'), '↩');
	assert.equal(backOf('2016/hebrew-gesher-haetz'), '↪');
	const home = pages.get('/')!;
	assert.equal(home('.entry h2[lang=de]').length, home('.entry .excerpt[lang=de]').length);
});

test('a text in traditional Mongolian script has its font and vertical lines, and no other page', () => {
	const path = '/2015/mongol-bichig-naguur/';
	const asking = [...pages.keys()].filter((address) =>
		/noto-sans-mongolian|vertical-lr/.test(
			read(`${address}index.html`.replace(/(\.html)index.*/, '$1')),
		),
	);
	assert.deepEqual(asking, [path]);
	const $ = pages.get(path)!;
	assert.equal($('link[rel=preload][href*=noto-sans-mongolian]').length, 1);
	// It scrolls sideways, by keyboard as well, and its notes stand at its end.
	assert.equal($('.prose[lang=mn-Mong]').attr('tabindex'), '0');
	assert.equal($('.with-contents, [style]').length, 0);
	assert.equal(pages.get('/2015/')!('.entry h2[lang=mn-Mong]').length, 1);
});

test('aligned columns carry no style attribute', () => {
	const $ = post('2017/table-aligned-port-tariffs');
	assert.ok($('td[data-align=right]').length && $('th[data-align=center]').length);
	for (const [address, page] of pages) assert.equal(page('[style]').length, 0, address);
});

test('components and expressions are rendered', () => {
	assert.ok(
		post('2022/figures-quarry-atlas')(
			'figure img + figcaption, figure picture + figcaption, figure p + figcaption',
		).length,
	);
	assert.ok(post('2023/components-aside-pull-quote')('.aside').length);
	assert.ok(post('2023/components-aside-pull-quote')('.pull-quote').length);
	assert.match(
		textOf(post('2023/mdx-expressions')('.prose')),
		/Two and three make 5,.*written \{like this\}/,
	);
});

test('images have sizes, alternatives in several widths, and a description', () => {
	for (const [address, $] of pages)
		$('img:not([src="/favicon.svg"])').each((_, image) => {
			const { alt, width, height, srcset, sizes } = $(image).attr()!;
			assert.ok(alt !== undefined && width && height && srcset, address);
			assert.equal(sizes, imageSizes, address);
		});
	const coded = post('2023/mdx-expressions');
	assert.equal(coded('.prose img[srcset]').length, 1);
	assert.equal(coded('img[src="/favicon.svg"]').attr('alt'), 'a black square');
	assert.ok(post('2019/body-images-walking-the-dyke')('.prose img').length);
	assert.equal(post('2017/lead-image-harbour-light')('.lead img').attr('loading'), 'eager');
	const atlas = post('2022/figures-quarry-atlas');
	const drawings = (name: string) => atlas(`img[src*="/${name}."]`).is('[data-drawing]');
	assert.deepEqual(
		[drawings('pond'), drawings('shaft'), drawings('benches')],
		[true, false, false],
	);
});

test('names in a byline are joined as in a sentence', () => {
	assert.match(textOf(post('2015/two-authors-night-ferry')('.byline')), /^By [^,]+ and [^,]+$/);
	assert.match(
		textOf(post('2018/three-authors-copper-hearings')('.byline')),
		/^By [^,]+\S, [^,]+ and [^,]+$/,
	);
});

test('markup in a title is text', () => {
	const $ = post('2017/special-characters-title');
	assert.match(textOf($('h1')), /[&<>]/);
	assert.equal($('h1').children().length, 0);
	assert.ok(textOf($('title')).startsWith(textOf($('h1'))));
	const jsonLd = JSON.parse($('script[type="application/ld+json"]').text()) as {
		'@graph': { headline?: string }[];
	};
	assert.equal(jsonLd['@graph'][0]?.headline, textOf($('h1')));
});

test('a list of twenty posts stays small', () => {
	assert.equal(pages.get('/')!('.entry').length, 20);
	const bytes = gzipSync(read('index.html'), { level: 9 }).length;
	assert.ok(bytes <= 14_600, `${bytes} bytes`);
});

test('the sitemap holds every page worth finding, and only those', () => {
	const addresses = [
		...read('sitemap-0.xml').matchAll(/<loc>https:\/\/broadside\.example(.*?)<\/loc>/g),
	]
		.map(([, path]) => decodeURI(path!))
		.sort();
	const found = [...pages]
		.filter(([, $]) => !/noindex/.test($('meta[name=robots]').attr('content') ?? ''))
		.map(([address]) => address)
		.sort();
	assert.deepEqual(addresses, found);
	assert.match(read('robots.txt'), /^Sitemap: https:\/\/broadside\.example\/sitemap-index\.xml$/m);
	assert.match(
		read('sitemap-index.xml'),
		/<loc>https:\/\/broadside\.example\/sitemap-0\.xml<\/loc>/,
	);
});

test('nothing in the site tells where it was built', () => {
	for (const file of globSync('**/*.{html,xml,txt,css,js}', { cwd: site.folder }))
		assert.ok(!read(file).includes(process.cwd()) && !read(file).includes('file://'), file);
});

test('captions link to other pages, below the path of the site', () => {
	for (const [name, base] of [
		['fixtures', ''],
		['journal', '/journal'],
	] as const) {
		const $ = builtSite(name).pages.get('/2022/figures-quarry-atlas/')!;
		const links = $('figcaption a')
			.map((_, link) => $(link).attr('href'))
			.get();
		assert.deepEqual(links, [
			`${base}/2018/three-authors-copper-hearings/`,
			`${base}/author/amadi-lossereyn/`,
			'https://survey.example/',
		]);
	}
});
