import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../../src/model/checks/check.ts';
import type { Collections } from '../../../src/model/content/collections.ts';
import { due, printLedger, record, type Ledger } from '../../../src/model/publication/ledger.ts';
import { hostRules } from '../../../src/model/publication/hostrules.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { author, category, content, context, post, site } from '../sample.ts';

function report(fields: Partial<Collections>, ledger: Ledger = {}, now = '2026-01-01') {
	return check(content(fields), { ...context, now: new Date(now), ledger });
}

const recorded = (fields: Partial<Collections>, ledger: Ledger = {}) =>
	record(ledger, report(fields, ledger).addresses);

test('the ledger has what is published, with its feeds: no drafts, no empty lists', () => {
	const fields = {
		posts: [
			post('2020/one', { tags: ['salt'], categories: ['b'] }),
			post('2020/two', { draft: true }),
			post('2027/three'),
		],
		authors: [author('ann'), author('bob')],
		categories: [category('a', 'A'), category('b', 'B', 'a'), category('c', 'C')],
	};
	const lists = ['author/ann', 'category/a', 'category/a/b', 'tag/salt'];
	const feeds = lists.flatMap((list) =>
		['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${list}/${name}`),
	);
	assert.deepEqual(
		recorded(fields),
		Object.fromEntries([
			...['2020', '2020/one', ...lists].map((id) => [`/${id}/`, id]),
			...feeds.map((id) => [`/${id}`, id]),
		]),
	);
});

test('a post that moves keeps its id, however often', () => {
	const first = recorded({ posts: [post('2020/one')] });
	const second = recorded({ posts: [post('2020/two', { aliases: ['/2020/one/'] })] }, first);
	const third = recorded(
		{ posts: [post('2021/three', { aliases: ['/2020/two/', '/2020/one/'] })] },
		second,
	);
	assert.deepEqual(
		[third['/2020/one/'], third['/2020/two/'], third['/2021/three/']],
		['2020/one', '2020/one', '2020/one'],
	);
	assert.deepEqual(
		report({ posts: [post('2021/three')] }, third).findings.map(({ code }) => code),
		['lost-permalink', 'lost-permalink'],
	);
});

test('a lost address is told with the address that may have taken its place', () => {
	const [found] = report(
		{ posts: [post('2020/on-salt')] },
		{ '/2020/of-salt/': '2020/of-salt', '/author/ann/': 'author/ann' },
	).findings;
	assert.deepEqual(found?.at, { keyOf: ['/2020/of-salt/'] });
	assert.match(found!.fix, /If it has become "\/2020\/on-salt\/"/);
});

test('the ledger is printed in the order of addresses, one a line', () => {
	assert.equal(printLedger({ '/b/': 'b', '/a/': 'a' }), '{\n\t"/b/": "b",\n\t"/a/": "a"\n}\n');
	const paths = Object.keys(recorded({ posts: [post('2021/b'), post('2020/a')] }));
	assert.deepEqual(
		paths.filter((path) => path.endsWith('/')),
		['/2020/', '/2020/a/', '/2021/', '/2021/b/', '/author/ann/'],
	);
});

test('a post is due when its time has come and no build has published it', () => {
	const fields = { posts: [post('2020/one'), post('2026/two', { date: '2026-05-01' })] };
	const ledger = recorded(fields);
	const dueAt = (now: string) =>
		due(ledger, report(fields, ledger, now).addresses).map(({ path }) => path);
	assert.deepEqual(dueAt('2026-04-30'), []);
	assert.deepEqual(dueAt('2026-05-01'), ['/2026/two/']);
});

test('the home page and the feeds of a language are known; a site without it leads them on', () => {
	const several = { ...site, languages: ['mn'] };
	const { addresses } = check(content(), { ...context, site: several });
	const ledger = record({}, addresses);
	const known = ['', 'archive.json', 'atom.xml', 'feed.json', 'feed.xml', 'replies.xml'];
	assert.deepEqual(
		Object.keys(ledger).filter((path) => path.startsWith('/mn/')),
		known.map((name) => `/mn/${name}`),
	);
	assert.deepEqual(report({}, ledger).findings, []);
	const rules = hostRules(assemble(content(), site, new Date('2026-01-01'), ledger)).split('\n');
	for (const name of [...known, 'search/', 'tags/'])
		assert.ok(rules.includes(`/mn/${name} /${name} 301`), name);
});
