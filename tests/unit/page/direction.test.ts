import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { directionOf, isVertical, languageAttributes } from '../../../src/model/text/direction.ts';

test('a language runs in the direction of its script', () => {
	for (const language of ['he', 'ar', 'fa', 'ur', 'yi', 'ps', 'ug', 'dv', 'az-Arab', 'ar-EG'])
		assert.equal(directionOf(language), 'rtl', language);
	for (const language of ['en', 'mn', 'mn-Mong', 'zh', 'ja', 'az', 'ur-Latn', 'ru', 'th'])
		assert.equal(directionOf(language), 'ltr', language);
});

test('only Mongolian in its own script has vertical lines', () => {
	assert.ok(isVertical('mn-Mong') && isVertical('mn-Mong-CN'));
	assert.ok(!['mn', 'mn-Cyrl', 'mn-MN', 'ja', 'mn-Mongo'].some(isVertical));
});

test('an element says its language, and its direction where it is another', () => {
	assert.deepEqual(languageAttributes('en', 'en'), {});
	assert.deepEqual(languageAttributes('de', 'en'), { lang: 'de' });
	assert.deepEqual(languageAttributes('he', 'en'), { lang: 'he', dir: 'rtl' });
	assert.deepEqual(languageAttributes('en', 'ar'), { lang: 'en', dir: 'ltr' });
	assert.deepEqual(languageAttributes('fa', 'ar'), { lang: 'fa' });
});

test('the layout follows the direction of the text', () => {
	for (const file of globSync('src/styles/**/*.css')) {
		const physical = [
			...readFileSync(file, 'utf8').matchAll(
				/(?<!scroll-)(?:margin|padding|border)-(?:left|right|top|bottom)\b|float: (?:left|right)|(?:margin|padding): [^;\s]+ ([^;\s]+) [^;\s]+ (?!\1)[^;\s]+;/g,
			),
		].map(([text]) => text);
		assert.deepEqual(physical, [], file);
	}
});
