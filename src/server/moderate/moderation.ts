import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { ReplyData, WaitingReply } from '../../model/replies/replies.ts';
import { fileOf, readPublished, removeDrafts, writeReply } from './files.ts';
import { boxes, type Box, type Store, type Undecided } from '../store/store.ts';

/** The actions of editors on replies. Each can be repeated safely after an interruption. */
export interface Moderation {
	/**
	 * Publishes a reply with the changes of the editor `by`. Resolves to its file; `undefined` if
	 * the reply does not exist or another editor has decided on it. Rejects if a field is invalid.
	 */
	approve(id: string, by: string, changes?: Partial<ReplyData>): Promise<string | undefined>;
	/** Moves a reply that is not published to another box. Resolves to whether it was in one. */
	mark(id: string, as: Undecided, by: string): Promise<boolean>;
	/** Resolves to the published replies, newest first, or to the one called `id`. */
	published(id?: string): Promise<readonly ReplyData[]>;
	/** Lets a published reply wait again, and removes its file. Resolves to whether it was there. */
	takeDown(id: string): Promise<boolean>;
	/** Deletes a reply with all its personal data. Resolves to whether it existed. */
	forget(id: string): Promise<boolean>;
	/** Publishes a reply that came another way, such as by mail. Resolves to its file. */
	add(reply: ReplyData): Promise<string>;
	/** Lets the stored replies to the post `from` belong to the post `to`. Resolves to their count. */
	repost(from: string, to: string): Promise<number>;
	/** Resolves to all stored replies with this e-mail address. */
	of(email: string): Promise<readonly WaitingReply[]>;
	/**
	 * Deletes all stored replies with this e-mail address. Resolves to those that are also
	 * published: an editor must delete their files.
	 */
	erase(email: string): Promise<readonly WaitingReply[]>;
	/** Deletes e-mail addresses of old decided replies, old spam and what editors deleted. Resolves to the counts. */
	tidy(now: Date): Promise<{ readonly addresses: number; readonly replies: number }>;
	/** Completes interrupted approvals: moves published replies to done. Resolves to the count. */
	reconcile(): Promise<number>;
}

/** Days to keep an e-mail address after the decision, so that an editor can reply by mail. */
const keptAddress = 30;
/** Days to keep spam, in case a reply was classified wrongly. */
const keptSpam = 90;
/** Days in which an editor can take back that a reply was deleted. */
const keptDeleted = 7;
const day = 24 * 60 * 60 * 1000;

/** Creates the moderation for the replies in `store`. It publishes them in the folder `content`. */
export function createModeration(store: Store, content: string): Moderation {
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
			const file = fileOf(content, kept.reply);
			const isNew = await writeReply(file, { ...fields, ...changes, id });
			const decided = { at: new Date().toISOString(), by };
			if (await store.move(id, kept.box, 'done', { ...kept.reply, decided })) return file;
			// Meanwhile another editor has moved or deleted the reply.
			if (isNew && (await store.get(id))?.box !== 'done') await rm(file, { force: true });
			return undefined;
		},
		async mark(id, as, by) {
			const kept = await store.get(id);
			if (!kept || kept.box === 'done' || kept.box === as) return false;
			const { decided: _, ...reply } = kept.reply;
			const decided = { at: new Date().toISOString(), by };
			return store.move(id, kept.box, as, as === 'deleted' ? { ...reply, decided } : reply);
		},
		published: (id) => readPublished(content, id),
		async takeDown(id) {
			const [reply] = await readPublished(content, id);
			if (!reply) return false;
			const kept = await store.get(id);
			// What came by mail is in no box.
			const { decided: _, ...known } = kept?.reply ?? { email: null, signals: [] };
			const waiting = { ...known, ...reply };
			if (kept) await store.move(id, kept.box, 'pending', waiting);
			else await store.put('pending', waiting);
			// Last: if it is interrupted before, the reply stays published.
			await rm(fileOf(content, reply), { force: true });
			return true;
		},
		async forget(id) {
			const kept = await store.get(id);
			return kept !== undefined && store.move(id, kept.box, undefined);
		},
		async add(reply) {
			await writeReply(fileOf(content, reply), reply);
			return fileOf(content, reply);
		},
		async repost(from, to) {
			let count = 0;
			await all(async (id, box, reply) => {
				if (reply.post === from && (await store.move(id, box, box, { ...reply, post: to })))
					count++;
			});
			return count;
		},
		of,
		async erase(email) {
			const found = await of(email);
			for (const { id } of found) {
				const kept = await store.get(id);
				if (kept) await store.move(id, kept.box, undefined);
			}
			return found.filter((reply) => existsSync(fileOf(content, reply)));
		},
		async tidy(now) {
			const count = { addresses: 0, replies: 0 };
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
				const isOld =
					(box === 'spam' && age(reply.date) > keptSpam) ||
					(box === 'deleted' && age(reply.decided?.at ?? reply.date) > keptDeleted);
				if (isOld && (await store.move(id, box, undefined))) count.replies++;
			});
			return count;
		},
		async reconcile() {
			await removeDrafts(content);
			let count = 0;
			await all(async (id, box, reply) => {
				// The move and the decision are two steps: a done reply can lack its decision.
				if ((box === 'done' && reply.decided) || !existsSync(fileOf(content, reply))) return;
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
