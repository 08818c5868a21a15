import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/model/checks.ts';
import type { Collections } from '../../src/model/collections.ts';
import { createUrls } from '../../src/model/urls.ts';
import { author, category, content, post } from './sample.ts';

const found = (fields: Partial<Collections>) =>
	check(content(fields), createUrls('https://a.example/'), new Date('2026-01-01')).map(
		({ code, file, at, fix }) => ({
			code,
			file,
			at,
			fix,
		}),
	);
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
		{ pages: [{ id: 'tags', file: 'pages/tags.mdx', data: { title: 'Tags' } }] },
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
