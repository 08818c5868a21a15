import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assemble } from '../../../src/model/publication/publication.ts';
import { content, post, site, text } from '../sample.ts';

const fill = Array.from({ length: 12 }, (_, i) => post(`2010/other-${i}`));
const about = (...terms: string[]) => ({ text: { ...text, terms: terms.join(' ') } });

function related(posts: ReturnType<typeof post>[], id: string): string[] {
	const all = assemble(content({ posts: [...posts, ...fill] }), site, new Date('2026-01-01')).posts;
	return all.find((one) => one.id === id)!.related.map(({ title }) => title);
}

test('posts are related by what few others share, the most alike first', () => {
	const posts = [
		post('2019/salt', { tags: ['salt', 'lake'], ...about('brine', 'harbour') }),
		post('2019/brine', { tags: ['salt'], ...about('brine', 'harbour') }),
		post('2019/lake', { tags: ['lake'] }),
		post('2019/bread', { tags: ['bread'] }),
	];
	assert.deepEqual(related(posts, '2019/salt'), ['2019/brine', '2019/lake']);
	assert.deepEqual(related(posts, '2019/bread'), []);
});

test('equally alike posts come newest first, and no more than three', () => {
	const posts = ['a', 'b', 'c', 'd', 'e'].map((name, i) =>
		post(`2019/${name}`, { tags: ['salt'], date: `2019-01-0${i + 1}` }),
	);
	assert.deepEqual(related(posts, '2019/a'), ['2019/e', '2019/d', '2019/c']);
});

test('a shared word or author alone relates nobody', () => {
	const posts = [post('2019/a', about('brine')), post('2019/b', about('brine'))];
	assert.deepEqual(related(posts, '2019/a'), []);
});
