/** The settings of the site. */
export interface Site {
	readonly name: string;
	readonly tagline: string;
	readonly description: string;
	readonly address: string;
	readonly language: string;
	/** The IANA time zone of dates that have no time, such as `Asia/Ulaanbaatar`. */
	readonly timeZone: string;
	/** The prefix of every id in feeds: a tag URI (RFC 4151) that never changes. */
	readonly feedId: string;
	/** The contact for security reports and its expiry date (RFC 9116). */
	readonly security?: { readonly contact: string; readonly expires: string } | undefined;
	readonly replies: RepliesSetting;
	readonly pageSize: number;
	readonly navigation: readonly Link[];
	/** Whether the site shows drafts and scheduled posts: only for editors. */
	readonly drafts: boolean;
}

/** How readers send replies. Published replies are always visible. */
export type RepliesSetting = (
	| { readonly mode: 'server' | 'closed' }
	/** The form goes to `url`. */
	| { readonly mode: 'endpoint'; readonly url: string }
	/** Readers write an e-mail to `address`. */
	| { readonly mode: 'mail'; readonly address: string }
) & { readonly closeAfterDays?: number | undefined };

export interface Link {
	readonly label: string;
	readonly path: string;
}
