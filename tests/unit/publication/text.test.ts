import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	excerpt,
	frequent,
	nearest,
	readingMinutes,
	slug,
	wordsIn,
} from '../../../src/model/text/text.ts';

test('a slug keeps letters of any script', () => {
	assert.equal(slug('Third Neighbor Trade Act'), 'third-neighbor-trade-act');
	assert.equal(slug('Өвөл, хавар'), 'өвөл-хавар');
	assert.equal(slug('e\u0301lite'), slug('élite'));
	assert.equal(slug('?!'), '');
});

test('an excerpt ends at a word', () => {
	assert.equal(excerpt('Short.'), 'Short.');
	assert.equal(excerpt('one two three', 9), 'one two…');
	assert.equal(excerpt('one two, three', 11), 'one two…');
	assert.equal(excerpt('unbreakable', 4), 'unbr…');
	assert.equal(excerpt('  a\n b  '), 'a b');
	assert.equal(excerpt('中文 中文中文中文', 6), '中文 中文中…');
	assert.equal(excerpt('abc😀def', 4), 'abc…');
});

test('words are counted as the language has them', () => {
	assert.deepEqual(wordsIn('It’s one – or two?', 'en'), ['It’s', 'one', 'or', 'two']);
	assert.equal(wordsIn('Хөдөлмөрийн баатар', 'mn').length, 2);
	assert.ok(wordsIn('私は学生です', 'ja').length > 1);
});

test('the most frequent words say what a text is about', () => {
	const words = 'Salt of the lake, salt from lakes; salt 1871 and 1871 lake'.split(/\W+/);
	assert.deepEqual(frequent(words), ['salt', 'lake', 'lakes', 'from']);
});

test('reading takes at least a minute', () => {
	assert.equal(readingMinutes(0), 1);
	assert.equal(readingMinutes(238 * 5), 5);
});

test('the nearest name is proposed only when it is near', () => {
	const ids = ['julian-dierkes', 'anna-lee'];
	assert.equal(nearest('julian-dirkes', ids), 'julian-dierkes');
	assert.equal(nearest('Anna-Lee', ids), 'anna-lee');
	assert.equal(nearest('zzz', ids), undefined);
	assert.equal(nearest('2', ['1']), undefined);
	assert.equal(nearest('ab', ['cd']), undefined);
});
