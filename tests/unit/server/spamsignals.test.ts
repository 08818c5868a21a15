import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signalIn, signalsOf } from '../../../src/server/receive/spamsignals.ts';

const found = (body: string, ...words: string[]) =>
	signalsOf(
		{ post: '2019/one', parent: null, name: 'Odile', email: 'o@reader.example', url: null, body },
		words,
	);

test('a blocked word is a word of its own, in any script', () => {
	for (const [text, word] of [
		['A specialist in socialism.', 'cialis'],
		['First class, please.', 'ass'],
		['Хөтөлбөр', 'төл'],
		['Scunthorpe', 'cunt'],
		['naïveté', 'naïve'],
	] as const)
		assert.deepEqual(found(text, word), [], word);
	for (const [text, word] of [
		['Buy CIALIS now', 'cialis'],
		['(ass)', 'ass'],
		['төл', 'төл'],
		['free-money!!!', 'free-money'],
		['The $$$ of it', '$$$'],
		['我们的赌场很好', '赌场'],
		['win a prize today', 'a prize'],
	] as const)
		assert.deepEqual(found(text, word), [`word ${word}`], word);
});

test('an editor reads the signs in the language of the site', () => {
	const signs = ['honeypot', 'links 5', 'word cheap watches', 'flood', 'Akismet'];
	assert.deepEqual(
		signs.map((sign) => signalIn('de', sign)),
		[
			'das unsichtbare Feld war ausgefüllt',
			'5 Links',
			'das Wort „cheap watches“',
			'viele Kommentare innerhalb einer Stunde',
			'Akismet',
		],
	);
});
