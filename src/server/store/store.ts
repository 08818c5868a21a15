import type { WaitingReply } from '../../model/replies/replies.ts';

/** Where replies are while they are not published: waiting, taken for spam, or decided upon. */
export const boxes = ['pending', 'spam', 'done'] as const;
export type Box = (typeof boxes)[number];

/** What keeps replies. Every promise is fulfilled only when what it says is on disk. */
export interface Store {
	/**
	 * Keeps a new reply. One that is there already, in whichever box, stays as it is: sending the same
	 * twice is the same as once.
	 */
	put(box: Box, reply: WaitingReply): Promise<void>;
	/** The ids of what is in a box, in order. */
	list(box: Box): Promise<readonly string[]>;
	get(id: string): Promise<Kept | undefined>;
	/**
	 * Moves a reply from one box to another, or changes it within one; without a `to`, forgets it. Of
	 * several that try at once, one is answered `true`.
	 */
	move(id: string, from: Box, to: Box | undefined, reply?: WaitingReply): Promise<boolean>;
}

export interface Kept {
	readonly box: Box;
	readonly reply: WaitingReply;
}
