import type { ComponentPiece, Piece } from '../text/rendered.ts';
import { escapeHtml } from '../text/html.ts';
import { fold } from './folding.ts';
import { spellingsIn, type Places } from '../content/places.ts';
import { flat, type Reply } from '../replies/replies.ts';
import type { SearchField } from './searchfields.ts';

/** The HTML of a rendered text as it is searched: of a component, what its author wrote. */
export function htmlOf(pieces: readonly Piece[]): string {
	return pieces
		.map((piece) => {
			if (typeof piece === 'string') return piece;
			return 'image' in piece ? '' : wordsOf(piece) + htmlOf(piece.children);
		})
		.join('');
}

/** Attributes that are read by no one. */
const silent = new Set(['date', 'language', 'src', 'url']);

function wordsOf({ attributes }: ComponentPiece): string {
	return Object.entries(attributes)
		.flatMap(([name, value]) =>
			silent.has(name) || value === true ? [] : [`<p>${escapeHtml(value)}</p>`],
		)
		.join('');
}

const text =
	/<div class="prose[^>]*data-pagefind-body[^>]*>(.*)<\/div>\s*<\/div>\s*<footer class="after"/s;

/** Replies as they are searched: each below a heading of its own that says what it is. */
export function htmlOfReplies(threads: readonly Reply[]): string {
	return flat(threads)
		.map(({ anchor, name, html }) => `<h2 id="${anchor}">Reply by ${escapeHtml(name)}</h2>${html}`)
		.join('');
}

/** The HTML of the text on the finished page of a post. */
export function textIn(page: string): string {
	const [, html] = text.exec(page) ?? [];
	if (html === undefined) throw new Error('A page of a post has no text to be searched.');
	return html;
}

/** The HTML of the picture above the text on the page of a post. */
export function leadIn(page: string): string {
	return /<figure class="lead"[^]*?<\/figure>/.exec(page)?.[0] ?? '';
}

/**
 * The document that the index is given: letters folded, other spellings of its places added. One
 * without a word, such as a picture alone, has its title as text, or Pagefind would leave it out.
 */
export function searchDocument(
	fields: readonly SearchField[],
	html: string,
	places: Places,
): string {
	const title = fields.find(({ name }) => name === 'title')?.content ?? '';
	const spellings = spellingsIn(title + html, places).join(' ');
	const all = spellings
		? [...fields, { kind: 'meta', name: 'places', content: spellings } as const]
		: fields;
	const metas = all.map(
		({ kind, name, content }) =>
			`<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(content)}">`,
	);
	const hasWords = /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>|&[^;\s]+;/g, ''));
	const body = hasWords ? html.trim() : `<p>${escapeHtml(title)}</p>`;
	return fold(`<html><head>${metas.join('')}</head><body data-pagefind-body>${body}</body></html>`);
}
