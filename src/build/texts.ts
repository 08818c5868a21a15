import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { escapeHtml } from '../model/html.ts';
import { feedContent } from '../model/feeds/content.ts';
import type { Post } from '../model/posts.ts';
import type { Publication } from '../model/publication.ts';
import { digest } from './digest.ts';
import { replaceFile, several, versionOf } from './disk.ts';
import { htmlIn, leadIn } from './searched.ts';

/** The text of a post as feeds have it. */
export interface FeedText {
	readonly html: string;
	readonly digest: string;
}

interface Kept extends FeedText {
	/** Of the page that it was taken from. */
	readonly version: string;
}

/**
 * The texts of all posts, by id, taken from the finished pages in `pages`; those of pages that have
 * not changed, from `file`, where they are written down for the next time. `code` is the version of
 * what makes them.
 */
export async function readTexts(
	{ posts, urls }: Publication,
	pages: string,
	file: string,
	code: string,
): Promise<ReadonlyMap<string, FeedText>> {
	const before = await readKept(file, code);
	let isNew = before.size !== posts.length;
	const read = async (post: Post): Promise<[string, Kept]> => {
		const page = join(pages, post.id, 'index.html');
		const version = versionOf(page);
		const known = before.get(post.id);
		if (known?.version === version) return [post.id, known];
		isNew = true;
		const html = textOf(post, await readFile(page, 'utf8'), urls.absolute(post.path));
		return [post.id, { version, html, digest: digest(html) }];
	};
	const texts = new Map(await several(posts, read));
	if (isNew) await replaceFile(file, serialize({ code, texts }));
	return texts;
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

async function readKept(file: string, code: string): Promise<ReadonlyMap<string, Kept>> {
	if (!existsSync(file)) return new Map();
	try {
		const kept = deserialize(await readFile(file)) as {
			code: string;
			texts: ReadonlyMap<string, Kept>;
		};
		return kept.code === code ? kept.texts : new Map();
	} catch {
		return new Map();
	}
}
