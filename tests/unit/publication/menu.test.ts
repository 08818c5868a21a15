import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../../../src/model/publication/publication.ts';
import { author, category, content, post, site, text } from '../sample.ts';

const page = (id: string, title: string, fields = {}) => ({
	id,
	file: `pages/${id}.mdx`,
	data: { title, aliases: [], text, ...fields },
});

test('an entry of the menu leads to what there is in the language of the page, by its usual label', () => {
	const { lists } = assemble(
		content({
			authors: [author('ann', { nativeName: { name: 'Анн', language: 'mn' } })],
			categories: [
				{
					...category('water', 'Water'),
					data: { id: 'water', label: { en: 'Water', mn: 'Ус' }, aliases: [] },
				},
				category('roads', 'Roads'),
			],
			pages: [
				page('about', 'On us'),
				page('team', 'Team'),
				page('bag', 'Баг', { language: 'mn', translationOf: 'team' }),
				page('terms', 'Terms'),
			],
			posts: [
				post('2020/a', { categories: ['water', 'roads'], tags: ['salt'] }),
				post('2021/b', { categories: ['water'], language: 'mn' }),
			],
		}),
		{
			...site,
			address: 'https://vesper.example/journal/',
			languages: ['mn'],
			navigation: [
				'/',
				'/archive/',
				'/feed.xml',
				'/category/water/',
				'/category/roads/',
				'/author/ann/',
				'/tag/salt/',
				'/2021/',
				'/about/',
				'/team/',
				'/terms/',
				'/files/map.pdf',
				{ label: { en: 'Waters', mn: 'Усан' }, path: '/category/water/' },
				{ label: 'All', path: '/archive/' },
				{ label: 'Shop', path: 'https://shop.example/' },
			],
		},
		new Date('2026-01-01'),
	);
	const [english, mongolian] = lists.map(({ site }) =>
		site.navigation.map(({ label, language = '', path }) => `${label} ${path} ${language}`.trim()),
	);
	assert.deepEqual(english, [
		'Home /journal/',
		'Archive /journal/archive/',
		'Feed /journal/feed.xml',
		'Water /journal/category/water/',
		'Roads /journal/category/roads/',
		'ann /journal/author/ann/',
		'salt /journal/tag/salt/',
		'2021 /journal/2021/',
		'About /journal/about/',
		'Team /journal/team/',
		'Terms /journal/terms/',
		'/files/map.pdf /journal/files/map.pdf',
		'Waters /journal/category/water/',
		'All /journal/archive/',
		'Shop https://shop.example/',
	]);
	assert.deepEqual(mongolian, [
		'Нүүр хуудас /journal/mn/',
		'Архив /journal/mn/archive/',
		'RSS фийд /journal/mn/feed.xml',
		'Ус /journal/mn/category/water/',
		'Roads /journal/category/roads/ en',
		'Анн /journal/mn/author/ann/',
		'salt /journal/tag/salt/',
		'2021 /journal/mn/2021/',
		'Бидний тухай /journal/about/',
		'Баг /journal/bag/',
		'Terms /journal/terms/ en',
		'/files/map.pdf /journal/files/map.pdf',
		'Усан /journal/mn/category/water/',
		'All /journal/mn/archive/ en',
		'Shop https://shop.example/ en',
	]);
});
