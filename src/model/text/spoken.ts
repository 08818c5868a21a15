import { parseDate } from '../publication/dates.ts';

/** Returns a day, month or year as people write it, as ISO 8601; `undefined` if it is none. */
export function dateFrom(written: string, today: string): string | undefined {
	const text = written.trim().toLowerCase().replaceAll(',', ' ');
	if (text === 'today') return today;
	if (text === 'tomorrow') return after(today);
	if (parseDate(written.trim())) return written.trim();
	const [first, second, third] = text.split(/[\s./-]+/).filter(Boolean);
	if (!first || !second) return undefined;
	if (!third) return iso(second, monthOf(first));
	// A number of four digits is the year; a day stands before or after the name of a month.
	if (/^\d{4}$/.test(first)) return iso(first, monthOf(second), third);
	if (monthOf(first) && !/^\d/.test(first)) return iso(third, monthOf(first), second);
	// 3/4/2026 is another day in America than in Europe.
	if (text.includes('/')) return undefined;
	return iso(third, monthOf(second), first);
}

function after(day: string): string {
	return new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function iso(year: string, month: number | undefined, day?: string): string | undefined {
	const number = day === undefined ? undefined : Number.parseInt(day);
	if (!/^\d{4}$/.test(year) || month === undefined || Number.isNaN(number)) return undefined;
	const parts = [month, number].filter((part) => part !== undefined);
	const text = [year, ...parts.map((part) => String(part).padStart(2, '0'))].join('-');
	return parseDate(text) ? text : undefined;
}

/** The number of a month, given as a number or by its name in English or German. */
function monthOf(text: string): number | undefined {
	if (/^\d{1,2}$/.test(text)) return Number(text);
	const index = months.findIndex((names) =>
		names.some((name) => name === text || (text.length >= 3 && name.startsWith(text))),
	);
	return index < 0 ? undefined : index + 1;
}

const months = Array.from({ length: 12 }, (_, month) =>
	['en', 'de'].map((language) =>
		new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
			.format(Date.UTC(2000, month))
			.toLowerCase(),
	),
);

/** Returns the tag of a language that is given by its tag or name; `undefined` if it is none. */
export function languageFrom(written: string): string | undefined {
	const text = written.trim().toLowerCase();
	for (const code of codes()) {
		const names = ['en', code].map((language) => namesIn(language).of(code)?.toLowerCase());
		if (names.includes(text)) return code;
	}
	return undefined;
}

function namesIn(language: string): Intl.DisplayNames {
	return new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
}

/** All codes of two letters that are a language. */
function codes(): string[] {
	const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
	const english = namesIn('en');
	return letters
		.flatMap((first) => letters.map((second) => first + second))
		.filter((code) => english.of(code) !== undefined);
}
