import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameKey, namesInByline, namesInTitle } from '../../../src/importing/people/bylines.ts';
import { edgesOf } from '../../../src/importing/people/edges.ts';

test('a byline has names, and nothing else is one', () => {
	for (const [line, names] of [
		['By Ann Lee', ['Ann Lee']],
		['by Ann Lee and Bo van der Ray', ['Ann Lee', 'Bo van der Ray']],
		['By: Ann Lee, Bo Ray & Cy Od.', ['Ann Lee', 'Bo Ray', 'Cy Od']],
		['Guest post by J. R. Lee', ['J. R. Lee']],
		['Written by Сэцэн Од', ['Сэцэн Од']],
		['Von Ann Lee', ['Ann Lee']],
		['By Ann', ['Ann']],
		['By the numbers', []],
		['By 2012, much had changed', []],
		['By Ann Lee, who lives in Halmark', ['Ann Lee']],
		['By Cy Dunn, University of Halmark', ['Cy Dunn']],
		['This is a guest post by Cy Dunn, a geologist.', ['Cy Dunn']],
		['By New York standards it was cheap', []],
		['Ann Lee', []],
	] as const)
		assert.deepEqual(namesInByline(line), names, line);
	for (const [title, names] of [
		['Guest Post by Ann Lee: Salt', ['Ann Lee']],
		['Salt (by Ann Lee)', ['Ann Lee']],
		['Guest Post: Salt', []],
		['Salt by the Lake', []],
	] as const)
		assert.deepEqual(namesInTitle(title), names, title);
	assert.equal(nameKey('Élise  O’Neil'), nameKey('elise o neil'));
});

test('the first and last lines of a text are looked at, without tags', () => {
	assert.deepEqual(edgesOf('<p><em>By Ann &amp; Bo</em></p>\n\nText.\n\nMore.\n\n— Ann Lee'), [
		'By Ann & Bo',
		'Text.',
		'More.',
		'Ann Lee',
	]);
	assert.deepEqual(edgesOf(`<!-- wp:x -->${'word '.repeat(100)}`), []);
});
