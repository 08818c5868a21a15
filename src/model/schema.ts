import { z } from 'astro/zod';
import { parseDate } from './dates.ts';
import { licenseIds } from './licenses.ts';

/*
 * What a post, an author, a category and a page must contain. Every object is strict: a key that
 * is not here is a typing mistake. Whether a named author exists is for checks.ts to say.
 */

/** What can stand in an address: of ids, and of file names that become one. */
export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

const words = z.string().trim().min(1, 'must not be empty');
const id = z.string().regex(idPattern, 'must be an id: lower-case letters, digits and hyphens');
const webAddress = z.url({
	protocol: /^https?$/,
	error: 'must be a web address that starts with https://',
});

const date = z
	.union([z.int(), z.string()], 'must be a year, a month, a day or an instant')
	.transform((value, context) => {
		const parsed = parseDate(value);
		if (parsed) return parsed;
		context.addIssue(
			`"${value}" is not a date; write 2019, 2019-08, 2019-08-07 or 2019-08-07T09:30:00+08:00`,
		);
		return z.NEVER;
	});

const language = z.string().refine(isLanguageTag, 'must be a language tag such as en, de or mn');

const alias = z
	.string()
	.transform((path) => decode(path).replace(/\/*$/, '/'))
	.refine(
		isPath,
		'must be a path on this site that starts with a slash, such as /2012/03/old-name/',
	);

/**
 * The frontmatter of a post. `image` is the schema of a path to an image file: Astro's `image()`
 * resolves it, a plain string leaves it as written.
 */
export function postSchema<Image extends z.ZodType>(image: Image) {
	return z.strictObject({
		title: words,
		subtitle: words.optional(),
		/** One or two sentences for lists, search and link previews. */
		summary: words.max(300, 'must be at most 300 characters').optional(),
		date,
		updated: date.optional(),
		author: z
			.union([id, z.array(id).min(1)], 'must be the id of an author, or a list of ids')
			.transform((one) => [one].flat()),
		categories: z.array(id).default([]),
		tags: z.array(words).default([]),
		language: language.optional(),
		image: z
			.strictObject({
				src: image,
				alt: z.string(),
				caption: words.optional(),
				credit: words.optional(),
			})
			.optional(),
		/** Without one, all rights are reserved. */
		license: z.enum(licenseIds, `must be one of ${licenseIds.join(', ')}`).optional(),
		firstPublished: z
			.strictObject({ in: words, url: webAddress, date: date.optional() })
			.optional(),
		disclosure: words.optional(),
		acknowledgements: words.optional(),
		/** Earlier addresses of the post, which lead to it for ever. */
		aliases: z.array(alias).default([]),
		draft: z.boolean().default(false),
		replies: z.enum(['open', 'closed'], 'must be open or closed').default('open'),
	});
}

/** An author's name is never split by rule: the record says which part is which. */
export const authorSchema = z
	.strictObject({
		/** As shown to readers. */
		name: words,
		given: words.optional(),
		family: words.optional(),
		/** The whole name, where it has no family part: mononyms, patronymic-first names. */
		literal: words.optional(),
		/** Where the name stands in a list; otherwise “family, given” or the literal name. */
		sortName: words.optional(),
		nativeName: z.strictObject({ name: words, language }).optional(),
		url: webAddress.optional(),
		orcid: z
			.string()
			.transform((value) => value.replace(/^https:\/\/orcid\.org\//, ''))
			.refine(isOrcid, 'is not a valid ORCID: a digit is wrong or missing')
			.optional(),
		fediverse: z
			.string()
			.regex(/^@[\w.-]+@[\w-]+(\.[\w-]+)+$/, 'must look like "@user@host.example"')
			.optional(),
		affiliation: z.strictObject({ name: words, url: webAddress.optional() }).optional(),
		/** Of the text about the author. */
		language: language.optional(),
	})
	.refine((author) => Boolean(author.literal) !== Boolean(author.given && author.family), {
		error:
			'needs either both `given` and `family`, or `literal`, so that citations get the name right',
		path: ['name'],
	});

export const categorySchema = z.strictObject({
	id,
	label: words,
	description: words.optional(),
	parent: id.optional(),
});

export const pageSchema = z.strictObject({
	title: words,
	summary: words.optional(),
	language: language.optional(),
});

/** What the loader reads off a post's body. */
export const textSchema = z.strictObject({
	/** The opening of the text, without markup, at most {@link excerptLength} characters. */
	excerpt: z.string(),
	words: z.int(),
	/** Which faces of the text font it needs besides the upright Latin one. */
	faces: z.array(z.enum(['italic', 'bold', 'cyrillic'])),
});

export type PostData<Image = unknown> = z.output<
	ReturnType<typeof postSchema<z.ZodType<Image>>>
> & { text: Text };
export type Text = z.output<typeof textSchema>;
export type AuthorData = z.output<typeof authorSchema>;
export type CategoryData = z.output<typeof categorySchema>;
export type PageData = z.output<typeof pageSchema>;

/** As it is in the address bar, which may show percent signs for other letters. */
function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** Not the root, not a page of a list, and no segment that a file system would take for another. */
function isPath(path: string): boolean {
	const segments = path.slice(1, -1).split('/');
	return (
		/^\/[^?#%\\\s]+\/$/.test(path) &&
		!/\/page\/\d+\/$/.test(path) &&
		segments.every((segment) => segment !== '' && !/^\.+$/.test(segment))
	);
}

function isLanguageTag(tag: string): boolean {
	try {
		return Intl.getCanonicalLocales(tag)[0] === tag;
	} catch {
		return false;
	}
}

/** The last digit is an ISO 7064 MOD 11-2 check digit: https://support.orcid.org/hc/articles/360006897674 */
function isOrcid(orcid: string): boolean {
	if (!/^(\d{4}-){3}\d{3}[\dX]$/.test(orcid)) return false;
	const digits = orcid.replaceAll('-', '');
	const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
	const check = (12 - (total % 11)) % 11;
	return digits.at(-1) === (check === 10 ? 'X' : String(check));
}
