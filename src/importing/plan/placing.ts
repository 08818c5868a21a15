import { idPattern } from '../../model/content/values.ts';
import { decoded } from '../../model/publication/urls.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import type { Author } from '../people/authors.ts';
import type { ExportedText } from '../records.ts';
import type { Balance } from './balance.ts';
import { offsetBetween, type Decisions } from './decisions.ts';

/** A text, and where it goes. */
export interface Placed {
	readonly text: ExportedText;
	/** Of a post with its year, `2012/salt`. */
	readonly id: string;
	/** The address below the site’s root. */
	readonly path: string;
	/** When it was published, with the zone; a page has none. */
	readonly date: string | undefined;
	readonly authors: readonly Author[];
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	readonly aliases: readonly string[];
}

/** Pages cannot be drafts: one that is not for all to read becomes a post, which can. */
export function asDraft(text: ExportedText, balance: Balance): ExportedText {
	if (text.kind !== 'page' || text.visibility !== 'unpublished') return text;
	balance.explain('pages', -1, 'a draft of a page became the draft of a post', text.place);
	balance.explain('posts', 1, 'a draft of a page became the draft of a post', text.place);
	return { ...text, kind: 'post' };
}

/** Gives texts their ids: ASCII, unique, and for posts below the year of their date. */
export function placeIds(
	texts: readonly ExportedText[],
	{ private: ofPrivate }: Decisions,
	take: (path: string) => boolean,
): ReadonlyMap<string, string> {
	const ids = new Map<string, string>();
	const newest = texts.map(({ date }) => date?.local ?? '').reduce((a, b) => (a > b ? a : b), '');
	// What readers know keeps its address, whatever else wants it.
	const order = [...texts].sort(
		(a, b) => Number(a.visibility !== 'public') - Number(b.visibility !== 'public'),
	);
	for (const text of order) {
		if (text.visibility === 'private' && (ofPrivate === 'leave' || text.kind === 'page')) continue;
		const year = (text.date?.local ?? (newest || '1970')).slice(0, 4);
		const own = text.slug || nameIn(text.link);
		const kept = idPattern.test(own) ? own : '';
		const slug =
			kept || proposeSlug(own) || proposeSlug(text.title) || `${text.kind}-${proposeSlug(text.id)}`;
		const start = text.kind === 'post' ? `${year}/${slug}` : slug;
		let id = start;
		for (let number = 2; !take(`/${id}/`); number++) id = `${start}-${number}`;
		ids.set(text.id, id);
	}
	return ids;
}

/** The last part of an address; a draft has none. */
function nameIn(link: string): string {
	if (!URL.canParse(link) || new URL(link).search !== '') return '';
	const [last = ''] = decoded(new URL(link).pathname).split('/').filter(Boolean).reverse();
	return last.replace(/\.\w+$/, '');
}

/** The date with the zone in which it was written, so that its year is that of the address. */
export function dateOf({ date }: ExportedText, zone: string, id: string): string {
	if (date === undefined) return id.slice(0, 4);
	const offset = date.utc === undefined ? zone : offsetBetween(date.local, date.utc);
	return `${date.local.replace(' ', 'T')}${offset === '+00:00' ? 'Z' : offset}`;
}
