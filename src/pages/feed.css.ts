import { publication } from '../load.ts';
import { messagesIn } from '../model/messages/messages.ts';
import styles from '../styles/feed.css?raw';

/** The style of feeds in a browser, with a sentence above them. */
export const GET = () => {
	const { note } = messagesIn(publication().site.language).feeds;
	return new Response(
		styles.replace("'note'", () => JSON.stringify(note)),
		{
			headers: { 'Content-Type': 'text/css; charset=utf-8' },
		},
	);
};
