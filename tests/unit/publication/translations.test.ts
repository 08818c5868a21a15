import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postHead } from '../../../src/model/page/metadata.ts';
import { postView } from '../../../src/model/page/views.ts';
import { hostRules } from '../../../src/model/publication/hostrules.ts';
import { listed } from '../../../src/model/publication/listings.ts';
import { parseDate } from '../../../src/model/publication/dates.ts';
import { assemble, siteOf } from '../../../src/model/publication/publication.ts';
import { author, category, content, post, site } from '../sample.ts';

const now = new Date('2026-01-01');
const settings = { ...site, languages: ['de', 'mn', 'he'] };
const elsewhere = {
	firstPublished: { in: 'Review', url: 'https://review.example/', canonical: true },
};
const all = (posts: readonly ReturnType<typeof post>[], own = settings) =>
	assemble(content({ posts }), own, now);
const pathsOf = (posts: readonly { readonly path: string }[]) => posts.map(({ path }) => path);

test('the page of a text is in its language where the site has it, else in that of the site', () => {
	const languages = ['en', 'en-GB', 'de-AT', 'mn', 'mn-Mong', 'he'];
	const { posts, lists } = all(
		languages.map((language) => post(`2020/${language.toLowerCase()}`, { language })),
	);
	const pages = Object.fromEntries(
		posts.map(({ language, pageLanguage }) => [language, pageLanguage]),
	);
	assert.deepEqual(pages, {
		en: 'en',
		'en-GB': 'en',
		'de-AT': 'de',
		mn: 'mn',
		'mn-Mong': 'en',
		he: 'en',
	});
	assert.deepEqual(
		lists.map(({ site, posts }) => [site.language, site.prefix, posts.length]),
		[
			['en', '', 6],
			['de', '/de', 1],
			['mn', '/mn', 1],
		],
	);
});

test('a language has its lists, with posts or without, and a site with one language no others', () => {
	const { lists } = all([post('2020/one')]);
	assert.deepEqual(
		lists.map(({ site, posts }) => [site.language, posts.length]),
		[
			['en', 1],
			['de', 0],
			['mn', 0],
		],
	);
	const one = all([post('2020/one')], { ...settings, languages: ['he'] });
	assert.equal(one.lists.length, 1);
	assert.deepEqual(one.site.languages, []);
});

test('a withdrawn post keeps its language, also if it was the only one in it', () => {
	const withdrawn = { date: parseDate('2025')!, reason: 'An error.' };
	const { withdrawals } = all([post('2020/one'), post('2020/mn', { language: 'mn', withdrawn })]);
	assert.deepEqual(
		withdrawals.map(({ pageLanguage }) => pageLanguage),
		['mn'],
	);
});

test('a list has one of each set: in its language, else the original, else the first', () => {
	const set = (id: string, language: string, of?: string) =>
		post(id, { language, ...(of && { translationOf: of }), categories: ['a'] });
	const { lists } = assemble(
		content({
			categories: [category('a', 'A')],
			posts: [
				set('2020/en', 'en', '2020/de'),
				set('2020/de', 'de'),
				set('2020/mn', 'mn', '2020/de'),
				set('2021/de', 'de', '2021/mn'),
				set('2021/mn', 'mn'),
				post('2022/de', { language: 'de', translationOf: '2022/hidden', categories: ['a'] }),
				post('2022/hidden', { draft: true }),
			],
		}),
		settings,
		now,
	);
	const [main, german] = lists;
	assert.deepEqual(pathsOf(main.posts), ['/2022/de/', '/2021/mn/', '/2020/en/']);
	assert.deepEqual(pathsOf(main.categories[0]!.posts), pathsOf(main.posts));
	assert.deepEqual(pathsOf(german!.posts), ['/2022/de/', '/2021/de/', '/2020/de/']);
	assert.deepEqual(
		listed(german!).map(({ path }) => path),
		['/de/', '/de/category/a/', '/de/author/ann/', '/de/2022/', '/de/2021/', '/de/2020/'],
	);
});

test('related and neighbouring posts are in the language of the page', () => {
	const { posts } = all([
		post('2020/a', { language: 'mn', tags: ['salt'] }),
		post('2020/b', { tags: ['salt'] }),
		post('2020/c', { language: 'mn', tags: ['salt'] }),
		post('2020/d', { tags: ['salt'] }),
	]);
	const first = posts.find(({ id }) => id === '2020/a')!;
	assert.equal(first.older?.path, '/2020/c/');
	assert.deepEqual(pathsOf(first.related), ['/2020/c/']);
});

test('versions are named in all heads alike; one that is original elsewhere in none', () => {
	const versions = (posts: readonly ReturnType<typeof post>[]) => {
		const publication = all(posts);
		return publication.posts.map((one) =>
			postHead(one, siteOf(publication, one))
				.tags.filter(({ attributes }) => attributes['hreflang'])
				.map(({ attributes: { hreflang, href } }) => `${hreflang} ${new URL(href!).pathname}`),
		);
	};
	const german = post('2020/de', { language: 'de-AT', translationOf: '2020/mn' });
	const mongolian = post('2020/mn', { language: 'mn' });
	const both = ['de-AT /2020/de/', 'mn /2020/mn/', 'x-default /2020/mn/'];
	assert.deepEqual(versions([german, mongolian]), [both, both]);
	const english = post('2020/x', { translationOf: '2020/mn', ...elsewhere });
	assert.deepEqual(versions([german, mongolian, english]), [both, both, []]);
	assert.deepEqual(versions([mongolian, english]), [[], []]);
	assert.deepEqual(versions([mongolian]), [[]]);
});

test('the switch leads to a translation whose tag has a region', () => {
	const publication = all([
		post('2020/de', { language: 'de-AT', translationOf: '2020/one' }),
		post('2020/one'),
	]);
	const [german] = publication.posts;
	const { frame } = postView(german!, siteOf(publication, german!));
	assert.deepEqual(
		frame.languages.map(({ path, current }) => [path, current]),
		[
			['/2020/one/', false],
			['/2020/de/', true],
			['/mn/', false],
		],
	);
});

test('an author has a native name, and the biography in the language of the page', () => {
	const native = { name: 'Анн', language: 'mn' };
	const { lists } = assemble(
		content({
			authors: [
				author('ann', { name: 'Ann', nativeName: native }),
				author('ann-de', {
					name: 'Anna',
					sortName: 'Lee, Anna',
					language: 'de',
					translationOf: 'ann',
				}),
			],
			posts: [
				post('2020/a'),
				post('2020/b', { language: 'de' }),
				post('2020/c', { language: 'mn' }),
			],
		}),
		settings,
		now,
	);
	assert.deepEqual(
		lists.map(({ authors: [group] }) => [
			group?.topic.name,
			group?.topic.nativeName,
			group?.topic.sortName,
			group?.topic.biography.id,
			group?.topic.biography.language,
			group?.topic.path,
		]),
		[
			['Ann', native, 'ann', 'ann', 'en', '/author/ann/'],
			['Anna', native, 'Lee, Anna', 'ann-de', 'de', '/de/author/ann/'],
			['Анн', { name: 'Ann' }, 'Анн', 'ann', 'en', '/mn/author/ann/'],
		],
	);
});

test('lists of a further language that have no posts any more lead to those that have', () => {
	const ledger = Object.fromEntries(
		[
			'/mn/author/ann/',
			'/mn/author/ann/feed.xml',
			'/mn/tag/salt/',
			'/mn/tag/gone/',
			'/mn/2020/',
			'/de/author/ann/',
			'/de/2019/',
			'/tag/author/',
		].map((path) => [path, path.slice(1, -1)]),
	);
	const publication = assemble(
		content({
			posts: [post('2020/a', { tags: ['salt'] }), post('2021/b', { language: 'de' })],
		}),
		{ ...site, address: 'https://vesper.example/journal/', languages: ['de'] },
		now,
		ledger,
	);
	const redirects = Object.fromEntries(publication.redirects.map(({ from, to }) => [from, to]));
	assert.deepEqual(redirects, {
		'/journal/mn/author/ann/': '/journal/author/ann/',
		'/journal/mn/tag/salt/': '/journal/tag/salt/',
		'/journal/mn/2020/': '/journal/archive/',
		'/journal/de/2019/': '/journal/de/archive/',
		'/journal/mn/': '/journal/',
		'/journal/mn/archive/': '/journal/archive/',
		'/journal/mn/categories/': '/journal/categories/',
		'/journal/mn/tags/': '/journal/tags/',
		'/journal/mn/authors/': '/journal/authors/',
		'/journal/mn/search/': '/journal/search/',
	});
	const rules = hostRules(publication);
	assert.match(rules, /^\/journal\/mn\/feed\.xml \/journal\/feed\.xml 301$/m);
	assert.match(rules, /^\/journal\/mn\/tag\/salt\/atom\.xml \/journal\/tag\/salt\/atom\.xml 301$/m);
});

test('a thing that is described in two languages has one address; the site is one in each', () => {
	const { lists } = all([post('2020/a'), post('2021/b', { language: 'de' })]);
	const things = lists.slice(0, 2).flatMap(({ site, posts }) => {
		const { jsonLd } = postHead(posts[0]!, site);
		const texts = JSON.stringify(jsonLd);
		return [
			...texts.matchAll(/"@id":"([^"]*#(?:person|site|organization))"[^{}]*?"url":"([^"]*)"/g),
		];
	});
	const urls = [...Map.groupBy(things, ([, id]) => id)].map(([id, found]) => [
		id,
		[...new Set(found.map(([, , url]) => url))],
	]);
	assert.deepEqual(urls.sort(), [
		['https://vesper.example/#organization', ['https://vesper.example/']],
		['https://vesper.example/#site', ['https://vesper.example/']],
		['https://vesper.example/author/ann/#person', ['https://vesper.example/author/ann/']],
		['https://vesper.example/de/#site', ['https://vesper.example/de/']],
	]);
});
