import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seemsTwice, undoTwice } from '../../../../src/importing/wordpress/encoding.ts';
import { planned, wordpress } from '../planned.ts';
import { item } from '../wxr.ts';

test('what was encoded twice is read as it was meant, and all else stays', () => {
	const texts = ['Сайн уу', '“quoted” – ’', 'Zürich', 'ᠮᠣᠩᠭᠣᠯ', '🏔️ at 5 €'];
	const asLatin = (text: string) =>
		new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
	for (const text of texts) {
		assert.equal(undoTwice(asLatin(text)), text);
		assert.equal(undoTwice(text), text, 'what is right stays');
		assert.ok(!seemsTwice(text));
	}
	assert.equal(undoTwice('Ã€ la carte Ã'), 'À la carte Ã');
});

test('it is told, and done only if an editor says so', async () => {
	const post = item({
		title: 'Ð¡Ð°Ð¹Ð½',
		'wp:post_id': 1,
		'wp:post_name': 'a',
		'wp:post_date': '2020-01-01 00:00:00',
	});
	const told = await wordpress(post);
	assert.match(told.exported.mended.join(), /1 items seem to have been encoded twice/);
	assert.match(JSON.stringify((await planned(told)).files), /Ð¡Ð°Ð¹Ð½/);
	const mended = await wordpress(post, { encodedTwice: true });
	assert.match(JSON.stringify((await planned(mended)).files), /title: Сайн/);
});
