import type { RenderedReply } from '../replies/replies.ts';
import type { AuthorData, CategoryData, PageData, PostData } from './schema.ts';

/** A piece of content with valid fields, and its source file. */
export interface Entry<Data> {
	readonly id: string;
	readonly file: string;
	readonly data: Data;
}

/** All content, drafts included, in no particular order. */
export interface Collections {
	readonly posts: readonly Entry<PostData>[];
	readonly authors: readonly Entry<AuthorData>[];
	readonly categories: readonly Entry<CategoryData>[];
	readonly pages: readonly Entry<PageData>[];
	readonly replies: readonly RenderedReply[];
}
