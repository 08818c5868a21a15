import { site } from '../site.ts';
import type { Checked } from './content/check.ts';

/** What a build has made. */
export interface Built {
	readonly pages: number;
	/** Pages that are new, or differ from those of the site before. */
	readonly changed: number;
	/** Bytes of the search index. */
	readonly index: number;
}

/** What is published, and what is not. */
export function ending({ addresses }: Checked, { pages, changed, index }: Built): string {
	const posts = addresses.filter(({ kind }) => kind === 'post');
	const waiting = posts.filter(({ published }) => !published).length;
	const size = (index / 1e6).toFixed(1);
	const made = `${many(pages, 'page')}, ${changed} of them new or changed; search index: ${size} MB.`;
	const unpublished = `${many(waiting, 'draft or scheduled post', 'drafts and scheduled posts')}`;
	if (site.drafts)
		return `${made}\nIt shows ${unpublished} as well: do not put this folder on the web.`;
	return `${many(posts.length - waiting, 'post')} on ${made}${waiting ? `\nNot published: ${unpublished}.` : ''}`;
}

function many(count: number, one: string, several = `${one}s`): string {
	return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}
