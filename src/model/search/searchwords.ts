import { given, type Counted } from '../messages/fill.ts';
import type { Messages } from '../messages/en.ts';
import { messagesIn } from '../messages/messages.ts';

type Chosen = 'none' | 'advice' | 'everywhere' | 'lost' | 'fewer' | 'all';

/** The words that the script of the search page needs, as it gets them with the page. */
export interface SearchWords extends Pick<Messages['search'], Chosen> {
	readonly posts: Counted;
	/** With {@link given} where the names of authors stand. */
	readonly by: string;
	/** With {@link given} where the name of the author of a reply stands. */
	readonly replyBy: string;
}

/** Returns the words in a language. */
export function searchWords(language: string): SearchWords {
	const { search, list, post, replies } = messagesIn(language);
	const { none, advice, everywhere, lost, fewer, all } = search;
	return {
		...{ none, advice, everywhere, lost, fewer, all },
		posts: list.posts,
		by: post.by(given),
		replyBy: replies.by(given),
	};
}
