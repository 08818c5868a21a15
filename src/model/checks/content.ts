import type { Entry, Moved } from '../content/collections.ts';
import type { Position } from './problems.ts';
import type {
	AuthorFields,
	CategoryData,
	PageFields,
	PostFields,
	TagData,
} from '../content/schema.ts';

/** A link in a text, and its position. */
export interface TextLink {
	readonly url: string;
	readonly at: Position;
}

/** What the lead image of a post says in inline Markdown. */
type Captions =
	{ readonly caption?: string | undefined; readonly credit?: string | undefined } | undefined;

/** A file with a text. Invalid fields are missing. An unreadable text has no links or anchors. */
export interface Item<Data> extends Entry<Partial<Data>> {
	readonly links?: readonly TextLink[];
	/** The valid fragments of a link to the text. */
	readonly anchors?: readonly string[] | undefined;
}

/** An entry of a file that is a list. `index` is its place there. */
export type ListItem<Data> = Entry<Partial<Data>> & { readonly index?: number };

/** The input of the rules: all readable content. */
export interface Content {
	readonly posts: readonly Item<Omit<PostFields, 'image'> & { readonly image?: Captions }>[];
	readonly authors: readonly Item<AuthorFields>[];
	readonly pages: readonly Item<PageFields>[];
	/** In file order. */
	readonly categories: readonly ListItem<CategoryData>[];
	readonly tags: readonly ListItem<TagData>[];
	/** The published replies. */
	readonly replies: readonly { readonly post: string }[];
	/** The entries of `redirects.yaml`; most publications have none. */
	readonly redirects?: readonly Moved[] | undefined;
}
