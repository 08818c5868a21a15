import type { Author } from '../publication/authors.ts';
import { yearOf, type PartialDate } from '../publication/dates.ts';
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
	{ readonly family: string; readonly given: string } | { readonly literal: string };

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

/** Returns family and given name, or the whole name if it has no family part. */
export function citedName({ given, family, literal, name }: Author): CitedName {
	return given && family ? { family, given } : { literal: literal ?? name };
}

/** Returns “Family, Given” or the literal name. */
export function invertedName(name: CitedName): string {
	return 'literal' in name ? name.literal : `${name.family}, ${name.given}`;
}

/** Returns the year, month and day as far as known. An instant gives the day in its own zone. */
function dateParts({ text }: PartialDate): number[] {
	return text.slice(0, 10).split('-').map(Number);
}

/** Returns a key such as `dierkes2019us` (name, year, first word), or else one from the post id. */
function keyOf({ id, authors, date, title }: Post): string {
	const [first] = authors.map(citedName);
	const name = first && ('literal' in first ? first.literal : first.family);
	const plain = (text: string) => proposeSlug(text).split('-')[0] ?? '';
	const key = `${plain(name ?? '')}${yearOf(date)}${plain(title)}`;
	return /^[a-z]/.test(key) ? key : `post-${id.replace('/', '-')}`;
}

/** Returns a RIS file (https://en.wikipedia.org/wiki/RIS_(file_format)). A value is one line. */
export function toRis(citation: Citation): string {
	const [parts] = citation.issued['date-parts'];
	const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
	const fields: [string, string | undefined][] = [
		['TY', 'BLOG'],
		...citation.author.map((name): [string, string] => ['AU', invertedName(name)]),
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

/** Returns a BibLaTeX entry. BibLaTeX allows web pages and dates without a day. */
export function toBibtex(citation: Citation): string {
	const [parts] = citation.issued['date-parts'];
	const fields: [string, string | undefined][] = [
		['author', citation.author.map(bibtexName).join(' and ')],
		['title', `{${bibtex(citation.title)}}`],
		['organization', `{${bibtex(citation['container-title'])}}`],
		['date', parts.map((part) => String(part).padStart(2, '0')).join('-')],
		['url', citation.URL],
		['doi', citation.DOI],
		['langid', citation.language],
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
		: `${namePart(name.family)}, ${namePart(name.given)}`;
}

/** Braces prevent BibLaTeX from splitting a name at a comma or an “and”. */
function namePart(text: string): string {
	return /,|\band\b/i.test(text) ? `{${bibtex(text)}}` : bibtex(text);
}

const special: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
};

function bibtex(text: string): string {
	return (
		oneLine(text)
			.replace(/[\\~^]|[&%$#_{}]/g, (sign) => special[sign] ?? `\\${sign}`)
			// LaTeX turns two hyphens into a dash.
			.replace(/-(?=-)/g, '{-}')
	);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
