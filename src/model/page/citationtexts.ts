import { doiUrl } from '../publication/urls.ts';
import { invertedName, type Citation, type CitedName } from './citations.ts';

/** A formatted reference: the text before the publication's name, the name, the text after it. */
export interface Reference {
	readonly style: 'APA' | 'Chicago';
	readonly before: string;
	/** Set in italics. */
	readonly publication: string;
	readonly after: string;
}

/** Returns the references to a post in two citation styles, in English. */
export function referencesTo(citation: Citation): readonly Reference[] {
	return [apa(citation), chicago(citation)];
}

/** https://apastyle.apa.org/style-grammar-guidelines/references/examples/blog-post-references */
function apa(citation: Citation): Reference {
	const [[year, month, day]] = citation.issued['date-parts'];
	const when = month ? `${year}, ${monthName(month)}${day ? ` ${day}` : ''}` : String(year);
	const names = citation.author.map(apaName);
	// If there are more than twenty authors: the first nineteen and the last.
	const listed =
		names.length > 20 ? [`${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`] : names;
	// A comma divides initials from the next name, which a literal name does not have.
	const first = citation.author[0];
	const isLiteral = first !== undefined && 'literal' in first;
	const authors = joined(listed, isLiteral ? ' & ' : ', & ', ', & ');
	return {
		style: 'APA',
		before: `${closed(authors)} (${when}). ${closed(citation.title)} `,
		publication: citation['container-title'],
		after: `. ${citation.DOI ? doiUrl(citation.DOI) : citation.URL}`,
	};
}

/** The Chicago Manual of Style, 17th edition, 14.208: a blog post in a bibliography. */
function chicago(citation: Citation): Reference {
	const [[year, month, day]] = citation.issued['date-parts'];
	const when = month ? `${monthName(month)} ${day ? `${day}, ` : ''}${year}` : String(year);
	const [first, ...others] = citation.author;
	const names = [...(first ? [invertedName(first)] : []), ...others.map(straightName)];
	const authors =
		names.length > 10
			? `${names.slice(0, 7).join(', ')}, et al.`
			: joined(names, ', and ', ', and ');
	return {
		style: 'Chicago',
		before: `${closed(authors)} “${closed(innerQuotes(citation.title))}” `,
		publication: citation['container-title'],
		after: ` (blog), ${when}. ${citation.DOI ? doiUrl(citation.DOI) : citation.URL}.`,
	};
}

/** Makes the quotation marks single, because the title itself is in quotation marks. */
function innerQuotes(title: string): string {
	return title
		.replace(/„([^“”]*)[“”]/g, '‚$1‘')
		.replace(/"([^"]*)"/g, '‘$1’')
		.replaceAll('“', '‘')
		.replaceAll('”', '’');
}

function joined(names: readonly string[], two: string, last: string): string {
	if (names.length < 2) return names[0] ?? '';
	return `${names.slice(0, -1).join(', ')}${names.length === 2 ? two : last}${names.at(-1)}`;
}

/** “Dierkes, J.”; “Quillbane, J.-P.” */
function apaName(name: CitedName): string {
	if ('literal' in name) return name.literal;
	const initials = name.given
		.normalize('NFC')
		.split(/\s+|(?<=\.)(?=\p{L})/u)
		.map((part) =>
			part
				.split(/(?<=-)/)
				.map((half) => {
					const [letter = ''] = /\p{L}\p{M}*/u.exec(half) ?? [];
					return `${letter}.${half.endsWith('-') ? '-' : ''}`;
				})
				.join(''),
		)
		.join(' ');
	return [name.family, initials, name.suffix].filter(Boolean).join(', ');
}

function straightName(name: CitedName): string {
	return 'literal' in name
		? name.literal
		: [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}

/** Adds a full stop, inside final quotation marks, unless the text ends with punctuation. */
function closed(text: string): string {
	if (/[.?!…]["“”‘’»]*$/.test(text)) return text;
	return text.replace(/(["“”‘’]*)$/, '.$1');
}

const months = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

function monthName(month: number): string {
	return months.format(Date.UTC(2000, month - 1));
}
