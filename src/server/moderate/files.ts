import { existsSync } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes, randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { statOf } from '../../disk.ts';
import { replySchema, type ReplyData } from '../../model/replies/replies.ts';
import { order } from '../../model/text/text.ts';
import { draftAge } from '../store/filestore.ts';

/** The file of a published reply in the folder `content`. */
export function fileOf(content: string, { post, id }: Pick<ReplyData, 'post' | 'id'>): string {
	return join(content, 'replies', post, `${id}.yaml`);
}

/** Returns a random id for a reply: twelve letters and digits. */
export function newId(): string {
	return Array.from(randomBytes(12), (byte) => 'abcdefghijklmnopqrstuvwxyz234567'[byte % 32]).join(
		'',
	);
}

/**
 * Resolves to the published replies, newest first, or to the one called `id`. Files that cannot be read
 * are left out.
 */
export async function readPublished(content: string, id?: string): Promise<ReplyData[]> {
	const folder = join(content, 'replies');
	if (!existsSync(folder)) return [];
	const names = (await readdir(folder, { recursive: true })).filter((name) =>
		id === undefined ? /^[^.].*\.yaml$/.test(name) : basename(name) === `${id}.yaml`,
	);
	const all = await Promise.all(
		names.map(async (name) => {
			try {
				const text = await readFile(join(folder, name), 'utf8');
				return replySchema.safeParse(parse(text, { version: '1.2' })).data ?? [];
			} catch {
				return [];
			}
		}),
	);
	return all.flat().sort((a, b) => order(b.date, a.date) || order(b.id, a.id));
}

/**
 * Writes a reply into the content atomically. Does not change an existing file. Resolves to whether
 * the file is new; rejects if a field is invalid.
 */
export async function writeReply(file: string, reply: ReplyData): Promise<boolean> {
	const { id, post, parent, name, url, date, body, author } = replySchema.parse(reply);
	const text = stringify(
		{ id, post, parent, name, url, date, body, ...(author !== undefined && { author }) },
		{ lineWidth: 0, version: '1.2' },
	);
	const folder = dirname(file);
	await mkdir(folder, { recursive: true });
	const draft = join(folder, `.${randomUUID()}`);
	let isNew: boolean;
	try {
		await writeFile(draft, text, { flag: 'wx', flush: true });
		isNew = await link(draft, file).then(
			() => true,
			(error: NodeJS.ErrnoException) => {
				if (error.code !== 'EEXIST') throw error;
				return false;
			},
		);
	} finally {
		await rm(draft, { force: true });
	}
	if (process.platform !== 'win32') {
		const handle = await open(folder, 'r');
		await handle.sync().finally(() => handle.close());
	}
	return isNew;
}

/** Removes drafts of interrupted runs. Their replies are still in the store. */
export async function removeDrafts(content: string): Promise<void> {
	const folder = join(content, 'replies');
	if (!existsSync(folder)) return;
	for (const name of await readdir(folder, { recursive: true }))
		if (
			/(^|[/\\])\.[0-9a-f-]{36}$/.test(name) &&
			Date.now() - (statOf(join(folder, name))?.mtimeMs ?? 0) >= draftAge
		)
			await rm(join(folder, name), { force: true });
}
