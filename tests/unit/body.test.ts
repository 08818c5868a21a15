import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBody, parseBody, readText } from '../../src/markdown/body.ts';
import type { Root } from 'mdast';

function tree(body: string): Root {
	const parsed = parseBody('a.mdx', body);
	assert.ok(!('code' in parsed), 'code' in parsed ? parsed.message : '');
	return parsed;
}

const problems = (body: string) =>
	checkBody('a.mdx', body, tree(body), ['Figure'], (path) => path === './here.jpg').map(
		({ code, at, fix }) => ({ code, at, fix }),
	);

test('an excerpt is the opening paragraphs without markup, notes or headings', () => {
	const { excerpt } = readText(
		tree(
			'## Head\n\nOne *two* [three](/x/).[^1]\n\n> quoted\n\n![alt](./here.jpg)\n\nFour.\n\n[^1]: Note.',
		),
		'en',
	);
	assert.equal(excerpt, 'One two three. Four.');
});

test('code and comments of a text are not in its excerpt, and a line break is a space', () => {
	const { excerpt } = readText(tree('One {/* not him */} two  \nthree {1 + 1}.'), 'en');
	assert.equal(excerpt, 'One two three .');
});

test('every word of the text counts, also in tables and notes', () => {
	const { words } = readText(
		tree('# One\n\ntwo three[^1]\n\n| four |\n| --- |\n| five |\n\n- six\n\n[^1]: seven\n'),
		'en',
	);
	assert.equal(words, 7);
});

test('a text says which faces of the font it needs', () => {
	const faces = (body: string) => readText(tree(body), 'en').faces;
	assert.deepEqual(faces('plain'), []);
	assert.deepEqual(faces('*a* **b** Өвөл'), ['bold', 'cyrillic', 'italic']);
	assert.deepEqual(faces('### deep'), ['italic']);
});

test('a note that is never written is told with its place', () => {
	assert.deepEqual(problems('Text.\n\nA note[^soruce] here.\n\nB[^source].\n\n[^source]: S.'), [
		{
			code: 'undefined-footnote',
			at: { line: 3, column: 7 },
			fix: 'Did you mean "[^source]"?',
		},
	]);
	assert.deepEqual(problems('Not a note: \\[^x], `[^y]`, [^1].\n\n[^1]: One.'), []);
});

test('an image that is not there, or lies on another site, is told', () => {
	assert.deepEqual(problems('![a](./here.jpg)'), []);
	assert.deepEqual(
		problems(
			'![a](./gone.jpg)\n\n![b][ref]\n\n![c](https://x.example/c.png)\n\n[ref]: ./gone.png',
		).map(({ code, at }) => [code, at]),
		[
			['missing-image', { line: 1, column: 1 }],
			['missing-image', { line: 3, column: 1 }],
			['remote-image', { line: 5, column: 1 }],
		],
	);
});

test('bare addresses and odd percent signs do no harm', () => {
	for (const body of ['“www.example.com”', '[www.example.com]', '_ann@example.org_'])
		assert.deepEqual(problems(body), []);
	assert.equal(problems('![a](./100%.jpg)')[0]?.code, 'missing-image');
});

test('an image in HTML is told, because it would be left out', () => {
	assert.deepEqual(problems('A <img src="./here.jpg" alt="x" />')[0], {
		code: 'html-image',
		at: { line: 1, column: 3 },
		fix: 'Write ![what it shows](./file.jpg) instead.',
	});
});

test('an unknown component is told, one that is known, imported or exported is not', () => {
	assert.deepEqual(problems('<Figur>\n\nx\n\n</Figur>'), [
		{ code: 'unknown-component', at: { line: 1, column: 1 }, fix: 'Did you mean "Figure"?' },
	]);
	const declared = "import A from './a.jpg'\nexport const B = 1\n\n<A /> <B /> <Figure /> <A.c />";
	assert.deepEqual(problems(declared), []);
});

test('what is not MDX is told with its place and a reason', () => {
	const cases: [string, number, number][] = [
		['Less <5% of all', 1, 7],
		['One\n\nA {brace', 3, 3],
		['<Figure>\n\nx', 1, 1],
		['{1 +}', 1, 5],
	];
	for (const [body, line, column] of cases) {
		const found = parseBody('a.mdx', body);
		assert.ok('code' in found, body);
		assert.equal(found.code, 'broken-mdx');
		assert.deepEqual([body, found.at], [body, { line, column }]);
	}
});
