export interface Site {
	readonly name: string;
	readonly tagline: string;
	readonly description: string;
	readonly address: string;
	readonly language: string;
	/** IANA name of the zone in which a day begins for posts that name one: `Asia/Ulaanbaatar`. */
	readonly timeZone: string;
	readonly pageSize: number;
	readonly navigation: readonly Link[];
	/** Whether drafts and posts of the future are shown too: for editors, never for readers. */
	readonly drafts: boolean;
}

export interface Link {
	readonly label: string;
	readonly path: string;
}
