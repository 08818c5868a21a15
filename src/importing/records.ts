import type { Root } from 'hast';
import type { FeedFormat } from '../model/publication/urls.ts';

/*
 * What an export holds, in one form for all systems: a reader makes these records, and the rest of an
 * import knows nothing of where they came from. Nothing in them is secret: passwords are not read, and
 * e-mail addresses only of replies that an editor has yet to read.
 */

/**
 * An export that was read once. Its texts are read again, one by one, so that memory need not hold them
 * all.
 */
export interface Source {
	readonly exported: Exported;
	contents(): AsyncIterable<ExportedContent>;
}

/** What one or several files of an export hold, but for the texts themselves. */
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
	/** The places within pages to which links lead, without `#`. */
	readonly fragments: ReadonlySet<string>;
	/** Other addresses of the main feed, and the format that each leads to. */
	readonly feedAddresses: Readonly<Record<string, FeedFormat>>;
	/** What the file had to be mended of, a sentence each. */
	readonly mended: readonly string[];
	/** How much was read and is left where it is, by what it is. */
	readonly left: Readonly<Record<string, number>>;
}

export interface Person {
	/** What texts call the person: a login or the end of an address. */
	readonly login: string;
	/** The number of the account. */
	readonly number?: string | undefined;
	readonly name: string;
	readonly given?: string | undefined;
	readonly family?: string | undefined;
	readonly url?: string | undefined;
	/** The biography, in HTML. */
	readonly bio?: string | undefined;
	/** The fields that only a site like ours has. */
	readonly fields?: Readonly<Record<string, unknown>> | undefined;
	/** The ends of the person’s addresses, if not made of the login. */
	readonly slug?: string | undefined;
	/** Whether the person has no account: bylines name guests only where they are meant. */
	readonly isGuest: boolean;
}

/** A category or tag. */
export interface Term {
	/** The end of its address, decoded. */
	readonly slug: string;
	readonly number?: string | undefined;
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
	readonly subtitle?: string | undefined;
	/** In HTML, or in words. */
	readonly excerpt: string;
	readonly language?: string | undefined;
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
	/** Its lead image: the id or the address of the file. */
	readonly image?: string | undefined;
	readonly imageAlt?: string | undefined;
	/** In HTML. */
	readonly imageCaption?: string | undefined;
	/** The id of the page above it. */
	readonly parent?: string | undefined;
	readonly acceptsReplies: boolean;
	/** The ends of its earlier addresses. */
	readonly oldSlugs: readonly string[];
	/** Where search engines were sent for it. */
	readonly canonical?: string | undefined;
	/** The fields that only a site like ours has. */
	readonly fields?: Readonly<Record<string, unknown>> | undefined;
	/** Earlier addresses besides. */
	readonly aliases: readonly string[];
	/** Its first and last lines, in which a byline may stand. */
	readonly edges: readonly string[];
	/** The places in it to which links may lead, those of its replies too. */
	readonly anchors: ReadonlySet<string>;
	/** How many pages it was cut into. */
	readonly pages: number;
	/** Where it stands in the export, such as `export.xml:120`. */
	readonly place: string;
}

/** The text of a post or page, and the replies to it. */
export interface ExportedContent {
	/** The id of the {@link ExportedText}. */
	readonly id: string;
	/**
	 * Returns the text as readers saw it. markup/mdx.ts says which elements stand for what is not HTML. Throws
	 * if it is nested too deeply.
	 */
	readonly tree: () => Root;
	readonly replies: readonly ExportedReply[];
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
	/** The address of the page that shows it. */
	readonly link?: string | undefined;
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
	/** In HTML. */
	readonly html: string;
	readonly state: 'published' | 'waiting';
	/** The number of the account of the author, if it is by one. */
	readonly account?: string | undefined;
}
