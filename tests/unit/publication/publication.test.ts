import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../../../src/model/publication/publication.ts';
import { author, category, content, post, site } from '../sample.ts';

const now = new Date('2026-01-01T00:00:00Z');
const ids = (posts: readonly { id: string }[]) => posts.map(({ id }) => id);

test('posts stand newest first, and equal dates in the order of their ids', () => {
	const { posts } = assemble(
		content({
			posts: [
				post('2019/year', { date: '2019' }),
				post('2019/b', { date: '2019-05-01' }),
				post('2019/a', { date: '2019-05-01' }),
				post('2019/late', { date: '2019-05-01T23:00:00Z' }),
			],
		}),
		site,
		now,
	);
	assert.deepEqual(ids(posts), ['2019/late', '2019/a', '2019/b', '2019/year']);
	assert.equal(posts[1]?.newer?.label, '2019/late');
	assert.equal(posts[1]?.older?.label, '2019/b');
	assert.equal(posts[0]?.newer, undefined);
});

test('drafts and posts of the future are absent from everything', () => {
	const hidden = { author: ['bob'], tags: ['secret'], categories: ['hidden'], aliases: ['/old/'] };
	const publication = assemble(
		content({
			authors: [author('ann'), author('bob')],
			categories: [category('hidden', 'Hidden')],
			posts: [
				post('2020/one'),
				post('2021/draft', { ...hidden, draft: true }),
				post('2027/future', { ...hidden, date: '2027-01-01' }),
			],
		}),
		site,
		now,
	);
	assert.deepEqual(ids(publication.posts), ['2020/one']);
	assert.equal(publication.posts[0]?.newer, undefined);
	assert.doesNotMatch(JSON.stringify(publication), /bob|secret|idden|old|2021|2027/);
});

test('a category holds the posts of its descendants, each once', () => {
	const {
		lists: [{ categories }],
		posts,
	} = assemble(
		content({
			categories: [
				category('a', 'Policy'),
				category('a-mining', 'Mining', 'a'),
				category('a-deep', 'Deep', 'a-mining'),
				category('b', 'Economy'),
				category('b-mining', 'Mining', 'b'),
				category('unused', 'Unused'),
			],
			posts: [
				post('2020/both', { categories: ['a', 'a-deep', 'b-mining'] }),
				post('2020/deep', { categories: ['a-deep'] }),
			],
		}),
		site,
		now,
	);
	assert.deepEqual(
		categories.map(({ topic, posts }) => [topic.path, posts.length]),
		[
			['/category/a/', 2],
			['/category/a/a-mining/', 2],
			['/category/a/a-mining/a-deep/', 2],
			['/category/b/', 1],
			['/category/b/b-mining/', 1],
		],
	);
	assert.deepEqual(
		posts[0]?.categories.map(({ name }) => name),
		['Policy', 'Deep', 'Economy › Mining'],
	);
});

test('tags that make one address are one tag, spelled as in the newest post', () => {
	const {
		lists: [{ tags }],
	} = assemble(
		content({
			posts: [
				post('2019/old', { tags: ['third neighbour'] }),
				post('2020/new', { tags: ['Third Neighbour', 'third-neighbour', 'ant'] }),
			],
		}),
		site,
		now,
	);
	assert.deepEqual(
		tags.map(({ topic, posts }) => [topic.label, posts.length]),
		[
			['ant', 1],
			['Third Neighbour', 2],
		],
	);
});

test('authors stand by their sort name', () => {
	const {
		lists: [{ authors }],
	} = assemble(
		content({
			authors: [
				author('z', { name: 'Zoe Abel', given: 'Zoe', family: 'Abel', literal: undefined }),
				author('b', { name: 'Torvane', literal: 'Torvane' }),
				author('c', { name: 'Bo Ek', given: 'Bo', family: 'Ek', sortName: 'Zz' }),
			],
			posts: [post('2020/one', { author: ['c', 'b', 'z'] })],
		}),
		site,
		now,
	);
	assert.deepEqual(
		authors.map(({ topic }) => topic.sortName),
		['Abel, Zoe', 'Torvane', 'Zz'],
	);
});

test('years stand newest first, also where a moment is in two of them', () => {
	const {
		lists: [{ years }],
	} = assemble(
		content({
			posts: [
				post('2019/eve', { date: '2019-12-31T21:00:00-05:00' }),
				post('2020/year', { date: '2020' }),
			],
		}),
		site,
		now,
	);
	assert.deepEqual(
		years.map(({ topic }) => topic.label),
		['2020', '2019'],
	);
});

test('a name that is given twice counts once', () => {
	const { posts } = assemble(
		content({
			categories: [category('a', 'A')],
			posts: [post('2020/one', { author: ['ann', 'ann'], categories: ['a', 'a'] })],
		}),
		site,
		now,
	);
	assert.equal(posts[0]?.byline.length, 1);
	assert.equal(posts[0]?.categories.length, 1);
});

test('an alias leads to its post', () => {
	const { redirects } = assemble(
		content({ posts: [post('2020/one', { aliases: ['/old/'] })] }),
		{ ...site, address: 'https://vesper.example/journal/' },
		now,
	);
	assert.deepEqual(redirects, [{ from: '/journal/old/', to: '/journal/2020/one/' }]);
});
