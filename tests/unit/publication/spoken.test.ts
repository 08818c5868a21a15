import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateFrom, languageFrom } from '../../../src/model/text/spoken.ts';

test('dates are taken as people write them, if only one day can be meant', () => {
	for (const [written, date] of [
		['today', '2026-03-19'],
		['Tomorrow', '2026-03-20'],
		['2026', '2026'],
		['2026-03', '2026-03'],
		['2026-03-19T09:30:00+08:00', '2026-03-19T09:30:00+08:00'],
		['19 March 2026', '2026-03-19'],
		['March 19, 2026', '2026-03-19'],
		['19 Mar 2026', '2026-03-19'],
		['19. März 2026', '2026-03-19'],
		['19.3.2026', '2026-03-19'],
		['2026/3/9', '2026-03-09'],
		['August 2026', '2026-08'],
		['3/4/2026', undefined],
		['31 February 2026', undefined],
		['19 Marsh 2026', undefined],
		['soon', undefined],
		['', undefined],
	] as const)
		assert.equal(dateFrom(written, '2026-03-19'), date, written);
	assert.equal(dateFrom('tomorrow', '2026-12-31'), '2027-01-01');
});

test('languages are taken by their names, in English or their own', () => {
	for (const [written, tag] of [
		['German', 'de'],
		['deutsch', 'de'],
		['Mongolian', 'mn'],
		['монгол', 'mn'],
		['English', 'en'],
		['français', 'fr'],
		['Klingonian', undefined],
	] as const)
		assert.equal(languageFrom(written), tag, written);
});
