import { existsSync } from 'node:fs';
import { link, mkdir, open, readdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { replySchema, type ReplyData, type WaitingReply } from '../../model/replies/replies.ts';
import { statOf } from '../../disk.ts';
import { draftAge } from '../store/filestore.ts';
import { boxes, type Box, type Store } from '../store/store.ts';

/** What editors do with replies. Each step can be interrupted, and done again. */
export interface Moderation {
	/**
	 * Publishes a reply with these changes. Resolves to its file, or `undefined` if another editor has
	 * decided on it already.
	 */
	approve(id: string, by: string, changes?: Partial<ReplyData>): Promise<string | undefined>;
	/** Moves a reply between waiting and spam. Resolves to whether there is such a reply. */
	mark(id: string, as: 'pending' | 'spam'): Promise<boolean>;
	/** Forgets it for good, with all that it says of the reader. */
	forget(id: string): Promise<boolean>;
	/** Publishes what came another way, such as by mail. */
	add(reply: ReplyData): Promise<string>;
	/** All that is kept of the person with this address. */
	of(email: string): Promise<readonly WaitingReply[]>;
	/** Deletes all that is kept of a person. Resolves to the published replies, which an editor deletes. */
	erase(email: string): Promise<readonly WaitingReply[]>;
	/** Forgets addresses some time after the decision, and old spam. Answers how many of each. */
	tidy(now: Date): Promise<{ readonly addresses: number; readonly spam: number }>;
	/** Finishes what was interrupted: what is published waits no more. Answers how many did. */
	reconcile(): Promise<number>;
}

/** Days for which the address of a decided reply is kept, so that an editor may write back. */
const keptAddress = 30;
/** Days for which spam is kept, in case it was none. */
const keptSpam = 90;
const day = 24 * 60 * 60 * 1000;

/** Moderation of the replies in `store`, published below `content`. */
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
			// Another editor has refused it meanwhile.
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
				// It may have been moved, but not yet marked.
				if ((box === 'done' && reply.decided) || !existsSync(fileOf(reply))) return;
				const decided = { at: new Date().toISOString(), by: 'an interrupted run' };
				if (await store.move(id, box, 'done', { ...reply, decided })) count++;
			});
			return count;
		},
	};
}

/** One that cannot be read keeps nobody from the others. */
function told(error: unknown): undefined {
	console.error((error as Error).message);
}

/** Writes a reply into the content, whole or not at all. One that is there stays. Resolves to whether it is new. */
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

/** What an interrupted run was about to publish; its reply still waits. */
async function removeDrafts(folder: string): Promise<void> {
	if (!existsSync(folder)) return;
	for (const name of await readdir(folder, { recursive: true }))
		if (
			/(^|[/\\])\.[0-9a-f-]{36}$/.test(name) &&
			Date.now() - (statOf(join(folder, name))?.mtimeMs ?? 0) >= draftAge
		)
			await rm(join(folder, name), { force: true });
}
