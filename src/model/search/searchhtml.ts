import type { ComponentPiece, Piece } from '../text/rendered.ts';
import { escapeHtml } from '../text/html.ts';
import { inlineText } from '../text/inline.ts';
import { fold } from './folding.ts';
import { withKeys } from './keys.ts';
import { spellingsIn, type Places } from '../content/places.ts';
import { flat, type Reply } from '../replies/replies.ts';
import type { SearchField } from './searchfields.ts';

/** Returns the HTML of a text for search. Components give their attributes and children. */
export function htmlOf(pieces: readonly Piece[]): string {
	return pieces
		.map((piece) => {
			if (typeof piece === 'string') return piece;
			return 'image' in piece ? '' : wordsOf(piece) + htmlOf(piece.children);
		})
		.join('');
}

/** Attributes without words for readers. */
const silent = new Set(['date', 'language', 'src', 'url', 'words']);

function wordsOf({ attributes }: ComponentPiece): string {
	return Object.entries(attributes)
		.flatMap(([name, value]) =>
			silent.has(name) || value === true ? [] : [`<p>${escapeHtml(inlineText(value))}</p>`],
		)
		.join('');
}

const text =
	/<div class="prose[^>]*data-pagefind-body[^>]*>(.*)<\/div>\s*<\/div>\s*<footer class="after"/s;

/** Returns the HTML of replies for search. The heading of a reply is the name of its author. */
export function htmlOfReplies(threads: readonly Reply[]): string {
	return flat(threads)
		.map(({ anchor, name, html }) => `<h2 id="${anchor}">${escapeHtml(name)}</h2>${html}`)
		.join('');
}

/** Returns the HTML of the text on the page of a post. Throws if the page has no text. */
export function textIn(page: string): string {
	const [, html] = text.exec(page) ?? [];
	if (html === undefined) throw new Error('A page of a post has no text to be searched.');
	return html;
}

/** Returns the HTML of the lead image on the page of a post, or `''` if there is none. */
export function leadIn(page: string): string {
	return /<figure class="lead"[^]*?<\/figure>/.exec(page)?.[0] ?? '';
}

/** Elements that Pagefind leaves out with their words: https://pagefind.app/docs/indexing/ */
const unread = /^<(\/?)(?:footer|form|label|nav)\b/;

/**
 * Returns the document for the search index, with folded letters, keys of its words, and all spellings of
 * its places. `language` is that of the post. If `html` has no words, the title becomes the text, because Pagefind leaves out empty documents.
 */
export function searchDocument(
	fields: readonly SearchField[],
	html: string,
	places: Places,
	language: string,
): string {
	const title = fields.find(({ name }) => name === 'title')?.content ?? '';
	const spellings = spellingsIn(title + html, places).join(' ');
	const all = spellings
		? [...fields, { kind: 'meta', name: 'places', content: spellings } as const]
		: fields;
	const metas = all.map(
		({ kind, name, content }) =>
			`<meta data-pagefind-${kind}="${name}[content]" content="${escapeHtml(kind === 'meta' ? fold(withKeys(content, language)) : content)}">`,
	);
	const hasWords = /[\p{L}\p{N}]/u.test(html.replace(/<[^>]*>|&[^;\s]+;/g, ''));
	const body = hasWords ? html.trim() : `<p>${escapeHtml(title)}</p>`;
	// Only the text: tags have addresses and ids.
	const text = withKeys(body, language).replace(/<[^>]*>|[^<]+/g, (part) =>
		part.startsWith('<') ? part.replace(unread, '<$1div') : fold(part),
	);
	return `<html><head>${metas.join('')}</head><body data-pagefind-body>${text}</body></html>`;
}
