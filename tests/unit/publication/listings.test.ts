import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { listings } from '../../../src/model/publication/listings.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { sitemaps } from '../../../src/model/page/sitemap.ts';
import { listingView, postView } from '../../../src/model/page/views.ts';
import { author, category, content, post, site } from '../sample.ts';

const five = ['2020/a', '2020/b', '2020/c', '2020/d', '2021/e'].map((id) => post(id));
const all = listings(assemble(content({ posts: five }), site, new Date('2026-01-01'))).map(
	({ listing }) => listing,
);

test('a list is cut into pages that lead to each other', () => {
	const home = all.filter(({ kind }) => kind === 'home');
	assert.deepEqual(
		home.map(({ path, posts, newer, older }) => [path, posts.length, newer, older]),
		[
			['/', 2, undefined, '/page/2/'],
			['/page/2/', 2, '/', '/page/3/'],
			['/page/3/', 1, '/page/2/', undefined],
		],
	);
});

test('every post is on exactly one page of each list it belongs to', () => {
	for (const kind of ['home', 'author'] as const) {
		const paths = all.filter((list) => list.kind === kind).flatMap(({ posts }) => posts);
		assert.equal(new Set(paths.map(({ path }) => path)).size, 5);
		assert.equal(paths.length, 5);
	}
});

test('a publication of nothing but drafts still has a home page', () => {
	const empty = assemble(
		content({ posts: [post('2020/a', { draft: true })], authors: [author('ann')] }),
		site,
		new Date('2026-01-01'),
	);
	assert.deepEqual(
		listings(empty).map(({ listing: { path, posts } }) => [path, posts.length]),
		[['/', 0]],
	);
});

test('the sitemap says when the last post of a list was written or revised, if the day is known', () => {
	const all = assemble(
		content({
			posts: [
				post('2019/a', { date: '2019-05', updated: '2021-02-03', tags: ['x'] }),
				post('2020/b', { date: '2020', tags: ['x', 'y'] }),
				post('2020/c', { date: '2020-08', tags: ['z'] }),
				post('2018/d', { date: '2018-01-02T03:04+08:00', tags: ['w'] }),
				post('2018/e', { date: '2018-01-01T03:04:05Z', tags: ['v'] }),
			],
		}),
		site,
		new Date('2026-01-01'),
	);
	const $ = load(sitemaps(all)[0]!, { xml: true });
	const changed = (list: string) =>
		$('url')
			.filter((_, url) => $(url).find('loc').text().endsWith(list))
			.find('lastmod')
			.text();
	assert.deepEqual(
		Object.fromEntries(['x', 'y', 'z', 'w', 'v'].map((tag) => [tag, changed(`/tag/${tag}/`)])),
		{ x: '2021-02-03', y: '', z: '', w: '2018-01-02T03:04:00+08:00', v: '2018-01-01T03:04:05Z' },
	);
});

test('what a page is given does not grow with the number of posts', () => {
	const largest = (count: number) => {
		const posts = Array.from({ length: count }, (_, index) =>
			post(`2020/post-${String(index).padStart(4, '0')}`, {
				categories: ['policy'],
				tags: [`tag ${index % 5}`],
			}),
		);
		const categories = [category('policy', 'Policy')];
		const all = assemble(content({ categories, posts }), site, new Date('2026-01-01'));
		const sizes = (views: readonly object[]) =>
			Math.max(...views.map((view) => JSON.stringify(view).length));
		return [
			sizes(all.posts.map((post) => postView(post, site))),
			sizes(listings(all).map(({ listing, site }) => listingView(listing, site))),
		];
	};
	const [few, many] = [largest(20), largest(500)];
	for (const [at, size] of many.entries())
		assert.ok(size < few[at]! * 1.05, `${few[at]} bytes with 20 posts, ${size} with 500`);
});
