import type { ImageMetadata } from 'astro';
import type { RenderedReply } from './replies.ts';
import type { AuthorData, CategoryData, PageData, PostData } from './schema.ts';

/** One piece of content whose fields have the right shape, and the file it came from. */
export interface Entry<Data> {
	readonly id: string;
	readonly file: string;
	readonly data: Data;
}

/** All content as read, drafts included, in no particular order. */
export interface Collections<Image = ImageMetadata> {
	readonly posts: readonly Entry<PostData<Image>>[];
	readonly authors: readonly Entry<AuthorData<Image>>[];
	readonly categories: readonly Entry<CategoryData>[];
	readonly pages: readonly Entry<PageData<Image>>[];
	readonly replies: readonly RenderedReply[];
}
