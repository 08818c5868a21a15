import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf, parseSource } from '../../../src/markdown/parse/source.ts';

const text = `---
title: One
author:
  - ann
  - bob
image: { src: ./a.jpg }
---

Body.
`;

test('fields and text are taken apart, and the text keeps its lines', () => {
	const { data, body, findings } = parseSource('a.mdx', text);
	assert.deepEqual(data, { title: 'One', author: ['ann', 'bob'], image: { src: './a.jpg' } });
	assert.equal(body.split('\n').indexOf('Body.'), text.split('\n').indexOf('Body.'));
	assert.deepEqual(findings, []);
});

test('a field is found by line and column', () => {
	const { locate } = parseSource('a.mdx', text);
	assert.deepEqual(locate(['author', 1]), { line: 5, column: 5 });
	assert.deepEqual(locate(['image', 'src']), { line: 6, column: 15 });
	assert.deepEqual(locate(['title', 0]), { line: 2, column: 8 }, 'the nearest there is');
	assert.deepEqual(locate(['missing']), { line: 2, column: 1 });
	assert.deepEqual(locate({ keyOf: ['image', 'src'] }), { line: 6, column: 10 });
	assert.deepEqual(locate({ keyOf: ['title'] }), { line: 2, column: 1 });
});

test('lines may end as on Windows, and the file may start with a byte order mark', () => {
	const { data, body, locate } = parseSource('a.mdx', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
	assert.equal((data as { title: string }).title, 'One');
	assert.deepEqual(locate(['author', 1]), { line: 5, column: 5 });
	assert.match(body, /^[\r\n]+Body\.\r\n$/);
});

test('a date stays as it was written', () => {
	const { data } = parseSource('a.mdx', '---\na: 2019-08-07\nb: 2019\nc: 2019-08\n---\n');
	assert.deepEqual(data, { a: '2019-08-07', b: 2019, c: '2019-08' });
});

test('frontmatter may be empty, but must be there', () => {
	assert.deepEqual(parseSource('a.mdx', '---\n---\nText').findings, []);
	assert.equal(parseSource('a.mdx', 'Text').findings[0]?.code, 'missing-frontmatter');
	assert.equal(
		parseSource('a.mdx', '---\ntitle: x\nText').findings[0]?.code,
		'missing-frontmatter',
	);
});

test('broken YAML is told with its place', () => {
	const [found] = parseSource('a.mdx', '---\ndate: 2019\ntitle: A: B\n---\n').findings;
	assert.equal(found?.code, 'unquoted-colon');
	assert.deepEqual(found?.at, { line: 3, column: 8 });
	assert.equal(parseSource('a.mdx', '---\na: 1\na: 2\n---\n').findings[0]?.code, 'duplicate-field');
});

test('a sign at the start of a value is told instead of read as YAML means it', () => {
	for (const title of ['*foo', '&c Company', '!Important news'])
		assert.equal(
			parseSource('a.mdx', `---\ntitle: ${title}\n---\n`).findings[0]?.code,
			'broken-yaml',
		);
});

test('an id is the path without index and ending', () => {
	assert.equal(idOf('2019/slug.mdx'), '2019/slug');
	assert.equal(idOf('2019/slug/index.mdx'), '2019/slug');
});
