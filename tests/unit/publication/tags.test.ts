import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../../../src/model/publication/publication.ts';
import { createTags, tagId, tagKey } from '../../../src/model/publication/tags.ts';
import { createUrls } from '../../../src/model/publication/urls.ts';
import { content, post, site } from '../sample.ts';

test('tags are one if they differ in case, spaces, hyphens, apostrophes or Unicode form', () => {
	for (const spellings of [
		['Third Neighbour', 'third-neighbour', ' third  neighbour', 'Third–Neighbour'],
		['Zürich', 'Zu\u0308rich', 'ZÜRICH', 'Zürich\u200E', 'Zü\u00ADrich'],
		["Côte d'Ivoire", 'côte d’ivoire', 'Côte-dʼIvoire'],
		['Өвөл', 'өвөл'],
	])
		assert.equal(new Set(spellings.map(tagKey)).size, 1, spellings.join());
});

test('other tags are not, and have addresses of their own', () => {
	const different = {
		C: 'c',
		'C#': 'c-sharp',
		'C++': 'c-plus-plus',
		'#MeToo': 'hash-metoo',
		MeToo: 'metoo',
		'R&D': 'r-and-d',
		RD: 'rd',
		'.NET': 'dot-net',
		NET: 'net',
		'Node.js': 'node-dot-js',
		Nodejs: 'nodejs',
		'AC/DC': 'ac-slash-dc',
		'AC DC': 'ac-dc',
		'A+': 'a-plus',
		A: 'a',
		'U.S.': 'u-dot-s-dot',
		US: 'us',
		'нуур, ус': 'нуур-ус',
	};
	const labels = Object.keys(different);
	assert.equal(new Set(labels.map(tagKey)).size, labels.length);
	assert.deepEqual(Object.fromEntries(labels.map((label) => [label, tagId(label)])), different);
});

test('an entry gives a tag its label, its address and other names', () => {
	const data = { label: 'Saltworks', id: 'salt', aliases: ['Salt Works', '/topic/salt/'] };
	const find = createTags([{ id: '', file: 'tags.yaml', data }], createUrls(site.address));
	for (const label of ['saltworks', 'Salt-Works', 'SALTWORKS'])
		assert.deepEqual(find(label), {
			id: 'salt',
			label: 'Saltworks',
			path: '/tag/salt/',
			description: undefined,
		});
	assert.equal(find('Salt').path, '/tag/salt/', 'which the checks tell');
	assert.notEqual(find('Salt'), find('Saltworks'));
});

test('the addresses and the description of a tag come from its entry', () => {
	const data = {
		label: 'Saltworks',
		description: 'Pans.',
		aliases: ['Salt Works', '/topic/salt/'],
	};
	const {
		lists: [{ tags }],
		redirects,
	} = assemble(
		content({
			posts: [post('2020/one', { tags: ['salt works', 'Saltworks'] })],
			tags: [{ id: '', file: 'tags.yaml', data }],
		}),
		site,
		new Date('2026-01-01'),
	);
	assert.deepEqual(
		tags.map(({ topic, posts }) => [topic.label, topic.description, posts.length]),
		[['Saltworks', 'Pans.', 1]],
	);
	assert.deepEqual(redirects, [
		{ from: '/tag/salt-works/', to: '/tag/saltworks/' },
		{ from: '/topic/salt/', to: '/tag/saltworks/' },
	]);
});
