import type { RenderedReply } from '../replies/replies.ts';
import type { AuthorData, CategoryData, PageData, PostData } from './schema.ts';

/** One piece of content whose fields have the right shape, and the file it came from. */
export interface Entry<Data> {
	readonly id: string;
	readonly file: string;
	readonly data: Data;
}

/** All content as read, drafts included, in no particular order. */
export interface Collections {
	readonly posts: readonly Entry<PostData>[];
	readonly authors: readonly Entry<AuthorData>[];
	readonly categories: readonly Entry<CategoryData>[];
	readonly pages: readonly Entry<PageData>[];
	readonly replies: readonly RenderedReply[];
}
