import assert from 'node:assert/strict';
import { test } from 'node:test';
import { language } from '../../../src/model/content/values.ts';
import { check } from '../../../src/model/checks/check.ts';
import { dropInvalid } from '../../../src/model/checks/invalid.ts';
import type { Collections } from '../../../src/model/content/collections.ts';
import { author, category, content, post, site, text } from '../sample.ts';

const found = (fields: Partial<Collections>) =>
	check(content(fields), {
		site,
		now: new Date('2026-01-01'),
		isPublic: () => false,
		ledger: {},
		files: { ledger: 'content/permalinks.json', posts: 'content/posts' },
		incomplete: false,
	}).findings.map(({ code, file, at, fix }) => ({ code, file, at, fix }));
const codes = (fields: Partial<Collections>) => found(fields).map(({ code }) => code);

test('sound content has no problems', () => {
	assert.deepEqual(codes({}), []);
});

test('an unknown author is a problem that names the file and the nearest author', () => {
	assert.deepEqual(found({ posts: [post('2020/one', { author: ['ann', 'anm'] })] }), [
		{
			code: 'unknown-author',
			file: 'posts/2020/one.mdx',
			at: ['author', 1],
			fix: 'Did you mean "ann"?',
		},
	]);
});

test('an unknown category is a problem in a post and in the tree', () => {
	const categories = [category('policy', 'Policy', 'politics')];
	assert.deepEqual(codes({ categories, posts: [post('2020/one', { categories: ['polisy'] })] }), [
		'unknown-category',
		'unknown-category',
	]);
});

test('a circle of categories is a problem and does not hang', () => {
	const categories = [category('a', 'A', 'b'), category('b', 'B', 'a'), category('c', 'C', 'a')];
	assert.deepEqual(codes({ categories }), ['category-cycle', 'category-cycle']);
});

test('two things at one address are a problem', () => {
	const cases: Partial<Collections>[] = [
		{ posts: [post('2020/one'), { ...post('2020/one'), file: 'posts/2020/one/index.mdx' }] },
		{ posts: [post('2020/one', { aliases: ['/2020/two/'] }), post('2020/two')] },
		{ posts: [post('2020/one', { aliases: ['/a/'] }), post('2020/two', { aliases: ['/A/'] })] },
		{ posts: [post('2020/one', { aliases: ['/archive/'] })] },
		{ pages: [{ id: 'tags', file: 'pages/tags.mdx', data: { title: 'Tags', aliases: [], text } }] },
		{ posts: [post('2020/one', { aliases: ['/author/ann/'] })] },
		{ posts: [post('2020/one', { aliases: ['/404.html/'] })] },
		{ posts: [post('2020/one', { aliases: ['/Ө/', '/ө/'] })] },
	];
	for (const fields of cases) assert.deepEqual(codes(fields), ['duplicate-address']);
});

test('an id that is used twice is a problem', () => {
	assert.deepEqual(codes({ categories: [category('a', 'A'), category('a', 'B')] }), [
		'duplicate-id',
	]);
});

test('a post lies in the folder of its year', () => {
	assert.deepEqual(codes({ posts: [post('2020/one', { date: '2019-12-31' })] }), ['wrong-year']);
});

test('an update cannot come before the post, as far as both are known', () => {
	const order = (date: string, updated: string) =>
		codes({ posts: [post('2020/one', { date, updated })] });
	assert.deepEqual(order('2020-05-02', '2020-05-01'), ['updated-before-date']);
	assert.deepEqual(order('2020-05-02', '2020'), []);
	assert.deepEqual(order('2020', '2020-01'), []);
	assert.deepEqual(order('2020-05-02T09:00:00Z', '2020-05-02T08:00:00Z'), ['updated-before-date']);
	assert.deepEqual(order('2020-05-02T09:00:00+08:00', '2020-05-02T02:00:00Z'), []);
});

test('a tag without a letter or digit has no address', () => {
	assert.deepEqual(codes({ posts: [post('2020/one', { tags: ['?!'] })] }), ['empty-address']);
});

test('an empty publication is a problem, not an empty site', () => {
	assert.deepEqual(codes({ posts: [], authors: [author('ann')] }), ['no-posts']);
	assert.deepEqual(codes({ posts: [post('2020/one', { draft: true })] }), ['no-posts']);
	assert.deepEqual(codes({ posts: [post('2027/one')] }), ['no-posts']);
});

test('a menu entry that leads nowhere is told', () => {
	const navigation = [
		{ label: 'About', path: '/about/' },
		{ label: 'Tags', path: '/tags/' },
		{ label: 'Abroad', path: '/abut/' },
	];
	const pages = [
		{ id: 'about', file: 'pages/about.mdx', data: { title: 'About', aliases: [], text } },
	];
	const { findings } = check(content({ pages }), {
		site: { ...site, navigation },
		now: new Date('2026-01-01'),
		isPublic: () => false,
		ledger: {},
		files: { ledger: 'content/permalinks.json', posts: 'content/posts' },
		incomplete: false,
	});
	assert.deepEqual(
		findings.map(({ code, at, fix }) => [code, at, fix]),
		[['broken-menu', ['/abut/'], 'Did you mean "/about/"?']],
	);
	const own = check(content({ pages }), {
		site: { ...site, navigation },
		now: new Date('2026-01-01'),
		isPublic: (path) => path === '/abut',
		ledger: {},
		files: { ledger: 'content/permalinks.json', posts: 'content/posts' },
		incomplete: false,
	});
	assert.deepEqual(own.findings, [], 'a page of the owner’s own');
});

test('what is wrong is left out, and what led to it; the rest stays to be seen', () => {
	const categories = [
		category('water', 'Water'),
		category('fish', 'Fish', 'sea'),
		category('salmon', 'Salmon', 'fish'),
	];
	const {
		posts,
		authors,
		categories: kept,
	} = dropInvalid(
		content({
			categories,
			posts: [
				post('2020/one', { categories: ['water'] }),
				post('2020/two', { categories: ['salmon'] }),
				post('2020/three', { author: ['nobody'] }),
			],
		}),
		site,
		new Date('2026-01-01'),
	);
	assert.deepEqual(
		posts.map(({ id }) => id),
		['2020/one'],
	);
	assert.deepEqual(
		kept.map(({ id }) => id),
		['water'],
	);
	assert.equal(authors.length, content({}).authors.length);
});

test('a site in several languages has its words in each', () => {
	const label = { en: 'Lakes', mn: 'Нуур', de: 'Seen' };
	const { data, ...lakes } = category('water', 'Lakes');
	const { findings } = check(
		content({ categories: [{ ...lakes, data: { ...data, label } }, category('money', 'Money')] }),
		{
			site: { ...site, languages: ['mn', 'de', 'fr'], tagline: { en: 'Letters', mn: 'Захидал' } },
			now: new Date('2026-01-01'),
			isPublic: () => false,
			ledger: {},
			files: { ledger: 'content/permalinks.json', posts: 'content/posts' },
			incomplete: false,
		},
	);
	const told = (name: string, missing: string) =>
		`The ${name} is not written in every language of the site; missing: ${missing}.`;
	assert.deepEqual(
		findings.map(({ file, message }) => [file, message]),
		[
			['src/site.ts', told('tagline', 'de')],
			['src/site.ts', told('description', 'mn, de')],
			['categories.yaml', told('label', 'mn, de')],
			['src/site.ts', 'The interface does not speak "fr", a language of the site.'],
		],
	);
});

test('a language is proposed where a name, a country or an old tag stands', () => {
	const proposal = (tag: string) =>
		language.safeParse(tag).error?.issues[0]?.message.match(/write (.*)$/)?.[1];
	assert.deepEqual(
		['english', 'Deutsch', 'Mongolian', 'jp', 'cn', 'EN', 'en_GB', 'iw', 'qq'].map(proposal),
		['en', 'de', 'mn', 'ja', 'zh', 'en', 'en-GB', 'he', undefined],
	);
	for (const tag of ['en', 'de-AT', 'mn-Mong', 'zh-Hant', 'tyv'])
		assert.ok(language.safeParse(tag).success, tag);
});
