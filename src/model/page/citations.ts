import type { Author } from '../publication/authors.ts';
import type { PartialDate } from '../publication/dates.ts';
import type { Post } from '../publication/posts.ts';
import type { Site } from '../publication/site.ts';
import { proposeSlug } from '../text/transliterate.ts';
import { createUrls } from '../publication/urls.ts';

/** A post as CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json */
export interface Citation {
	readonly id: string;
	readonly type: 'post-weblog';
	readonly title: string;
	readonly author: readonly CitedName[];
	readonly 'container-title': string;
	/** The year, and the month and day if they are known. */
	readonly issued: { readonly 'date-parts': readonly [readonly number[]] };
	readonly URL: string;
	readonly DOI?: string;
	readonly language: string;
	readonly abstract?: string;
}

export type CitedName =
	| { readonly family: string; readonly given: string; readonly suffix?: string }
	| { readonly literal: string };

/** Returns the citation of a post. */
export function citationOf(post: Post, site: Site): Citation {
	const { title, subtitle, authors, date, path, doi, language, summary } = post;
	return {
		id: keyOf(post),
		type: 'post-weblog',
		title: subtitle ? `${title}${/[.?!…]$/.test(title) ? '' : ':'} ${subtitle}` : title,
		author: authors.map(citedName),
		'container-title': site.name,
		issued: { 'date-parts': [dateParts(date)] },
		URL: createUrls(site.address).absolute(path),
		...(doi && { DOI: doi }),
		language,
		...(summary && { abstract: summary }),
	};
}

/** Returns family name, given name and suffix, or the whole name if it has no family part. */
export function citedName({ given, family, suffix, literal, name }: Author): CitedName {
	if (!given || !family) return { literal: literal ?? name };
	return { family, given, ...(suffix && { suffix }) };
}

/** Returns “Family, Given, Suffix” or the literal name. */
export function invertedName(name: CitedName): string {
	if ('literal' in name) return name.literal;
	return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** Returns the year, month and day as far as known. An instant gives the day in its own zone. */
function dateParts({ text }: PartialDate): number[] {
	return text.slice(0, 10).split('-').map(Number);
}

/** Returns a key such as `dierkes-2019-on-salt`: the name and the id of the post, which is unique. */
function keyOf({ id, authors }: Post): string {
	const [first] = authors.map(citedName);
	const name = first && ('literal' in first ? first.literal : first.family);
	const [word] = proposeSlug(name ?? '').split('-');
	return `${word && /^[a-z]/.test(word) ? word : 'post'}-${id.replace('/', '-')}`;
}

/** Returns a RIS file (https://en.wikipedia.org/wiki/RIS_(file_format)). A value is one line. */
export function toRis(citation: Citation): string {
	const [parts] = citation.issued['date-parts'];
	const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
	const fields: [string, string | undefined][] = [
		['TY', 'BLOG'],
		...citation.author.map((name): [string, string] => ['AU', risName(name)]),
		['TI', citation.title],
		['T2', citation['container-title']],
		['PY', year],
		['DA', `${year}/${month ?? ''}/${day ?? ''}/`],
		['UR', citation.URL],
		['DO', citation.DOI],
		['LA', citation.language],
		['AB', citation.abstract],
	];
	const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
	return [...lines, 'ER  - ', ''].join('\r\n');
}

/** A comma would make a person, or two, of a literal name. */
function risName(name: CitedName): string {
	return 'literal' in name ? name.literal.replace(/\s*,\s*/g, ' – ') : invertedName(name);
}

/**
 * Returns an entry for BibLaTeX, which reads `date` and `url`, and for BibTeX, which prints `year`,
 * `month` and `howpublished` of a type that it does not know.
 */
export function toBibtex(citation: Citation): string {
	const [parts] = citation.issued['date-parts'];
	const [year, month] = parts;
	const fields: [string, string | undefined][] = [
		['author', citation.author.map(bibtexName).join(' and ')],
		['title', `{${bibtex(citation.title)}}`],
		['organization', `{${bibtex(citation['container-title'])}}`],
		['date', parts.map((part) => String(part).padStart(2, '0')).join('-')],
		['year', String(year)],
		['month', month ? monthName(month) : undefined],
		['howpublished', `${bibtex(citation['container-title'])}, \\url{${citation.URL}}`],
		['url', citation.URL],
		['doi', citation.DOI],
		['langid', babelName(citation.language)],
	];
	const lines = fields.flatMap(([name, value]) => (value ? [`\t${name} = {${value}},`] : []));
	return [`@online{${citation.id},`, ...lines, '}', ''].join('\n');
}

/** Returns CSL-JSON: a list with one citation. */
export function toCslJson(citation: Citation): string {
	return `${JSON.stringify([citation], null, '\t')}\n`;
}

/** Braces prevent BibLaTeX from splitting a literal name. */
function bibtexName(name: CitedName): string {
	return 'literal' in name
		? `{${bibtex(name.literal)}}`
		: [name.family, name.suffix, name.given]
				.filter((part) => part !== undefined)
				.map(namePart)
				.join(', ');
}

/** Braces prevent BibLaTeX from splitting a name at a comma or an “and”. */
function namePart(text: string): string {
	return /,|\band\b/i.test(text) ? `{${bibtex(text)}}` : bibtex(text);
}

const special: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	// Braces count even if they are escaped.
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
};

function bibtex(text: string): string {
	return (
		oneLine(text)
			.replace(/[\\~^{}&%$#_]/g, (sign) => special[sign] ?? `\\${sign}`)
			// LaTeX turns two hyphens into a dash.
			.replace(/-(?=-)/g, '{-}')
	);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

const months = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' });

function monthName(month: number): string {
	return months.format(Date.UTC(2000, month - 1));
}

const languages = new Intl.DisplayNames('en', { type: 'language' });

/** The name of a language in babel and polyglossia, such as `german`; `undefined` if unsure. */
function babelName(language: string): string | undefined {
	const name = languages.of(language.split('-')[0]!)?.toLowerCase();
	return name && /^[a-z]{4,}$/.test(name) ? name : undefined;
}
