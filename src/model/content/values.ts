import { z } from 'astro/zod';
import { deviceNames } from '../text/text.ts';
import { languageFrom } from '../text/spoken.ts';
import { parseDate } from '../publication/dates.ts';
import { decoded } from '../publication/urls.ts';

/* The schemas of single fields. */

/** The pattern of ids, and of file names that become ids. They are part of addresses. */
export const idPattern = new RegExp(`^(?!(${deviceNames})$)[a-z0-9]+(-[a-z0-9]+)*$`);

/** https://www.crossref.org/blog/dois-and-matching-regular-expressions/, and old ones with < and > */
const doiPattern = /^10\.\d{4,9}\/[-._;()/:<>[\]+=a-z0-9]+$/i;

export const words = z
	.string()
	.trim()
	.min(1, 'must not be empty')
	.refine((text) => text.isWellFormed(), 'contains half a character');
export const id = z
	.string()
	.regex(
		idPattern,
		'must be an id: lower-case letters, digits and hyphens, and no name such as con',
	);
export const webAddress = z.url({
	protocol: /^https?$/,
	error: 'must be a web address that starts with https://',
});

export const doi = z
	.string()
	.transform((value) => value.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:)/i, ''))
	.refine((value) => doiPattern.test(value), 'must be a DOI, such as 10.59350/abcde-12345');

export const orcid = z
	.string()
	.transform((value) => value.replace(/^https:\/\/orcid\.org\//, ''))
	.refine(isOrcid, 'is not a valid ORCID: a digit is wrong or missing');

export const date = z
	.union([z.int(), z.string()], 'must be a year, a month, a day or an instant')
	.transform((value, context) => {
		const parsed = parseDate(value);
		if (parsed) return parsed;
		context.addIssue({ code: 'custom', params: { problem: 'bad-date' } });
		return z.NEVER;
	});

export const language = z.string().refine(isLanguageTag, {
	error: ({ input }) => {
		const meant = intendedLanguage(String(input));
		return `must be a language tag such as en, de or mn${meant ? `; write ${meant}` : ''}`;
	},
});

export const alias = z
	.string()
	.transform(normalAlias)
	.refine(
		(alias) => alias.isWellFormed() && isAlias(alias),
		'must be a path on this site, such as /2012/03/old-name/, /old.html or /?p=12',
	);

/**
 * Returns an alias in its normal form: decoded, in one Unicode form, with a slash at its start, and
 * one at its end unless it names a file or has a query.
 */
export function normalAlias(written: string): string {
	const [, path = '', query = ''] = /^([^?]*)(\?.*)?$/s.exec(written)!;
	const below = `/${decoded(path)
		.normalize()
		.replace(/^\/(?!\/)/, '')}`;
	return isFileName(path) || query ? below + query : below.replace(/\/*$/, '/');
}

/** Whether a path ends like a file, such as `/old.html`, and not like a page, such as `/v1.2`. */
function isFileName(path: string): boolean {
	return /[^/]\.[a-z][a-z\d]{1,4}$/i.test(path);
}

export const aliases = z
	.array(alias)
	.default([])
	.describe('Earlier addresses, which lead here for ever, such as /2012/03/old-name/.');

export const textLanguage = language
	.optional()
	.describe('Language of the text as a tag, such as en, de or mn, if it is not the site’s.');

export const quotes = z
	.enum(['by-language', 'as-written'], 'must be by-language or as-written')
	.optional()
	.describe(
		'How straight quotation marks are published, if not as src/site.ts says: by-language or as-written.',
	);

/**
 * Excludes the pages of a list, and empty segments or segments of dots. The root and other addresses
 * of the site need a query; WordPress had `/?p=12`.
 */
function isAlias(alias: string): boolean {
	const [path = '', query] = alias.split('?');
	const segments = path.replace(/^\/|\/$/g, '').split('/');
	if (query !== undefined && !/^[^=&#\s]+=[^#\s]*$/.test(query)) return false;
	if (path === '/') return query !== undefined;
	return (
		/^\/[^#%\\\s]+$/.test(path) &&
		!/\/page\/\d+\/$/.test(path) &&
		segments.every((segment) => segment !== '' && !/^\.+$/.test(segment))
	);
}

/**
 * Whether `tag` is a language tag in its canonical form. A language has two letters, and a name, or
 * three letters: of those, there are more than names are known of.
 */
export function isLanguageTag(tag: string): boolean {
	try {
		const [code = ''] = /^[a-z]{2,3}(?=-|$)/.exec(tag) ?? [];
		const isKnown = code.length === 3 || englishNames.of(code) !== undefined;
		return isKnown && Intl.getCanonicalLocales(tag)[0] === tag;
	} catch {
		return false;
	}
}

const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** Returns the tag that is meant by a name, such as `english`, a country, or another form of a tag. */
export function intendedLanguage(written: string): string | undefined {
	const named = languageFrom(written);
	if (named) return named;
	try {
		const canonical = Intl.getCanonicalLocales(written.replaceAll('_', '-'))[0]!;
		if (isLanguageTag(canonical)) return canonical;
		const isCountry = /^[a-z]{2}$/i.test(written) && countries.of(written.toUpperCase());
		const { language = '' } = isCountry ? new Intl.Locale(`und-${written}`).maximize() : {};
		return isLanguageTag(language) ? language : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The last character is an ISO 7064 MOD 11-2 check digit:
 * https://support.orcid.org/hc/articles/360006897674
 */
function isOrcid(orcid: string): boolean {
	if (!/^(\d{4}-){3}\d{3}[\dX]$/.test(orcid)) return false;
	const digits = orcid.replaceAll('-', '');
	const total = [...digits.slice(0, -1)].reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
	const check = (12 - (total % 11)) % 11;
	return digits.at(-1) === (check === 10 ? 'X' : String(check));
}
