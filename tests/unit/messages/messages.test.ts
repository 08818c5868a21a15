import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, formatNumber } from '../../../src/model/messages/fill.ts';
import {
	catalogue,
	formatDuration,
	formatList,
	isSpoken,
	languageName,
	listParts,
	messageParts,
	messagesIn,
} from '../../../src/model/messages/messages.ts';

/** Every message by its path, as text. Functions are given marks, which stand for names. */
function textsOf(value: unknown, path = ''): [string, string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value === 'function') {
		const marks = Array.from({ length: value.length }, (_, index) => `{${index}}`);
		return [[path, (value as (...given: string[]) => string)(...marks)]];
	}
	return Object.entries(value as object).flatMap(([name, one]) => textsOf(one, `${path}.${name}`));
}

const marksIn = (text: string) => [...text.matchAll(/\{\d\}/g)].map(String).sort();

for (const [language, messages] of Object.entries(catalogue)) {
	const texts = textsOf(messages);
	test(`${language}: every message says something, and all that it is given`, () => {
		const english = new Map(textsOf(catalogue['en']));
		for (const [path, text] of texts) {
			assert.ok(text.trim() && text === text.normalize('NFC'), path);
			assert.doesNotMatch(text, /\.\.\.|undefined/, path);
			const model = english.get(path);
			if (model) assert.deepEqual(marksIn(text), marksIn(model), path);
		}
	});

	test(`${language}: numbers have the forms of the language`, () => {
		const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
		const forms = (value: object): string[][] =>
			'other' in value
				? [Object.keys(value).sort()]
				: Object.values(value).flatMap((one) => (typeof one === 'object' ? forms(one) : []));
		for (const names of forms(messages)) assert.deepEqual(names, pluralCategories.toSorted());
	});

	test(`${language}: no word mixes scripts, and quotation marks are those of the language`, () => {
		const quoted = language === 'de' ? /„[^„“”]*“/g : /“[^„“”]*”/g;
		for (const [path, text] of texts) {
			assert.doesNotMatch(text, /\p{sc=Latin}\p{sc=Cyrl}|\p{sc=Cyrl}\p{sc=Latin}/u, path);
			// Fita and izhitsa, which old keyboards have for Ө and Ү.
			assert.doesNotMatch(text, /[\u0472-\u0475]/, path);
			assert.doesNotMatch(text.replace(quoted, ''), /["„“”«»]/, path);
		}
	});
}

test('a language without messages has English ones; another script is another language', () => {
	assert.equal(messagesIn('de-AT'), catalogue['de']);
	assert.equal(messagesIn('fr'), catalogue['en']);
	assert.deepEqual(['mn', 'mn-Cyrl', 'mn-Mong', 'en-GB', 'fr'].map(isSpoken), [
		true,
		true,
		false,
		true,
		false,
	]);
});

test('numbers, lists, durations and names of languages are those of the language', () => {
	const posts = (language: string, number: number) =>
		count(messagesIn(language).list.posts, number, language);
	assert.deepEqual(
		[1, 2, 1234].map((number) => posts('en', number)),
		['1 post', '2 posts', '1,234 posts'],
	);
	assert.deepEqual(
		[1, 1234].map((number) => posts('de', number)),
		['1 Beitrag', '1.234 Beiträge'],
	);
	assert.equal(posts('mn', 1234), '1,234 нийтлэл');
	assert.equal(formatNumber(1234, 'xx'), '1,234');
	assert.deepEqual(
		['en', 'de', 'mn'].map((language) => formatList(['A', 'B', 'C'], language)),
		['A, B and C', 'A, B und C', 'A, B, C'],
	);
	assert.deepEqual(
		[15, 180, 7201].map((seconds) => formatDuration(seconds, 'en')),
		['15 seconds', '3 minutes', '3 hours'],
	);
	assert.equal(formatDuration(15, 'mn'), '15 секунд');
	assert.deepEqual(
		['en', 'de', 'mn'].map((language) => languageName('mn', language)),
		['Mongolian', 'Mongolisch', 'Монгол'],
	);
});

test('a message is split at what it is given, in the order of the language', () => {
	assert.deepEqual(messageParts(messagesIn('en').post.firstPublishedOn), [
		'First published ',
		0,
		' in ',
		1,
	]);
	assert.deepEqual(messageParts(messagesIn('mn').post.firstPublishedOn), [
		'Анх нийтлэгдсэн эх сурвалж: ',
		1,
		', ',
		0,
	]);
	assert.deepEqual(listParts(3, 'en'), [0, ', ', 1, ' and ', 2]);
});
