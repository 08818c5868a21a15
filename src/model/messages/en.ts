import type { Counted } from './fill.ts';

/**
 * The interface in English, and the model of the other languages: they have the same messages, or do
 * not compile. `#` stands for a number, in the form that the language has for it. Functions are given
 * names, titles and dates, which must stand where they need no ending.
 */
export const en = {
	/** Around every page. */
	frame: {
		/** The link before all others, for keyboards. */
		skip: 'Skip to the content',
		/** The name of the menu, for screen readers. */
		menu: 'Main',
		search: 'Search',
		feed: 'Feed',
		/** The name of the switch between languages, for screen readers. */
		languages: 'Languages',
		/** The pages that list all years, categories, tags and authors. */
		archive: 'Archive',
		categories: 'Categories',
		tags: 'Tags',
		authors: 'Authors',
		/** The page at /about/, in the menu. */
		about: 'About',
		home: 'Home',
	},
	/** On lists of posts. */
	list: {
		/** The name of the way from the root of the categories, for screen readers. */
		trail: 'You are in',
		posts: { one: '# post', other: '# posts' },
		page: (page: string) => `Page ${page}`,
		pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
		/** The title of a later page, in the window. */
		nth: (title: string, page: string, pages: string) => `${title}, page ${page} of ${pages}`,
		/** The name of the links to other pages, for screen readers. */
		pages: 'Pages of this list',
		newer: 'Newer posts',
		older: 'Older posts',
		/** A search field; `title` is that of the list. */
		within: (title: string) => `Search within ${title}`,
		/** Beside a post that only editors see. */
		draft: 'Draft',
		scheduled: 'Scheduled',
		/** Lists as search engines show them; `posts` is their number with its noun. */
		descriptions: {
			home: (posts: string, title: string, site: string) => `${posts} of ${title} in ${site}.`,
			category: (posts: string, title: string, site: string) => `${posts} in ${title} in ${site}.`,
			tag: (posts: string, title: string, site: string) => `${posts} tagged ${title} in ${site}.`,
			author: (posts: string, title: string, site: string) => `${posts} by ${title} in ${site}.`,
			year: (posts: string, title: string, site: string) => `${posts} from ${title} in ${site}.`,
		},
		/** The archive and the lists of topics as search engines show them. */
		index: (title: string, site: string, labels: string) => `${title} of ${site}: ${labels}`,
	},
	/** Pages without a post. */
	pages: {
		notFound: 'Page not found',
		notFoundText:
			'There is nothing at this address. Perhaps it was mistyped, or a link to it is out of date. What was published here keeps its address for good, so it is worth looking for it here:',
		newest: 'the newest posts',
		moved: 'This page has moved',
		/** On the page of a post that was taken back. */
		published: (date: string) => `Published: ${date}`,
		withdrawn: (date: string) => `Withdrawn: ${date}`,
	},
	/** On the page of a post. */
	post: {
		by: (names: string) => `By ${names}`,
		published: (date: string) => `Published ${date}`,
		updated: (date: string) => `Updated ${date}`,
		minutes: { one: '# min read', other: '# min read' },
		firstPublished: (where: string) => `First published in ${where}`,
		firstPublishedOn: (date: string, where: string) => `First published ${date} in ${where}`,
		/** Before the names of other languages. */
		alsoIn: (languages: string) => `Also in: ${languages}`,
		/** Above a post that only editors see. */
		draft: 'Draft.',
		draftNote: 'Readers do not see this post.',
		scheduled: 'Scheduled.',
		scheduledNote: (moment: string) =>
			`Readers will see this post from ${moment}, when the site is built.`,
		contents: 'Contents',
		disclosure: 'Disclosure',
		acknowledgements: 'Acknowledgements',
		permalink: 'Permalink',
		cite: 'Cite',
		citeThis: 'Cite this',
		/** Before links to files for Zotero and the like. */
		managers: (files: string) => `For reference managers: ${files}`,
		rights: 'Rights',
		reserved: 'All rights reserved',
		aboutAuthor: (name: string) => `About ${name}`,
		related: 'Related',
		/** The name of the links to the neighbours in time, for screen readers. */
		neighbours: 'Previous and next post',
		older: 'Older',
		newer: 'Newer',
	},
	/** Within a text, in its language. */
	text: {
		/** The heading above footnotes. */
		notes: 'Notes',
		/** The link from a footnote to its place, for screen readers. */
		back: (note: string) => `Back to the text at note ${note}`,
		/** The name of a table that scrolls, for screen readers. */
		table: (number: string) => `Table ${number}`,
		/** The boxes of a list of tasks, for screen readers. */
		done: 'done',
		open: 'to do',
		correction: (date: string) => `Correction, ${date}`,
		play: (title: string) => `Play: ${title}`,
		transcript: 'Transcript',
	},
	/** The replies to a post, and the form. */
	replies: {
		title: 'Replies',
		closed: 'Replies are closed.',
		leave: 'Leave a Reply',
		thanks: 'Thank you. Your reply has arrived; it will appear here once an editor has read it.',
		/** Beside a reply by the author of the post. */
		author: 'Author',
		byMail: 'Reply by e-mail.',
		byMailNote:
			'It will appear here once an editor has read it, and your address will not be published.',
		note: 'Your email address will not be published. Required fields are marked *',
		comment: 'Comment',
		name: 'Name',
		email: 'Email',
		website: 'Website',
		inReplyTo: 'In reply to',
		thePost: 'the post',
		/** A field that people do not see. */
		empty: 'Leave this empty',
		send: 'Post Comment',
		wrong: 'Please correct what is marked.',
		/** Below a field. */
		errors: {
			missing: 'This is missing.',
			tooLong: {
				one: 'This must be at most # character.',
				other: 'This must be at most # characters.',
			},
			email: 'This must be an e-mail address such as name@example.org.',
			website: 'This must be a web address that starts with https://.',
			invalid: 'This is not as it should be.',
		},
		/** The title of a reply among the results of a search. */
		by: (name: string) => `Reply by ${name}`,
	},
	/** What the server answers to a reply that it does not take. */
	answers: {
		title: 'Your reply',
		/** The title of the window; screen readers say it first. */
		error: (title: string) => `Error: ${title}`,
		/** After those whose text was not read: only the browser has it. */
		back: 'Go back in your browser: your text is still there.',
		failed: 'Your reply could not be received.',
		format: 'The reply was sent in a wrong format.',
		tooLong: 'This reply is too long.',
		notWhole: 'The reply did not arrive whole.',
		foreign: 'This form was not sent from the page of the post. Please send it from here.',
		damaged: 'The form is incomplete or damaged. Please send it from here.',
		noReplies: 'This site takes no replies any more.',
		notKept:
			'Your reply could not be kept. Nothing is lost: it stands below. Please send it again later.',
		gone: 'This post is not here any more, or takes no replies.',
		closed: 'This post takes no more replies.',
		parentGone: 'The reply that you answer no longer exists. Choose another one.',
		/** `wait` is a duration, such as “15 seconds”. */
		tooMany: (wait: string) => `Too many replies. Please send it again in ${wait}.`,
		full: 'So many replies wait to be read that there is room for no more. Please come back later.',
		/** For programs that ask for the address of the form. */
		onlyForms: 'Replies are sent from the pages of posts.',
	},
	/** The search page. */
	search: {
		title: 'Search',
		/** As search engines show the page. */
		description: (site: string) => `Search ${site} by words, category, tag, author and year.`,
		field: 'Words to search for',
		send: 'Search',
		noScript: 'Searching for words needs JavaScript. These lists lead to every post without it.',
		/** The link from the results to the facets, on phones. */
		narrow: 'Narrow down',
		/** Before the two ways to sort. */
		sort: 'Sort by',
		relevance: 'relevance',
		newest: 'newest',
		more: 'Show more',
		years: 'Years',
		languages: 'Languages',
		none: 'No post found.',
		advice:
			'Try fewer or other words, or the beginning of one. The search does not correct spelling. Or choose a subject from the lists.',
		everywhere: 'Search in all posts',
		lost: 'The search index could not be loaded. The lists below lead to every post.',
		/** The buttons below a long list of values; # is their number. */
		all: { one: 'Show all #', other: 'Show all #' },
		fewer: 'Show fewer',
	},
	/** Feeds, in feed readers. */
	feeds: {
		everything: (site: string) => `${site}: everything`,
		replies: 'Replies',
		repliesTo: (title: string) => `Replies to “${title}”`,
		/** The title of a reply. */
		replyOn: (name: string, title: string) => `${name} on “${title}”`,
		withdrawn: (title: string) => `Withdrawn: ${title}`,
		/** Below a text; Rogue Scholar knows the English words. */
		origin: (where: string) => `This text was originally published in ${where}.`,
		acknowledgements: 'Acknowledgments',
		/** Above a feed in a browser. */
		note: 'This is a feed. Copy its address into a feed reader, and new posts will come to you.',
	},
	/** The page on which editors decide, and the mail that calls them. */
	desk: {
		title: 'Replies',
		boxes: { pending: 'Waiting', published: 'Published', spam: 'Spam', deleted: 'Deleted' },
		nothing: 'Nothing is here.',
		here: { one: '# here.', other: '# here.' },
		more: 'More',
		undo: 'Undo',
		publishing: 'Publishing …',
		failure:
			'Approved replies could not be published. Readers still see the previous site; the next approval tries again.',
		actions: {
			approve: 'Approve',
			spam: 'Spam',
			pending: 'Not spam',
			deleted: 'Delete',
			takeBack: 'Take back',
			'take-down': 'Take down',
			forget: 'Delete for good',
			answer: 'Answer',
			approveAndAnswer: 'Approve and answer',
		},
		/** Where a reply belongs: to a post, or to another reply there. */
		on: (post: string) => `on ${post}`,
		to: (post: string, reply: string) => `on ${post}, to ${reply}`,
		edit: 'Edit',
		name: 'Name',
		text: 'Text',
		answer: 'Answer',
		/** As whom an editor answers. */
		as: 'As',
		yourself: 'yourself',
		authorOf: (name: string) => `${name}, author of the post`,
		/** Why a reply was taken for spam. */
		signals: (reasons: string) => `Taken for spam: ${reasons}`,
		honeypot: 'the field that nobody sees was filled in',
		links: { one: '# link', other: '# links' },
		word: (word: string) => `the word “${word}”`,
		flood: 'many replies this hour',
		/** What an action has done. */
		results: {
			approved: 'Approved. It will be published in a moment.',
			decided: 'Another editor has decided on this reply. The list below shows what still waits.',
			answered: 'Approved and answered. Both will be published in a moment.',
			deleted: 'Deleted. It can be taken back for 7 days.',
			forgotten: 'Forgotten, with all that was kept of it.',
			incomplete: 'A name and a text are needed.',
			spam: 'Moved to spam.',
			takenDown: 'Taken down. It waits again, and readers will not see it in a moment.',
			waiting: 'It waits again.',
			nothing: 'Nothing was done.',
		},
		failed: (reason: string) =>
			`Nothing was decided: it could not be written (${reason}). Your text is below; try again.`,
		damaged: (id: string) => `A reply cannot be read: ${id}`,
		tooMany: 'Too many attempts. Try again in a quarter of an hour.',
		foreign: 'This form was not sent from the desk.',
		mailSubject: (post: string) => `A reply to ${post} waits`,
		mailText: (text: string, desk: string) =>
			`${text}\n\nRead it at ${desk}, or with: npm run replies\n`,
	},
};

/** The messages of a language whose numbers have these plural categories. */
export type Messages<Category extends string = never> = In<typeof en, Category>;

type In<Value, Category extends string> = Value extends string
	? string
	: Value extends (...given: never) => string
		? Value
		: Value extends { readonly one: string; readonly other: string }
			? Counted<Category>
			: { readonly [Key in keyof Value]: In<Value[Key], Category> };
