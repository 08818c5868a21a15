import type { FeedFormat } from '../publication/urls.ts';

/** The content of a feed, independent of its format. URLs are absolute. */
export interface Feed {
	/** The id of the list of posts. It stays when the address changes. */
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly language: string;
	/** The page with the same posts. */
	readonly home: string;
	/** The URLs of the feed itself, by format. An archive part has RSS and Atom only. */
	readonly self: Readonly<Partial<Record<FeedFormat, string>>>;
	readonly style: string;
	/** The latest date of its items, if it has any. */
	readonly updated?: Date | undefined;
	/** Newest first. */
	readonly items: readonly FeedItem[];
	/** The archive parts with the posts before and after this feed (RFC 5005). */
	readonly older?: Readonly<Partial<Record<FeedFormat, string>>> | undefined;
	readonly newer?: Readonly<Partial<Record<FeedFormat, string>>> | undefined;
	/** In an archive part: the main feed. */
	readonly current?: Readonly<Partial<Record<FeedFormat, string>>> | undefined;
}

/** Writes feeds in one format. */
export interface FeedPrinter {
	/** Prints an item with its content. The result is the same in every feed. */
	readonly item: (item: FeedItem, content: string) => string;
	/** Prints the text before the first item. */
	readonly head: (feed: Feed) => string;
	/** The text between two items. */
	readonly between: string;
	/** The text after the last item. */
	readonly tail: string;
}

/** A feed item: a post or a reply. */
export interface FeedItem {
	readonly id: string;
	/** The id of the post. Its text becomes the content when the feed is written. */
	readonly post: string;
	/** The content, if it is not the text of the post. */
	readonly content?: string;
	readonly url: string;
	readonly title: string;
	readonly authors: readonly {
		readonly name: string;
		readonly url: string;
		readonly orcid?: string;
	}[];
	readonly published: Date;
	/** The place among newer and older items, if not that of `published`. */
	readonly sorted?: Date;
	readonly updated: Date;
	readonly summary: string;
	readonly language: string;
	readonly tags: readonly string[];
	readonly license?: { readonly label: string; readonly url: string } | undefined;
	readonly doi?: string | undefined;
}

/** A feed with its path and format. */
export interface FeedFile {
	readonly path: string;
	readonly format: FeedFormat;
	readonly feed: Feed;
}
