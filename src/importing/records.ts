/*
 * What an export holds, in one form for all systems: a reader makes these records, and the rest of an
 * import knows nothing of where they came from. Nothing in them is secret: passwords are not read, and
 * e-mail addresses only of replies that an editor has yet to read.
 */

/** All that one or several files of an export hold. */
export interface Exported {
	readonly title: string;
	/** A language tag as the system wrote it, such as `en-US`. */
	readonly language?: string | undefined;
	/** The addresses at which the site was found. */
	readonly addresses: readonly string[];
	readonly people: readonly Person[];
	/** Parents come before their children. */
	readonly categories: readonly Term[];
	readonly tags: readonly Term[];
	readonly texts: readonly ExportedText[];
	readonly files: readonly ExportedFile[];
	/** How much was read and is left where it is, by what it is. */
	readonly left: Readonly<Record<string, number>>;
}

export interface Person {
	/** What texts call the person: a login or the end of an address. */
	readonly login: string;
	readonly name: string;
	readonly given?: string | undefined;
	readonly family?: string | undefined;
	readonly url?: string | undefined;
	/** Whether the person has no account: bylines name guests only where they are meant. */
	readonly isGuest: boolean;
}

/** A category or tag. */
export interface Term {
	/** The end of its address, decoded. */
	readonly slug: string;
	readonly label: string;
	readonly description?: string | undefined;
	/** The slug of the category above it. */
	readonly parent?: string | undefined;
}

/**
 * How public a text was: for all to read; not yet (drafts, what waits for an editor or for its day); or
 * only for some, by a password or for members.
 */
export type Visibility = 'public' | 'unpublished' | 'private';

/** A post or a page. */
export interface ExportedText {
	readonly kind: 'post' | 'page';
	readonly id: string;
	/** The end of its address, decoded; `''` if it never had one. */
	readonly slug: string;
	readonly title: string;
	/** As it is stored. */
	readonly body: string;
	readonly excerpt: string;
	readonly visibility: Visibility;
	/** The logins in the byline, the first author first. */
	readonly authors: readonly string[];
	/** Whether the byline says more than which account the text was uploaded from. */
	readonly isBylined: boolean;
	readonly date: Moment | undefined;
	readonly modified: Moment | undefined;
	/** Its address in the old system. */
	readonly link: string;
	readonly guid: string;
	/** Slugs. */
	readonly categories: readonly string[];
	readonly tags: readonly string[];
	/** The id of the file of its lead image. */
	readonly image?: string | undefined;
	/** The id of the page above it. */
	readonly parent?: string | undefined;
	readonly acceptsReplies: boolean;
	/** The ends of its earlier addresses. */
	readonly oldSlugs: readonly string[];
	/** Where search engines were sent for it. */
	readonly canonical?: string | undefined;
	/** The notes that are stored beside the text. */
	readonly notes: readonly { readonly id: string; readonly html: string }[];
	readonly replies: readonly ExportedReply[];
	/** The line of the file on which it begins. */
	readonly line: number;
}

/** A moment as `YYYY-MM-DD HH:MM:SS`, where the site was and in UTC. */
export interface Moment {
	readonly local: string;
	readonly utc?: string | undefined;
}

/** An image or another file that texts show or link to. */
export interface ExportedFile {
	readonly id: string;
	readonly url: string;
	readonly title: string;
	readonly caption: string;
	readonly alt: string;
	/** The id of the text to which it was uploaded. */
	readonly parent?: string | undefined;
	readonly order: number;
	/** The file names of its smaller copies. */
	readonly sizes: readonly string[];
}

export interface ExportedReply {
	readonly id: string;
	/** The id of the reply that this one answers. */
	readonly parent?: string | undefined;
	readonly name: string;
	readonly url?: string | undefined;
	/** Only if it waits: an editor may have to ask. */
	readonly email?: string | undefined;
	/** `YYYY-MM-DD HH:MM:SS` in UTC. */
	readonly date: string;
	/** As it is stored. */
	readonly body: string;
	readonly state: 'published' | 'waiting';
	/** The login of the author, if it is by one. */
	readonly login?: string | undefined;
}
