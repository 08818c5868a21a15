import type { Entry } from '../content/collections.ts';
import type { Position } from './problems.ts';
import type { AuthorFields, CategoryData, PageFields, PostFields } from '../content/schema.ts';

/** A link as a text gives it, and where. */
export interface TextLink {
	readonly url: string;
	readonly at: Position;
}

/** A file with a text. Fields that are wrong are not there; nor is what a text says that cannot be read. */
export interface Item<Data> extends Entry<Partial<Data>> {
	readonly links?: readonly TextLink[];
	/** What a link may name behind a hash sign. */
	readonly anchors?: readonly string[] | undefined;
}

/** What the rules look at: all content as far as it could be read. */
export interface Content {
	readonly posts: readonly Item<Omit<PostFields, 'image'>>[];
	readonly authors: readonly Item<AuthorFields>[];
	readonly pages: readonly Item<PageFields>[];
	/** In the order of their file; `index` is the place there. */
	readonly categories: readonly (Entry<Partial<CategoryData>> & { readonly index?: number })[];
}
