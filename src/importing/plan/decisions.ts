import { z } from 'astro/zod';
import { id, language, webAddress, words } from '../../model/content/values.ts';
import type { Exported } from '../records.ts';

/** The name of the file of decisions, in the content folder. */
export const decisionsName = 'import.yaml';

const authorDecision = z.strictObject({
	id,
	name: words,
	given: words.optional(),
	family: words.optional(),
	url: webAddress.optional().catch(undefined),
	/** The logins of accounts whose texts are theirs. */
	accounts: z.array(z.string()).default([]),
	/** Other names that bylines, tags and categories have for them. */
	names: z.array(words).default([]),
});
export type AuthorDecision = z.output<typeof authorDecision>;

const pattern = z.string().refine(isPattern, 'must be a regular expression');

/** What an editor decides of an import, because no export says it. */
export const decisionsSchema = z.strictObject({
	addresses: z.array(webAddress).optional(),
	permalinks: z
		.string()
		.regex(/^\/.*%/, 'must look like /%year%/%postname%/')
		.optional(),
	bases: z
		.strictObject({
			category: z.string().default('category'),
			tag: z.string().default('tag'),
			author: z.string().default('author'),
		})
		.prefault({}),
	timeZone: z
		.string()
		.regex(/^[+-]\d\d:\d\d$/, 'must look like +08:00')
		.optional(),
	language: language.optional(),
	authors: z.array(authorDecision).default([]),
	people: z
		.strictObject({
			categories: z.array(z.string()).optional(),
			tags: z.array(z.string()).optional(),
		})
		.prefault({}),
	guests: z
		.strictObject({ titles: z.array(pattern).optional(), shorten: z.boolean().default(false) })
		.prefault({}),
	posts: z.record(z.string(), z.array(words).min(1)).default({}),
	categories: z
		.record(z.string(), z.union([z.string(), z.strictObject({ tag: words }), z.null()]))
		.default({}),
	strip: z.array(pattern).default([]),
	notes: z.array(z.string()).optional(),
	types: z.record(z.string(), z.enum(['post', 'page'])).default({}),
	encodedTwice: z.boolean().default(false),
	private: z.enum(['leave', 'draft']).default('leave'),
});
export type Decisions = z.output<typeof decisionsSchema>;

/** The shortcodes around notes of the plugins that are in use; `((` is prose unless it is named. */
export const usualNotes = ['efn_note', 'mfn', 'modern_footnote', 'footnote', 'fn', 'ref'];

/** How titles of guests begin. */
export const usualGuests = [
	'\\bguest (post|column|contribution|author)s?\\b',
	'\\bgastbeitr[aä]ge?\\b',
];

/** Categories below one of these name people. */
const usualPeople = /^(guest-?)?(authors?|contributors?|analysts?|autoren|autor|guests?)$/;

/** Returns the slugs of the categories that have people below them, if nobody has decided. */
export function categoriesOfPeople({ categories }: Exported): string[] {
	return categories
		.filter(
			({ slug, parent }) =>
				parent === undefined &&
				usualPeople.test(slug) &&
				categories.some((below) => below.parent === slug),
		)
		.map(({ slug }) => slug);
}

/**
 * Returns how far the clocks of the site were ahead of UTC, by most of its texts, such as `+08:00`. Some
 * versions of WordPress have no time in UTC.
 */
export function offsetOf({ texts }: Exported): string {
	const all = texts.flatMap(({ date }) =>
		date?.utc === undefined ? [] : [offsetBetween(date.local, date.utc)],
	);
	const counts = [...Map.groupBy(all, (one) => one)].sort(([, a], [, b]) => b.length - a.length);
	return counts[0]?.[0] ?? '+00:00';
}

/** Returns the offset between a local time and the same in UTC, as `+08:00`. Zones go by quarters. */
export function offsetBetween(local: string, utc: string): string {
	const at = (time: string) => Date.parse(`${time.replace(' ', 'T')}Z`);
	const minutes = Math.round((at(local) - at(utc)) / 900_000) * 15;
	if (Math.abs(minutes) > 14 * 60) return '+00:00';
	const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
	return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function isPattern(text: string): boolean {
	try {
		return Boolean(new RegExp(text, 'iu'));
	} catch {
		return false;
	}
}
