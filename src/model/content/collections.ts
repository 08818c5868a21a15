import type { RenderedReply } from '../replies/replies.ts';
import type { AuthorData, CategoryData, PageData, PostData, TagData } from './schema.ts';

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
	/** The entries of `tags.yaml`; most tags have none. */
	readonly tags: readonly Entry<TagData>[];
	readonly pages: readonly Entry<PageData>[];
	readonly replies: readonly RenderedReply[];
}
