import type { Root } from 'mdast';
import type { ReplyData } from '../model/replies/replies.ts';

/* A publication as an export has it: drafts too, and texts as trees of MDX. */

/** A whole publication. */
export interface Whole {
	readonly site: {
		readonly name: string;
		readonly tagline: string;
		/** Of the home page, with a slash at its end. */
		readonly address: string;
		readonly language: string;
	};
	readonly texts: readonly WholeText[];
	readonly authors: readonly WholeAuthor[];
	/** Parents come before their children. */
	readonly categories: readonly WholeCategory[];
	/** The tags of texts, by their labels. */
	readonly tags: readonly {
		readonly id: string;
		readonly label: string;
		readonly description?: string | undefined;
	}[];
}

export interface WholeText {
	readonly kind: 'post' | 'page';
	/** Of a post with its year, `2012/salt`. */
	readonly id: string;
	readonly status: 'publish' | 'draft' | 'future';
	/** The frontmatter as it stands in the file. */
	readonly fields: Readonly<Record<string, unknown>>;
	readonly tree: Root;
	/** The id in feeds. */
	readonly guid: string;
	/** A page may have none. */
	readonly date?: string | undefined;
	readonly authors: readonly string[];
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	readonly replies: readonly ReplyData[];
	/** The folder in which its files lie, below the content folder. */
	readonly folder: string;
}

export interface WholeAuthor {
	readonly id: string;
	readonly name: string;
	readonly fields: Readonly<Record<string, unknown>>;
	readonly tree: Root;
}

interface WholeCategory {
	readonly id: string;
	readonly label: string;
	readonly description?: string | undefined;
	readonly parent?: string | undefined;
}
