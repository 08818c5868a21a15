import assert from 'node:assert/strict';
import { test } from 'node:test';
import { language } from '../../../src/model/content/values.ts';
import { check } from '../../../src/model/checks/check.ts';
import { dropInvalid } from '../../../src/model/checks/invalid.ts';
import type { Collections } from '../../../src/model/content/collections.ts';
import { parseDate } from '../../../src/model/publication/dates.ts';
import { author, category, content, context, post, site, text } from '../sample.ts';

const found = (fields: Partial<Collections>) =>
	check(content(fields), context).findings.map(({ code, file, at, fix }) => ({
		code,
		file,
		at,
		fix,
	}));
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
	const withMenu = { ...context, site: { ...site, navigation } };
	const { findings } = check(content({ pages }), withMenu);
	assert.deepEqual(
		findings.map(({ code, at, fix }) => [code, at, fix]),
		[['broken-menu', ['navigation', '/abut/'], 'Did you mean "/about/"?']],
	);
	const own = check(content({ pages }), { ...withMenu, isPublic: (path) => path === '/abut' });
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
			...context,
			site: { ...site, languages: ['mn', 'de', 'fr'], tagline: { en: 'Letters', mn: 'Захидал' } },
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

test('the lists of a further language have their addresses, with posts or without', () => {
	const mongolian = (fields: Partial<Collections>) =>
		check(content(fields), {
			...context,
			site: {
				...site,
				languages: ['mn'],
				tagline: { en: 'A', mn: 'А' },
				description: { en: 'A', mn: 'А' },
			},
		}).findings.map(({ code }) => code);
	const page = (id: string, aliases: string[] = []) => ({
		id,
		file: `pages/${id}.mdx`,
		data: { title: id, aliases, text },
	});
	const withdrawn = { date: parseDate('2025')!, reason: 'An error.' };
	const hidden = post('2020/mn', { language: 'mn', draft: true, tags: ['salt'] });
	const link = (url: string) => ({
		...page('links'),
		links: [{ url, at: { line: 1, column: 1 } }],
	});

	assert.deepEqual(mongolian({ pages: [page('mn')] }), ['duplicate-address']);
	assert.deepEqual(mongolian({ pages: [page('p', ['/mn/feed.xml'])] }), ['duplicate-address']);
	assert.deepEqual(
		mongolian({ pages: [page('p', ['/mn/tag/salt/'])], posts: [post('2020/one'), hidden] }),
		['duplicate-address'],
	);
	for (const url of ['/mn/', '/mn/page/2/', '/mn/archive/', '/mn/replies.xml'])
		assert.deepEqual(mongolian({ pages: [link(url)] }), [], url);
	const taken = post('2020/mn', { language: 'mn', withdrawn });
	assert.deepEqual(mongolian({ pages: [link('/mn/')], posts: [post('2020/one'), taken] }), []);
	assert.deepEqual(mongolian({ pages: [link('/mn/2020/')], posts: [post('2020/one'), taken] }), [
		'unpublished-link',
	]);
	assert.deepEqual(codes({ pages: [link('/mn/')] }), ['broken-link'], 'a site without it');
});

test('a language of the site that is none, or stands twice, is told', () => {
	const told = (language: string, ...languages: string[]) =>
		check(content(), { ...context, site: { ...site, language, languages } })
			.findings.filter(({ severity }) => severity === 'error')
			.map(({ code, at, fix }) => [code, at, fix.slice(0, 20)]);
	assert.deepEqual(told('en_GB'), [
		['bad-site-language', ['language', 'en_GB'], 'Did you mean "en-GB"'],
	]);
	assert.deepEqual(told('en', 'german', 'mn'), [
		['bad-site-language', ['languages', 'german'], 'Did you mean "de"?'],
	]);
	assert.deepEqual(told('de', 'mn', 'de-AT'), [
		['site-language-twice', ['languages', 'de-AT'], 'Delete it from "lang'],
	]);
});

test('what is wrong with the settings leaves no content out', () => {
	const security = { contact: 'nowhere', expires: '2026-06-01' };
	const all = content();
	const settings = { ...site, security, languages: ['english'] };
	assert.deepEqual(dropInvalid(all, settings, new Date('2026-01-01')), all);
});
