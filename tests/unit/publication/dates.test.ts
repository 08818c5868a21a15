import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	formatDate,
	isPublished,
	momentIn,
	parseDate,
	startOf,
} from '../../../src/model/publication/dates.ts';

test('a date keeps the precision it was written with', () => {
	const cases = [
		[2019, 'year', '2019'],
		['2019', 'year', '2019'],
		['2019-08', 'month', 'August 2019'],
		['2019-08-07', 'day', '7 August 2019'],
		['2019-08-07T09:30:00Z', 'instant', '7 August 2019'],
	] as const;
	for (const [written, precision, shown] of cases) {
		const date = parseDate(written)!;
		assert.equal(date.precision, precision);
		assert.equal(formatDate(date, 'en'), shown);
	}
});

test('an instant is shown as the day it was where it was written', () => {
	const date = parseDate('2019-08-08T01:00:00+08:00')!;
	assert.equal(formatDate(date, 'en'), '8 August 2019');
	assert.equal(startOf(date), Date.UTC(2019, 7, 7, 17));
});

test('a date is written in the language asked for', () => {
	assert.equal(formatDate(parseDate('2019-08-07')!, 'de'), '7. August 2019');
});

test('what is no date is refused', () => {
	for (const value of [
		'',
		'soon',
		'2019-13',
		'2019-02-30',
		'2019-2-3',
		'19',
		2.5,
		null,
		undefined,
		{},
	])
		assert.equal(parseDate(value), undefined, String(value));
	assert.equal(parseDate('2019-08-07T09:30:00'), undefined, 'an instant needs its zone');
	assert.ok(parseDate('2020-02-29'));
});

test('a day comes at midnight of the publication, also on the days when clocks change', () => {
	const seen = (date: string, now: string, timeZone: string) =>
		isPublished({ draft: false, date: parseDate(date)! }, new Date(now), timeZone);
	assert.equal(seen('2026-11-24', '2026-11-23T15:59:59Z', 'Asia/Ulaanbaatar'), false);
	assert.equal(seen('2026-11-24', '2026-11-23T16:00:00Z', 'Asia/Ulaanbaatar'), true);
	assert.equal(seen('2026-03-08', '2026-03-08T07:59:59Z', 'America/Vancouver'), false);
	assert.equal(seen('2026-03-08', '2026-03-08T08:00:00Z', 'America/Vancouver'), true);
	assert.equal(seen('2026-03-09', '2026-03-09T06:59:59Z', 'America/Vancouver'), false);
	assert.equal(seen('2026-03-09', '2026-03-09T07:00:00Z', 'America/Vancouver'), true);
	assert.equal(seen('2027', '2026-12-31T16:00:00Z', 'Asia/Ulaanbaatar'), true);
	assert.equal(seen('2026-11-24T09:00:00-08:00', '2026-11-24T16:59:59Z', 'Asia/Tokyo'), false);
	assert.equal(seen('2026-11-24T09:00:00-08:00', '2026-11-24T17:00:00Z', 'Asia/Tokyo'), true);
});

test('a day begins at midnight where the publication is, also when clocks change', () => {
	const moment = (text: string, timeZone: string) =>
		new Date(momentIn(parseDate(text)!, timeZone)).toISOString();
	assert.equal(moment('2019-08-07', 'UTC'), '2019-08-07T00:00:00.000Z');
	assert.equal(moment('2019-08-07', 'America/Vancouver'), '2019-08-07T07:00:00.000Z');
	assert.equal(moment('2019-01-07', 'America/Vancouver'), '2019-01-07T08:00:00.000Z');
	assert.equal(moment('2019-08-07', 'Asia/Ulaanbaatar'), '2019-08-06T16:00:00.000Z');
	assert.equal(moment('2019', 'Asia/Ulaanbaatar'), '2018-12-31T16:00:00.000Z');
	assert.equal(moment('2019-03-31', 'Europe/Berlin'), '2019-03-30T23:00:00.000Z');
	assert.equal(moment('2019-04-01', 'Europe/Berlin'), '2019-03-31T22:00:00.000Z');
	assert.equal(moment('2019-08-07T09:30:00+08:00', 'UTC'), '2019-08-07T01:30:00.000Z');
});

test('a day begins with its first hour, also where clocks skip or repeat midnight', () => {
	for (const [day, zone, moment] of [
		['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
		['2018-08-12', 'America/Santiago', '2018-08-12T04:00:00.000Z'],
		['2018-03-11', 'America/Havana', '2018-03-11T05:00:00.000Z'],
		['2018-11-04', 'America/Havana', '2018-11-04T04:00:00.000Z'],
		['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
		['2015-03-28', 'Asia/Ulaanbaatar', '2015-03-27T16:00:00.000Z'],
		['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
		['2020-03-29', 'Asia/Beirut', '2020-03-28T22:00:00.000Z'],
	] as const)
		assert.equal(
			new Date(momentIn(parseDate(day)!, zone)).toISOString(),
			moment,
			`${day} in ${zone}`,
		);
});
