import { localeOf } from '../messages/fill.ts';
import { memoize } from '../text/memoize.ts';

/**
 * A date that may lack the day or the month. `text` is the ISO 8601 source: `2019`, `2019-08`,
 * `2019-08-07`, or an instant with its zone, `2019-08-07T09:30:00+08:00`.
 */
export interface PartialDate {
	readonly text: string;
	readonly precision: 'year' | 'month' | 'day' | 'instant';
}

const pattern =
	/^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/;

/** Returns the date, or `undefined` if `value` is not a date. A year may be a number. */
export function parseDate(value: unknown): PartialDate | undefined {
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string') return undefined;
	const [, year, month, day] = pattern.exec(text) ?? [];
	if (!year || Number.isNaN(Date.parse(text))) return undefined;
	// Date.parse turns 30 February into a day in March.
	if (month && day && daysIn(Number(year), Number(month)) < Number(day)) return undefined;
	return {
		text,
		precision: text.includes('T') ? 'instant' : day ? 'day' : month ? 'month' : 'year',
	};
}

/** Returns the start of the date (for a year, month or day in UTC), in milliseconds since 1970. */
export function startOf(date: PartialDate): number {
	return Date.parse(date.text);
}

/** Whether readers see a post at `now`: it is not a draft, and its date has begun. */
export function isPublished(
	{ draft, date }: { readonly draft: boolean; readonly date: PartialDate },
	now: Date,
	timeZone: string,
): boolean {
	return !draft && hasCome(date, now, timeZone);
}

/** Whether a date has begun. A year, month or day begins at midnight in `timeZone`. */
function hasCome(date: PartialDate, now: Date, timeZone: string): boolean {
	if (date.precision === 'instant') return startOf(date) <= now.getTime();
	return date.text <= today(now, timeZone).slice(0, date.text.length);
}

const days = new Map<string, Intl.DateTimeFormat>();

/** Returns the day at `now` in `timeZone` (an IANA name), such as `2019-08-07`. */
export function today(now: Date, timeZone: string): string {
	let format = days.get(timeZone);
	// The Swedish locale formats dates as ISO 8601.
	if (!format) days.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone })));
	return format.format(now);
}

/**
 * Returns the start of a date in milliseconds since 1970 UTC. A year, month or day starts at
 * midnight in `timeZone`, an IANA name.
 */
export function momentIn(date: PartialDate, timeZone: string): number {
	const start = startOf(date);
	if (date.precision === 'instant') return start;
	const ahead = (moment: number) => Date.parse(`${clock(timeZone).format(moment)}Z`) - moment;
	// The zone's offset may change between local midnight and UTC midnight.
	const moment = start - ahead(start - ahead(start));
	// Some clocks skip midnight: then the day begins with the first hour that there is.
	return moment + Math.max(0, start - (moment + ahead(moment)));
}

const clock = memoize(
	(timeZone) =>
		new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
);

export function yearOf(date: PartialDate): string {
	return date.text.slice(0, 4);
}

/** Returns the date in words with its own precision: “2019”, “August 2019”, “7 August 2019”. */
export function formatDate(date: PartialDate, language: string): string {
	// An instant shows the day in the time zone of its source.
	return formats[date.precision](language).format(Date.parse(date.text.slice(0, 10)));
}

const format = (optionsIn: (language: string) => Intl.DateTimeFormatOptions) =>
	memoize((language) => {
		const options = { timeZone: 'UTC', year: 'numeric', ...optionsIn(language) } as const;
		return new Intl.DateTimeFormat(localeOf(language), options);
	});
/** In Mongolian, a long month is an ordinal in words: “2019 оны наймдугаар сарын 7”. */
const monthOf = (language: string) => (/^mn(-|$)/.test(language) ? 'short' : 'long');
const day = format((language) => ({ month: monthOf(language), day: 'numeric' }));
const month = format((language) => ({ month: monthOf(language) }));
const formats = { year: format(() => ({})), month, day, instant: day };

function daysIn(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
