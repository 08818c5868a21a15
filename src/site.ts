/** What an owner changes. Nothing is imported here. */
export const site = {
	name: 'Broadside',
	tagline: 'Essays and commentary',
	description:
		'Writing to be read at leisure, found by subject and cited by an address that stays.',
	/** Where the site will live. A path after the host puts the whole site below it. */
	address: process.env['SITE_ADDRESS'] || 'https://broadside.example/',
	/** BCP 47 tag of the interface, and of every post that names no language of its own. */
	language: 'en',
	/**
	 * Other languages in which the site has lists, feeds and an interface, such as ['de', 'mn']; name,
	 * tagline and description can then be one for each: { en: 'Essays', mn: 'Нийтлэл' }.
	 * content/README.md says how a site moves to several languages.
	 */
	languages: [],
	/**
	 * How " and ' around words, and ' within them, are published: in the form of the language of the text,
	 * such as “ ” and ’ in English ('by-language'), or as they stand in its file ('as-written'). A post or
	 * page can say so for itself, in its field `quotes`.
	 */
	quotes: 'by-language' as 'by-language' | 'as-written',
	/** Where it is midnight when a post dated with a day appears, such as 'Asia/Ulaanbaatar'. */
	timeZone: 'UTC',
	/**
	 * Begins the id of every post in feeds: a name of yours and a year in which it was yours. Never
	 * change it, even if the address changes, or feed readers show all posts again.
	 */
	feedId: 'tag:broadside.example,2026:',
	/**
	 * Whom to tell of a weakness of the site, published as /.well-known/security.txt if given, such as
	 * { contact: 'mailto:security@example.org', expires: '2027-06-30' }; renew it every year.
	 */
	security: undefined as { contact: string; expires: string } | undefined,
	/**
	 * How readers reply: to the server of `npm start` ('server'); to one elsewhere, at `url`
	 * ('endpoint'); by e-mail, to `address` ('mail'); or not at all ('closed'). `closeAfterDays` closes
	 * each post some days after its date. content/README.md has more.
	 */
	replies: { mode: 'server', closeAfterDays: undefined } as
		| { mode: 'server' | 'closed'; closeAfterDays?: number | undefined }
		| { mode: 'endpoint'; url: string; closeAfterDays?: number | undefined }
		| { mode: 'mail'; address: string; closeAfterDays?: number | undefined },
	/** Posts on one page of a list. */
	pageSize: 20,
	/**
	 * The main menu: addresses as they stand below `address`. Each has its usual label, or the title of
	 * its page, unless you write { label: 'All posts', path: '/archive/' }.
	 */
	navigation: ['/archive/', '/categories/', '/tags/', '/authors/', '/about/'],
	/** Set by `npm run dev` and `npm run build -- --drafts`. */
	get drafts() {
		return process.env['DRAFTS'] === 'shown';
	},
} as const;
