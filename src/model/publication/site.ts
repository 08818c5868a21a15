export interface Site {
	readonly name: string;
	readonly tagline: string;
	readonly description: string;
	readonly address: string;
	readonly language: string;
	/** IANA name of the zone in which a day begins for posts that name one: `Asia/Ulaanbaatar`. */
	readonly timeZone: string;
	/** Begins the id of every post in feeds: a tag of RFC 4151, which never changes. */
	readonly feedId: string;
	/** Whom to tell of a weakness (RFC 9116), until when. */
	readonly security?: { readonly contact: string; readonly expires: string } | undefined;
	readonly replies: RepliesSetting;
	readonly pageSize: number;
	readonly navigation: readonly Link[];
	/** Whether drafts and posts of the future are shown too: for editors, never for readers. */
	readonly drafts: boolean;
}

/** How readers reply. Published replies can be read in any case. */
export type RepliesSetting = (
	| { readonly mode: 'server' | 'closed' }
	/** `url` is where the form is sent. */
	| { readonly mode: 'endpoint'; readonly url: string }
	/** `address` gets an e-mail. */
	| { readonly mode: 'mail'; readonly address: string }
) & { readonly closeAfterDays?: number | undefined };

export interface Link {
	readonly label: string;
	readonly path: string;
}
