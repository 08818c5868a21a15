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
	readonly redirects?: readonly Moved[] | undefined;
}

/**
 * An entry of `redirects.yaml`: an earlier address that no text or list has, and where it leads. Both are
 * paths below the site’s root. The first is `written` there.
 */
export interface Moved {
	readonly file: string;
	readonly written: string;
	readonly from: string;
	readonly to: string;
}
