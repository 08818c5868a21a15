import type { APIContext } from 'astro';
import { publication } from '../load.ts';
import { messagesIn } from '../model/messages/messages.ts';
import styles from '../styles/feed.css?raw';

/** The styles of feeds in a browser, with a sentence above them in each language of the site. */
export function getStaticPaths() {
	const { lists, urls } = publication();
	return lists.map((one) => ({
		params: { style: urls.param(one.urls.feedStyle).replace(/\.css$/, '') },
		props: { note: messagesIn(one.site.language).feeds.note },
	}));
}

export const GET = ({ props }: APIContext<{ note: string }>) =>
	new Response(
		styles.replace("'note'", () => JSON.stringify(props.note)),
		{
			headers: { 'Content-Type': 'text/css; charset=utf-8' },
		},
	);
