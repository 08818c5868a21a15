import type { WaitingReply } from '../../model/replies/replies.ts';

/** The boxes of the store: waiting for an editor, classified as spam, deleted, and approved. */
export const boxes = ['pending', 'spam', 'deleted', 'done'] as const;
export type Box = (typeof boxes)[number];
/** The boxes of what is not published. */
export type Undecided = Exclude<Box, 'done'>;

/** A store for replies. Promises of writes resolve after the data is on disk. */
export interface Store {
	/** Stores a new reply. If any box has a reply with this id, it stays unchanged. */
	put(box: Box, reply: WaitingReply): Promise<void>;
	/** Resolves to the sorted ids of the replies in a box. */
	list(box: Box): Promise<readonly string[]>;
	/** Resolves to a reply and its box; `undefined` if there is none. Rejects if it is damaged. */
	get(id: string): Promise<Kept | undefined>;
	/**
	 * Moves a reply from one box to another, and replaces it by `reply` if given. Deletes it if
	 * `to` is `undefined`. Resolves to whether the reply was in `from`: of several concurrent moves
	 * to another box, one resolves to `true`.
	 */
	move(id: string, from: Box, to: Box | undefined, reply?: WaitingReply): Promise<boolean>;
}

export interface Kept {
	readonly box: Box;
	readonly reply: WaitingReply;
}
