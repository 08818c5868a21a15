import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listings } from '../../src/model/listings.ts';
import { listingHead, postHead, type Head } from '../../src/model/metadata.ts';
import { assemble } from '../../src/model/publication.ts';
import { author, category, content, post, site } from './sample.ts';

function publicationOf(fields: Parameters<typeof post>[1]) {
	return assemble(
		content({
			posts: [post('2019/one', fields)],
			authors: [
				author('ann', {
					name: 'Ann Lee',
					given: 'Ann',
					family: 'Lee',
					orcid: '0000-0002-1825-0097',
				}),
				author('torvane', { name: 'Torvane', literal: 'Torvane' }),
			],
			categories: [category('a', 'Policy')],
		}),
		site,
		new Date('2026-01-01'),
	);
}

function contents(head: Head, name: string): (string | undefined)[] {
	return head.tags
		.map(({ attributes }) => attributes)
		.filter((attributes) =>
			[attributes['name'], attributes['property'], attributes['rel']].includes(name),
		)
		.map(({ content, href }) => content ?? href);
}

test('the head of a post names it, its address, its authors in order and its dates as known', () => {
	const head = postHead(
		publicationOf({
			title: 'On Mercy',
			date: '2019',
			updated: '2020-05',
			author: ['torvane', 'ann'],
			categories: ['a'],
			tags: ['x'],
			license: 'CC-BY-4.0',
		}).posts[0]!,
		site,
	);
	assert.equal(head.title, 'On Mercy · The Vesper');
	assert.deepEqual(contents(head, 'canonical'), ['https://vesper.example/2019/one/']);
	assert.deepEqual(contents(head, 'author'), ['Torvane', 'Ann Lee']);
	assert.deepEqual(contents(head, 'article:published_time'), ['2019']);
	assert.deepEqual(contents(head, 'article:modified_time'), ['2020-05']);
	assert.deepEqual(contents(head, 'license'), ['https://creativecommons.org/licenses/by/4.0/']);
	const { author: people, ...jsonLd } = head.jsonLd as { author: object[] };
	assert.partialDeepStrictEqual(jsonLd, {
		'@type': 'BlogPosting',
		headline: 'On Mercy',
		datePublished: '2019',
		dateModified: '2020-05',
		articleSection: ['Policy'],
		keywords: ['x'],
		wordCount: 476,
	});
	assert.partialDeepStrictEqual(people, [
		{ name: 'Torvane' },
		{ name: 'Ann Lee', familyName: 'Lee', sameAs: ['https://orcid.org/0000-0002-1825-0097'] },
	]);
});

test('a summary describes the post; without one its opening does', () => {
	const description = (fields: object) =>
		contents(postHead(publicationOf(fields).posts[0]!, site), 'description');
	assert.deepEqual(description({ summary: 'In short.' }), ['In short.']);
	assert.deepEqual(description({}), ['It begins.']);
});

test('each page of a list has its own title and canonical address', () => {
	const posts = ['2020/a', '2020/b', '2020/c'].map((id) => post(id));
	const pages = listings(assemble(content({ posts }), site, new Date('2026-01-01')));
	const heads = pages.map((list) => listingHead(list, site));
	assert.equal(heads[0]?.title, 'The Vesper: Letters from Halmark');
	assert.equal(heads[1]?.title, 'The Vesper: Letters from Halmark, page 2 of 2');
	assert.equal(new Set(heads.map(({ title }) => title)).size, heads.length);
	assert.equal(new Set(heads.flatMap((head) => contents(head, 'canonical'))).size, heads.length);
});
