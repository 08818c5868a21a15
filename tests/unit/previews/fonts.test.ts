import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCanDraw } from '../../../src/previews/fonts.ts';

test('a card has a title if its fonts have all letters that one would see', () => {
	const canDraw = createCanDraw();
	for (const title of [
		'On Salt',
		'Усны Өвөл',
		'Łódź — ½',
		'Ελλάδα',
		'Việt Nam',
		'A\u200Bb',
		'e\u0301',
	])
		assert.ok(canDraw(title), title);
	for (const title of ['盐', 'מלח', 'Salt 🎉', 'ملح', 'ᠮᠣᠩᠭᠣᠯ']) assert.ok(!canDraw(title), title);
});
