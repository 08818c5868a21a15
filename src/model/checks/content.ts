import type { Entry } from '../content/collections.ts';
import type { Position } from './problems.ts';
import type { AuthorFields, CategoryData, PageFields, PostFields } from '../content/schema.ts';

/** A link in a text, and its position. */
export interface TextLink {
	readonly url: string;
	readonly at: Position;
}

/** A file with a text. Invalid fields are missing. An unreadable text has no links or anchors. */
export interface Item<Data> extends Entry<Partial<Data>> {
	readonly links?: readonly TextLink[];
	/** The valid fragments of a link to the text. */
	readonly anchors?: readonly string[] | undefined;
}

/** The input of the rules: all readable content. */
export interface Content {
	readonly posts: readonly Item<Omit<PostFields, 'image'>>[];
	readonly authors: readonly Item<AuthorFields>[];
	readonly pages: readonly Item<PageFields>[];
	/** In file order. `index` is the place in the file. */
	readonly categories: readonly (Entry<Partial<CategoryData>> & { readonly index?: number })[];
}
