import { renderReply } from '../markdown/render/reply.ts';
import { element, text, type Xml } from '../model/feeds/xml.ts';
import { cdata, words } from './elements.ts';
import type { WholeText } from './whole.ts';

/** Numbers replies: those from WordPress keep theirs, all others come after. */
export function numberReplies(texts: readonly WholeText[]): ReadonlyMap<string, number> {
	const ids = texts.flatMap(({ replies }) => replies.map(({ id }) => id));
	const own = (id: string) => Number(/^wp-(\d+)$/.exec(id)?.[1] ?? 0);
	let last = ids.map(own).reduce((a, b) => Math.max(a, b), 0);
	return new Map(ids.map((id) => [id, own(id) || ++last]));
}

/** Returns the replies to a text as comments. `numbers` and `authors` have the numbers of replies and of authors. */
export function commentsOf(
	{ replies }: WholeText,
	numbers: ReadonlyMap<string, number>,
	authors: ReadonlyMap<string, number>,
): Xml[] {
	return replies
		.toSorted((a, b) => numbers.get(a.id)! - numbers.get(b.id)!)
		.map(({ id, parent, name, url, date, body, author }) => {
			const utc = new Date(date).toISOString().slice(0, 19).replace('T', ' ');
			const value = (key: string, content: string | number) =>
				text(`wp:comment_${key}`, String(content));
			return element(
				'wp:comment',
				{},
				value('id', numbers.get(id)!),
				words('wp:comment_author', name),
				value('author_email', ''),
				value('author_url', url ?? ''),
				value('author_IP', ''),
				value('date', utc),
				value('date_gmt', utc),
				cdata('wp:comment_content', renderReply(body)),
				value('approved', 1),
				value('type', 'comment'),
				value('parent', parent === null ? 0 : (numbers.get(parent) ?? 0)),
				value('user_id', author === undefined ? 0 : (authors.get(author) ?? 0)),
			);
		});
}
