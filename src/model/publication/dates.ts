import { memoize } from '../text/memoize.ts';

/**
 * A date as precise as its author knew it. `text` is ISO 8601 as written: `2019`, `2019-08`,
 * `2019-08-07`, or an instant with its zone, `2019-08-07T09:30:00+08:00`.
 */
export interface PartialDate {
	readonly text: string;
	readonly precision: 'year' | 'month' | 'day' | 'instant';
}

const pattern =
	/^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** The date that `value` spells, or `undefined` when it is none. A bare year may be a number. */
export function parseDate(value: unknown): PartialDate | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') return undefined;
	const [, year, month, day] = pattern.exec(text) ?? [];
	if (!year || Number.isNaN(Date.parse(text))) return undefined;
	// Date.parse rolls 30 February over into March.
	if (month && day && daysIn(Number(year), Number(month)) < Number(day)) return undefined;
	return {
		text,
		precision: text.includes('T') ? 'instant' : day ? 'day' : month ? 'month' : 'year',
	};
}

/** The first moment the date may mean, in milliseconds since 1970 UTC. */
export function startOf(date: PartialDate): number {
	return Date.parse(date.text);
}

/** Whether a post is to be seen at `now`: it is no draft, and its date has come. */
export function isPublished(
	{ draft, date }: { readonly draft: boolean; readonly date: PartialDate },
	now: Date,
	timeZone: string,
): boolean {
	return !draft && hasCome(date, now, timeZone);
}

/** A year, a month and a day come at midnight in `timeZone`, an IANA name; an instant comes when it says. */
function hasCome(date: PartialDate, now: Date, timeZone: string): boolean {
	if (date.precision === 'instant') return startOf(date) <= now.getTime();
	return date.text <= today(now, timeZone).slice(0, date.text.length);
}

const days = new Map<string, Intl.DateTimeFormat>();

/** The day that it is at `now` in `timeZone`, as `2019-08-07`. */
export function today(now: Date, timeZone: string): string {
	let format = days.get(timeZone);
	// Swedes write dates as ISO 8601 does.
	if (!format) days.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
	return format.format(now);
}

/**
 * When a date begins in `timeZone`, an IANA name: a day at midnight there, an instant when it says; in
 * milliseconds since 1970 UTC.
 */
export function momentIn(date: PartialDate, timeZone: string): number {
	const start = startOf(date);
	if (date.precision === 'instant') return start;
	const ahead = (moment: number) => Date.parse(`${clock(timeZone).format(moment)}Z`) - moment;
	// The offset may change between that midnight and the one of UTC.
	return start - ahead(start - ahead(start));
}

const clock = memoize(
	(timeZone) =>
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
);

export function yearOf(date: PartialDate): string {
	return date.text.slice(0, 4);
}

/** The date in words, no more precise than it is: “2019”, “August 2019”, “7 August 2019”. */
export function formatDate(date: PartialDate, language: string): string {
	// An instant is shown as the day it was where it was written.
	return formats[date.precision](language).format(Date.parse(date.text.slice(0, 10)));
}

const format = (options: Intl.DateTimeFormatOptions) =>
	memoize((language) => {
		// Plain English means the order most of the world writes: day, month, year.
		const locale = language === 'en' ? 'en-GB' : language;
		return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', ...options });
	});
const day = format({ month: 'long', day: 'numeric' });
const formats = { year: format({}), month: format({ month: 'long' }), day, instant: day };

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
