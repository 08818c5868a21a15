import { existsSync } from 'node:fs';
import { link, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { replySchema, type ReplyData, type WaitingReply } from '../../model/replies/replies.ts';
import { statOf } from '../../disk.ts';
import { draftAge } from '../store/filestore.ts';
import { boxes, type Box, type Store } from '../store/store.ts';

/** The actions of editors on replies. Each can be repeated safely after an interruption. */
export interface Moderation {
	/**
	 * Publishes a reply with the changes of the editor `by`. Resolves to its file; `undefined` if
	 * the reply does not exist or another editor has decided on it. Rejects if a field is invalid.
	 */
	approve(id: string, by: string, changes?: Partial<ReplyData>): Promise<string | undefined>;
	/** Moves a reply from pending to spam, or back. Resolves to `false` if it was not there. */
	mark(id: string, as: 'pending' | 'spam'): Promise<boolean>;
	/** Deletes a reply with all its personal data. Resolves to whether it existed. */
	forget(id: string): Promise<boolean>;
	/** Publishes a reply that came another way, such as by mail. Resolves to its file. */
	add(reply: ReplyData): Promise<string>;
	/** Resolves to all stored replies with this e-mail address. */
	of(email: string): Promise<readonly WaitingReply[]>;
	/**
	 * Deletes all stored replies with this e-mail address. Resolves to those that are also
	 * published: an editor must delete their files.
	 */
	erase(email: string): Promise<readonly WaitingReply[]>;
	/** Deletes e-mail addresses of old decided replies, and old spam. Resolves to the counts. */
	tidy(now: Date): Promise<{ readonly addresses: number; readonly spam: number }>;
	/** Completes interrupted approvals: moves published replies to done. Resolves to the count. */
	reconcile(): Promise<number>;
}

/** Days to keep an e-mail address after the decision, so that an editor can reply by mail. */
const keptAddress = 30;
/** Days to keep spam, in case a reply was classified wrongly. */
const keptSpam = 90;
const day = 24 * 60 * 60 * 1000;

/** Creates the moderation for the replies in `store`. It publishes them in the folder `content`. */
export function createModeration(store: Store, content: string): Moderation {
	const fileOf = ({ post, id }: Pick<ReplyData, 'post' | 'id'>) =>
		join(content, 'replies', post, `${id}.yaml`);

	const all = async (use: (id: string, box: Box, reply: WaitingReply) => Promise<void>) => {
		for (const box of boxes)
			for (const id of await store.list(box)) {
				const kept = await store.get(id).catch(told);
				if (kept) await use(id, kept.box, kept.reply);
			}
	};
	const of = async (email: string) => {
		const found: WaitingReply[] = [];
		await all(async (_id, _box, reply) => {
			if (reply.email?.toLowerCase() === email.toLowerCase()) found.push(reply);
		});
		return found;
	};

	return {
		async approve(id, by, changes = {}) {
			const kept = await store.get(id);
			if (!kept || kept.box === 'done') return undefined;
			const { email: _, signals: __, decided: ___, ...fields } = kept.reply;
			const file = fileOf(kept.reply);
			const isNew = await publish(file, { ...fields, ...changes, id });
			const decided = { at: new Date().toISOString(), by };
			if (await store.move(id, kept.box, 'done', { ...kept.reply, decided })) return file;
			// Meanwhile another editor has moved or deleted the reply.
			if (isNew && (await store.get(id))?.box !== 'done') await rm(file, { force: true });
			return undefined;
		},
		async mark(id, as) {
			const other = as === 'spam' ? 'pending' : 'spam';
			return store.move(id, other, as);
		},
		async forget(id) {
			const kept = await store.get(id);
			return kept !== undefined && store.move(id, kept.box, undefined);
		},
		async add(reply) {
			await publish(fileOf(reply), reply);
			return fileOf(reply);
		},
		of,
		async erase(email) {
			const found = await of(email);
			for (const { id } of found) {
				const kept = await store.get(id);
				if (kept) await store.move(id, kept.box, undefined);
			}
			return found.filter((reply) => existsSync(fileOf(reply)));
		},
		async tidy(now) {
			const count = { addresses: 0, spam: 0 };
			await all(async (id, box, reply) => {
				const age = (date: string) => (now.getTime() - Date.parse(date)) / day;
				if (
					box === 'done' &&
					reply.email !== null &&
					age(reply.decided?.at ?? reply.date) > keptAddress
				) {
					await store.move(id, 'done', 'done', { ...reply, email: null });
					count.addresses++;
				}
				if (box === 'spam' && age(reply.date) > keptSpam) {
					await store.move(id, 'spam', undefined);
					count.spam++;
				}
			});
			return count;
		},
		async reconcile() {
			await removeDrafts(join(content, 'replies'));
			let count = 0;
			await all(async (id, box, reply) => {
				// The move and the decision are two steps: a done reply can lack its decision.
				if ((box === 'done' && reply.decided) || !existsSync(fileOf(reply))) return;
				const decided = { at: new Date().toISOString(), by: 'an interrupted run' };
				if (await store.move(id, box, 'done', { ...reply, decided })) count++;
			});
			return count;
		},
	};
}

/** Logs the error of an unreadable reply, so that the other replies are still processed. */
function told(error: unknown): undefined {
	console.error((error as Error).message);
}

/**
 * Writes a reply into the content atomically. Does not change an existing file. Resolves to whether
 * the file is new; rejects if a field is invalid.
 */
async function publish(file: string, reply: ReplyData): Promise<boolean> {
	const { id, post, parent, name, url, date, body } = replySchema.parse(reply);
	const text = stringify(
		{ id, post, parent, name, url, date, body },
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
async function removeDrafts(folder: string): Promise<void> {
	if (!existsSync(folder)) return;
	for (const name of await readdir(folder, { recursive: true }))
		if (
			/(^|[/\\])\.[0-9a-f-]{36}$/.test(name) &&
			Date.now() - (statOf(join(folder, name))?.mtimeMs ?? 0) >= draftAge
		)
			await rm(join(folder, name), { force: true });
}
