import { parseDate } from '../../model/publication/dates.ts';
import type { ExportedText, Moment } from '../records.ts';
import type { System } from './addresses.ts';

/* What the fields of texts mean, in all their spellings. */

export type Fields = Readonly<Record<string, unknown>>;

/** What YAML 1.1, which most generators read, takes for true and false. */
const [yes, no] = [/^(true|yes|on)$/i, /^(false|no|off)$/i];

/** Whether a text was not for all to read: a draft, one of the future, one that had ended. */
export function isUnpublished(name: string, fields: Fields, system: System, now: Date): boolean {
	const is = (key: string, words: RegExp) => words.test(String(fields[key] ?? ''));
	const isLater = (key: string) => {
		const moment = momentOf(fields[key]);
		return (
			moment !== undefined && new Date(`${(moment.utc ?? moment.local).replace(' ', 'T')}Z`) > now
		);
	};
	return (
		is('draft', yes) ||
		is('published', no) ||
		is('permalink', no) ||
		is('eleventyExcludeFromCollections', yes) ||
		['date', 'pubDate', 'publishDate'].some(isLater) ||
		(momentOf(fields['expiryDate']) !== undefined && !isLater('expiryDate')) ||
		/(^|\/)_drafts\//.test(name) ||
		(system === 'astro' && /\/_[^/]+(\/|$)/.test(name))
	);
}

/** The first of these fields that has a value. */
export function first(fields: Fields, ...names: readonly string[]): unknown {
	return names
		.map((name) => fields[name])
		.find((value) => value !== undefined && value !== null && value !== '');
}

/** A text or number as text. */
export function wordsIn(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number'
		? String(value).trim() || undefined
		: undefined;
}

/** A list, or a text that is one: with commas, or between `separator`. */
export function listOf(value: unknown, separator?: string): string[] {
	if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one) ?? []);
	const text = wordsIn(value);
	if (text === undefined) return [];
	return text
		.split(text.includes(',') ? ',' : (separator ?? '\n'))
		.map((one) => one.trim())
		.filter(Boolean);
}

/** The names of authors. */
export function authorsIn(fields: Fields): string[] {
	const value = fields['authors'] ?? fields['author'];
	const all = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
	return all
		.flatMap((one: unknown) =>
			typeof one === 'object' && one !== null
				? (wordsIn((one as Fields)['name']) ?? [])
				: (wordsIn(one) ?? []),
		)
		.flatMap(
			(one) =>
				one
					.replace(/\s*[<(][^>)]*[>)]/g, '')
					.replace(/@.*$/, '')
					.trim() || [],
		);
}

/** The lead image. */
export function imageIn(fields: Fields): Pick<ExportedText, 'image' | 'imageAlt'> {
	const value = first(
		fields,
		'image',
		'featured_image',
		'heroImage',
		'cover',
		'banner',
		'thumbnail',
	);
	if (typeof value === 'string')
		return { image: value, imageAlt: wordsIn(first(fields, 'imageAlt', 'image_alt', 'heroAlt')) };
	if (typeof value !== 'object' || value === null) return {};
	const { src, url, image, path, alt } = value as Fields;
	return { image: wordsIn(src ?? url ?? image ?? path), imageAlt: wordsIn(alt) };
}

/** A date as it stands: a day, or a time with its zone. */
export function momentOf(value: unknown): Moment | undefined {
	const written = value instanceof Date ? value.toISOString() : (wordsIn(value) ?? '');
	const [, day, time, zone] =
		/^(\d{4}-\d{1,2}-\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/.exec(
			written,
		) ?? [];
	if (day === undefined) {
		const parsed =
			/\d{4}/.test(written) && !/^\d+$/.test(written) ? Date.parse(`${written} UTC`) : Number.NaN;
		return Number.isNaN(parsed)
			? undefined
			: { local: new Date(parsed).toISOString().slice(0, 19).replace('T', ' ') };
	}
	const [year = '', month = '', date = ''] = day.split('-');
	const whole = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	if (!parseDate(whole)) return undefined;
	const clock = (time ?? '00:00').padStart(5, '0');
	const local = `${whole} ${clock.length === 5 ? `${clock}:00` : clock}`;
	if (zone === undefined) return { local };
	const offset = zone === 'Z' ? 'Z' : zone.replace(/(\d{2}):?(\d{2})$/, '$1:$2');
	const utc = new Date(`${local.replace(' ', 'T')}${offset}`);
	return Number.isNaN(utc.getTime())
		? { local }
		: { local, utc: utc.toISOString().slice(0, 19).replace('T', ' ') };
}
