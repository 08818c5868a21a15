import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { parseFeed } from 'feedsmith';
import { builtSite, textOf } from './sites.ts';

const site = builtSite('languages');
const page = (path: string) => {
	const $ = site.pages.get(path);
	assert.ok($, path);
	return $;
};
const linksOf = (path: string, selector: string) =>
	page(path)(selector)
		.map((_, element) => page(path)(element).attr('href'))
		.get();
const origin = 'https://broadside.example';

/** The versions that the head of a page names, by language. */
function versionsOf(path: string): Record<string, string> {
	const $ = page(path);
	return Object.fromEntries(
		$('link[rel=alternate][hreflang]')
			.map((_, link) => [[$(link).attr('hreflang')!, $(link).attr('href')!]])
			.get(),
	);
}

test('every version of a page names the same versions, itself among them, and all can be read', () => {
	let sets = 0;
	for (const [path, $] of site.pages) {
		const versions = versionsOf(path);
		if (Object.keys(versions).length === 0) continue;
		sets++;
		const { 'x-default': other, ...languages } = versions;
		assert.ok(Object.keys(languages).length > 1, path);
		assert.equal(languages[$('html').attr('lang')!], origin + encodeURI(path), path);
		assert.equal($('link[rel=canonical]').attr('href'), origin + encodeURI(path));
		assert.equal($('meta[name=robots]').length, 0);
		assert.ok(Object.values(languages).includes(other!), path);
		for (const [language, url] of Object.entries(languages)) {
			const target = decodeURI(url.slice(origin.length));
			assert.deepEqual(versionsOf(target), versions, `${path} and ${target}`);
			assert.equal(page(target)('html').attr('lang'), language);
		}
	}
	assert.ok(sets > 25);
});

test('a post shows its other languages by their own names, and nothing of a draft', () => {
	const others = (path: string) =>
		page(path)('.post-head a[hreflang]')
			.map((_, link) => [
				[textOf(page(path)(link)), page(path)(link).attr('lang'), page(path)(link).attr('href')],
			])
			.get();
	assert.deepEqual(others('/2020/davsnii-nuur/'), [
		['English', 'en', '/2020/salt-lake/'],
		['Deutsch', 'de', '/2020/salzsee/'],
	]);
	assert.deepEqual(others('/2021/the-ferry/'), [['Deutsch', 'de', '/2021/die-faehre/']]);
	assert.deepEqual(others('/2022/namar/'), []);
	assert.match(page('/2021/die-faehre/')('.post-head').text(), /Weitere Sprachen: English/);
});

test('lists show one post of each set; those of a language have the posts in it', () => {
	const posts = (path: string) => linksOf(path, '.entry h2 a');
	assert.deepEqual(posts('/'), [
		'/2022/the-old-road/',
		'/2022/namar/',
		'/2021/the-ferry/',
		'/2020/salt-lake/',
	]);
	assert.deepEqual(posts('/de/'), ['/2021/die-faehre/', '/2020/salzsee/']);
	assert.deepEqual(posts('/mn/'), ['/2022/namar/', '/2020/davsnii-nuur/']);
	assert.deepEqual(posts('/category/water/'), ['/2022/namar/', '/2020/salt-lake/']);
	assert.deepEqual(posts('/mn/category/water/lakes/'), ['/2020/davsnii-nuur/']);
	// A tag of a translation has its list, in every language of lists.
	assert.deepEqual(posts('/tag/salz/'), ['/2020/salzsee/']);
	assert.deepEqual(posts('/de/tag/salz/'), ['/2020/salzsee/']);
});

test('names, labels, biographies and the menu are those of the language of the page', () => {
	assert.equal(textOf(page('/mn/category/water/')('h1')), 'Ус');
	assert.equal(textOf(page('/de/category/water/')('.description')), 'Seen und Flüsse.');
	assert.equal(textOf(page('/category/water/')('h1')), 'Water');
	assert.equal(textOf(page('/mn/author/sumkhuu-tarnaa/')('h1')), 'Сумхүү Тарнаа');
	assert.equal(textOf(page('/author/sumkhuu-tarnaa/')('h1')), 'Sumkhuu Tarnaa');
	assert.match(page('/de/author/orla-vennick/')('.prose').text(), /geht um Seen/);
	const foreign = page('/mn/author/orla-vennick/')('.prose');
	assert.match(foreign.text(), /walks around lakes/);
	assert.equal(foreign.attr('lang'), 'en');
	assert.deepEqual(linksOf('/mn/', '.masthead nav:first-of-type a'), [
		'/mn/archive/',
		'/mn/categories/',
		'/mn/tags/',
		'/mn/authors/',
		'/tukhai/',
	]);
	assert.equal(textOf(page('/de/')('title')), 'Broadside: Briefe von drei Ufern');
	assert.equal(textOf(page('/ueber/')('.byline, .facts')), 'Weitere Sprachen: English · Монгол');
});

test('what the owner has not translated names its language', () => {
	const languageOf = (path: string, selector: string) => page(path)(selector).attr('lang');
	assert.equal(languageOf('/mn/category/water/lakes/', '.description'), 'en');
	assert.equal(languageOf('/mn/search/', '[data-value=roads] > .name'), 'en');
	assert.equal(languageOf('/mn/search/', '[data-value=lakes] > .name'), undefined);
	assert.equal(languageOf('/de/category/roads/', 'h1'), undefined);
	assert.equal(languageOf('/de/category/water/lakes/', '.description'), 'en');
	assert.equal(languageOf('/category/water/lakes/', '.description'), undefined);
});

test('a redirect speaks the language of the page that it leads to', () => {
	for (const file of ['old/nuur/index.html', 'old/nuur.html'])
		assert.equal(load(site.read(file))('html').attr('lang'), 'mn', file);
	assert.equal(load(site.read('feed/index.html'))('html').attr('lang'), 'en');
});

test('each search page lets the browser fetch what every search needs', () => {
	const files = (path: string) => linksOf(path, 'link[rel=preload][as=fetch]');
	assert.ok(files('/search/').length > 1);
	for (const path of ['/de/search/', '/mn/search/'])
		assert.deepEqual(files(path), files('/search/'), path);
});

test('the switch leads to the same page in another language, or to the home page there', () => {
	const targets = (path: string) => linksOf(path, '.masthead a[hreflang]');
	assert.deepEqual(targets('/2020/salzsee/'), [
		'/2020/salt-lake/',
		'/2020/salzsee/',
		'/2020/davsnii-nuur/',
	]);
	assert.deepEqual(targets('/2022/namar/'), ['/', '/de/', '/mn/']);
	assert.deepEqual(targets('/mn/search/'), ['/search/', '/de/search/', '/mn/search/']);
	assert.deepEqual(targets('/category/water/'), [
		'/category/water/',
		'/de/category/water/',
		'/mn/category/water/',
	]);
});

test('each feed is in one language, and a page names the feeds in its own', () => {
	let feeds = 0;
	for (const file of site.files(/(feed|atom|replies)\.xml$|(feed|archive)\.json$/)) {
		const { format, feed } = parseFeed(site.read(file)) as unknown as {
			format: string;
			feed: {
				language?: string;
				items?: { language?: string; dc?: { languages?: string[]; language?: string } }[];
				entries?: unknown[];
			};
		};
		if (format === 'atom') continue;
		const languages = (feed.items ?? []).map(
			({ language, dc }) => language ?? dc?.languages?.[0] ?? dc?.language,
		);
		for (const language of languages) assert.equal(language, feed.language, file);
		feeds++;
	}
	assert.ok(feeds > 40);
	const feedLinks = (path: string) =>
		linksOf(path, 'link[rel=alternate][type="application/rss+xml"]');
	assert.deepEqual(feedLinks('/2022/namar/'), ['/mn/feed.xml']);
	assert.deepEqual(feedLinks('/de/tag/salz/'), ['/de/feed.xml', '/de/tag/salz/feed.xml']);
	const ids = (file: string) =>
		(JSON.parse(site.read(file)) as { items: { id: string }[] }).items.map(({ id }) =>
			id.replace(/^.*:/, ''),
		);
	assert.deepEqual(ids('feed.json'), ['2022/the-old-road', '2021/the-ferry', '2020/salt-lake']);
	assert.deepEqual(ids('mn/feed.json'), ['2022/namar', '2020/davsnii-nuur']);
	// No address of a feed dies: this list has no post in the language of the site.
	assert.deepEqual(ids('tag/намар/feed.json'), ['2022/namar']);
	assert.match(site.read('mn/feed.css'), /Энэ бол RSS фийд/);
});

test('the sitemap has every page once, and JSON-LD says what is a translation of what', () => {
	const locations = [...site.read('sitemap-0.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) =>
		decodeURI(url!.slice(origin.length)),
	);
	assert.equal(new Set(locations).size, locations.length);
	const $ = load(site.read('sitemap-0.xml'), { xml: true });
	const named = $('url')
		.filter((_, url) => $(url).find('loc').text() === `${origin}/2020/salzsee/`)
		.find('xhtml\\:link')
		.map((_, link) => [[$(link).attr('hreflang'), $(link).attr('href')]])
		.get();
	assert.deepEqual(Object.fromEntries(named), versionsOf('/2020/salzsee/'));
	const indexed = [...site.pages]
		.filter(
			([, $]) => $('link[rel=canonical]').length > 0 && $('meta[http-equiv=refresh]').length === 0,
		)
		.map(([path]) => path);
	assert.deepEqual(locations.toSorted(), indexed.toSorted());
	const posting = (path: string) =>
		(
			JSON.parse(page(path)('script[type="application/ld+json"]').text()) as {
				'@graph': Record<string, unknown>[];
			}
		)['@graph'][0]!;
	assert.deepEqual(posting('/2020/salzsee/')['translationOfWork'], {
		'@id': `${origin}/2020/salt-lake/#post`,
	});
	assert.deepEqual(posting('/2020/salt-lake/')['workTranslation'], [
		{ '@id': `${origin}/2020/salzsee/#post` },
		{ '@id': `${origin}/2020/davsnii-nuur/#post` },
	]);
});

test('only the language of a page reaches the browser, on the search page too', () => {
	for (const [path, language] of [
		['/search/', 'en'],
		['/de/search/', 'de'],
		['/mn/search/', 'mn'],
	] as const) {
		const text = page(path)('body').text();
		assert.equal(/Show more/.test(text), language === 'en', path);
		assert.equal(/Mehr Ergebnisse/.test(text), language === 'de', path);
		assert.equal(/Илүү олон/.test(text), language === 'mn', path);
	}
	for (const script of site.files(/^_astro\/.*\.js$/))
		assert.doesNotMatch(site.read(script), /Mehr Ergebnisse|Илүү олон|Show more/);
	// All posts can be found in all languages, with the names of topics in that of the page.
	assert.equal(textOf(page('/mn/search/')('[data-facet=category]')), 'Ангилал Ус 4 Нуур 3 Roads 3');
	assert.equal(page('/mn/search/')('[data-facet=language] li').length, 3);
});

test('the languages of a site cost a page at most 300 compressed bytes', () => {
	const html = site.read('2020/salt-lake/index.html');
	const without = html
		.replace(/<link rel="alternate" hreflang[^>]*>/g, '')
		.replace(/<meta property="og:locale:alternate"[^>]*>/g, '')
		.replace(/<nav aria-label="Languages">.*?<\/nav>/s, '')
		.replace(/<p class="facts"> <span> Also in:.*?<\/p>/s, '')
		.replace(/"workTranslation":\[.*?\],/, '');
	assert.ok(html.length - without.length > 500);
	const cost = gzipSync(html).length - gzipSync(without).length;
	assert.ok(cost <= 300, `${cost} B`);
});

test('a page that is not there says so in each language', () => {
	const $ = page('/404.html');
	assert.deepEqual(
		$('main h1, main h2')
			.map((_, heading) => [[textOf($(heading)), $(heading).closest('[lang]').attr('lang')]])
			.get(),
		[
			['Page not found', 'en'],
			['Seite nicht gefunden', 'de'],
			['Хуудас олдсонгүй', 'mn'],
		],
	);
});
