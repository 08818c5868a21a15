import { messagesIn } from '../messages/messages.ts';
import { momentIn } from '../publication/dates.ts';
import type { Lists } from '../publication/lists.ts';
import type { Withdrawal } from '../publication/withdrawals.ts';
import { escapeHtml } from '../text/html.ts';
import type { FeedItem } from './feed.ts';

/** Returns an item about a withdrawn post. It has the id of the post, whose place it takes. */
export function noticeOf(withdrawal: Withdrawal, { site, urls }: Lists): FeedItem {
	const { id, guid, path, title, date, withdrawn, reason, language } = withdrawal;
	const updated = new Date(momentIn(withdrawn, site.timeZone));
	return {
		id: guid,
		post: id,
		content: `<p>${escapeHtml(reason)}</p>`,
		url: urls.absolute(path),
		title: messagesIn(site.language).feeds.withdrawn(title),
		authors: [{ name: site.name, url: urls.absolute(urls.home) }],
		published: new Date(momentIn(date, site.timeZone)),
		updated,
		sorted: updated,
		summary: reason,
		language,
		tags: [],
	};
}
