import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { escapeHtml } from '../model/html.ts';
import { feedContent } from '../model/feeds/content.ts';
import type { Post } from '../model/posts.ts';
import type { Publication } from '../model/publication.ts';
import { digest } from './digest.ts';
import { readJson, replaceFile } from './disk.ts';
import type { Made } from './made.ts';
import { htmlIn, leadIn } from './searched.ts';

/** The text of a post as feeds have it. */
export interface FeedText {
	/** Reads it, as HTML. */
	readonly html: () => string;
	readonly digest: string;
}

interface Known {
	readonly digest: string;
	/** Of the page that it was taken from, and of what takes it. */
	readonly version: string;
}

/**
 * The texts of all posts, by id, taken from its finished `pages` and kept in `folder`, where
 * those of pages that have not changed are found. `code` is the version of what makes them.
 */
export async function readTexts(
	{ posts, urls }: Publication,
	pages: Made,
	folder: string,
	code: string,
): Promise<ReadonlyMap<string, FeedText>> {
	const list = `${folder}.json`;
	const before = readJson<Record<string, Known>>(list, {});
	const fileOf = (id: string) => join(folder, id);
	const known: Record<string, Known> = {};
	for (const post of posts) {
		const page = pageOf(post);
		const version = `${code} ${pages.versions.get(page)}`;
		const last = before[post.id];
		if (last?.version === version && existsSync(fileOf(post.id))) {
			known[post.id] = last;
			continue;
		}
		const html = textOf(
			post,
			readFileSync(join(pages.folder, page), 'utf8'),
			urls.absolute(post.path),
		);
		replaceFile(fileOf(post.id), html);
		known[post.id] = { version, digest: digest(html) };
		// Lets what is made beside go on.
		await setImmediate();
	}
	for (const id of Object.keys(before)) if (!known[id]) await rm(fileOf(id), { force: true });
	replaceFile(list, JSON.stringify(known));
	return new Map(
		posts.map(({ id }) => [
			id,
			{ html: () => readFileSync(fileOf(id), 'utf8'), digest: known[id]!.digest },
		]),
	);
}

/** Where the page of a post lies in the site. */
export function pageOf({ id }: Post): string {
	return `${id}/index.html`;
}

/** With the picture above the text, and what is said below it of its origin. */
function textOf(post: Post, page: string, url: string): string {
	const prefix = post.id.replace('/', '-');
	const { firstPublished, disclosure, acknowledgements } = post;
	// In the words that Rogue Scholar takes for one text in two places.
	const origin = firstPublished
		? `<p>This text was originally published in <a href="${escapeHtml(firstPublished.url)}">${escapeHtml(firstPublished.in)}</a>.</p>`
		: '';
	const paragraph = (text: string | undefined) => (text ? `<p>${escapeHtml(text)}</p>` : '');
	const section = (title: string, html: string) => (html ? `<h2>${title}</h2>${html}` : '');
	const notes =
		section('Disclosure', paragraph(disclosure)) +
		section('Acknowledgments', origin + paragraph(acknowledgements));
	return feedContent(leadIn(page) + htmlIn(page) + notes, { url, prefix });
}
