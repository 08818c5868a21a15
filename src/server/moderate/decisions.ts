import type { Manifest } from '../../model/replies/manifest.ts';
import type { Messages } from '../../model/messages/en.ts';
import { replySchema } from '../../model/replies/replies.ts';
import type { Store, Undecided } from '../store/store.ts';
import { newId } from './files.ts';
import type { Moderation } from './moderation.ts';
import type { Publisher } from './publisher.ts';

/** What an action has done. Its name stands in the address, and names what the desk says. */
export type Result = keyof Messages['desk']['results'];
/** The actions that take results back. */
export const undoing: Partial<Record<Result, string>> = {
	approved: 'take-down',
	deleted: 'pending',
	spam: 'pending',
};

/** What an editor sends. */
export interface Decision {
	readonly what: string;
	/** The reply. */
	readonly id: string;
	/** The editor. */
	readonly by: string;
	readonly changes: { readonly name: string; readonly body: string };
	/** An answer; `as` is the id of an author of the post, or empty for the editor. */
	readonly answer: { readonly as: string; readonly body: string };
}

interface Parts {
	readonly store: Store;
	readonly moderation: Moderation;
	readonly publisher: Publisher;
	/** Resolves to the posts that accept replies now. */
	readonly manifest: () => Promise<Manifest>;
}

/** Returns what carries out a decision of an editor. Rejects if it cannot be written. */
export function createDecide({ store, moderation, publisher, manifest }: Parts) {
	return async ({ what, id, by, changes, answer }: Decision): Promise<Result> => {
		const approve = async (): Promise<Result> => {
			const right = replySchema.pick({ name: true, body: true }).safeParse(changes);
			if (!right.success) return 'incomplete';
			// Marked first, so that a crash after the approval does not lose the publication.
			await publisher.mark();
			const file = await moderation.approve(id, by, right.data);
			await publisher.request();
			return file ? 'approved' : 'decided';
		};
		if (what === 'approve') return approve();
		if (what === 'answer') {
			const [published] = await moderation.published(id);
			const { post } = published ?? (await store.get(id))?.reply ?? {};
			const authors = (await manifest().catch((): Manifest => ({})))[post ?? '']?.authors;
			const author = authors?.find((one) => one.id === answer.as);
			if (answer.as !== '' && !author) throw new Error(`"${answer.as}" is no author of the post`);
			const right = replySchema.safeParse({
				id: newId(),
				post,
				parent: id,
				name: author?.name ?? by,
				url: null,
				date: new Date().toISOString(),
				body: answer.body,
				...(author && { author: author.id }),
			});
			if (!right.success) return post === undefined ? 'decided' : 'incomplete';
			const before = published ? 'approved' : await approve();
			if (before !== 'approved') return before;
			await publisher.mark();
			await moderation.add(right.data);
			await publisher.request();
			return 'answered';
		}
		if (what === 'take-down') {
			await publisher.mark();
			const was = await moderation.takeDown(id);
			await publisher.request();
			return was ? 'takenDown' : 'decided';
		}
		if (what === 'forget') {
			// Another editor may have taken it back.
			const isDeleted = (await store.get(id))?.box === 'deleted';
			return isDeleted && (await moderation.forget(id)) ? 'forgotten' : 'decided';
		}
		const marks: Record<string, Result> = { spam: 'spam', pending: 'waiting', deleted: 'deleted' };
		const done = Object.hasOwn(marks, what) ? marks[what]! : 'nothing';
		return done === 'nothing' || (await moderation.mark(id, what as Undecided, by))
			? done
			: 'decided';
	};
}
