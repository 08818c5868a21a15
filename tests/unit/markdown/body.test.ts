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
	assert.equal(excerpt, 'One two three. … Four.');
});

test('an excerpt glues nothing together, and shows where it leaves something out', () => {
	for (const [body, expected] of [
		['One:\n\n```\ncode\n```\n\nTwo.', 'One: … Two.'],
		['One.\n\n## Part\n\nTwo.', 'One. … Two.'],
		['One.\n\n- a\n- b\n\nTwo.', 'One. … Two.'],
		['## Part\n\nOne.\n\nTwo.', 'One. Two.'],
		['<blockquote>One<footer>Two</footer></blockquote>', 'One Two'],
		['<div>One</div><div>Two</div>', 'One Two'],
		['O<sub>2</sub> and <b>wor</b>ld', 'O2 and world'],
		['<b>One</b><Aside>Two</Aside>', 'One Two'],
		['{/* a */}\n\nOne.\n\n{/* b */}\n\nTwo.', 'One. Two.'],
	] as const)
		assert.equal(readText(tree(body), 'en').excerpt, expected, body);
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
	assert.deepEqual(faces('- ᠮᠣᠩᠭᠣᠯ'), ['mongolian']);
});
