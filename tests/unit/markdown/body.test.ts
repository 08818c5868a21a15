import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody, readText } from '../../../src/markdown/parse/body.ts';
import type { Root } from 'mdast';

function tree(body: string): Root {
	const parsed = parseBody('a.mdx', body);
	assert.ok(!Array.isArray(parsed));
	return parsed;
}

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
