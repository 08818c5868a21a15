import { createTransport } from 'nodemailer';
import { messagesIn } from '../../model/messages/messages.ts';
import type { WaitingReply } from '../../model/replies/replies.ts';

/** Notifies editors of a waiting reply. Callers ignore failures: the reply is already stored. */
export type Notify = (reply: WaitingReply) => Promise<void>;

export interface MailOptions {
	/** The mail server, as `smtps://user:password@host`. */
	readonly url: string;
	readonly from: string;
	readonly to: string;
	/** The address of the desk. */
	readonly desk: string;
	/** The language of the site. */
	readonly language: string;
}

/**
 * Returns a function that notifies editors by plain-text mail. The mail omits the address of the
 * reader, because mail is not private. Rejects if the mail cannot be sent.
 */
export function createMailNotice({ url, from, to, desk, language }: MailOptions): Notify {
	const { mailSubject, mailText } = messagesIn(language).desk;
	const transport = createTransport(url);
	return async ({ post, body }) => {
		await transport.sendMail({
			from,
			to,
			subject: mailSubject(post),
			text: mailText(body.slice(0, 2000), desk),
		});
	};
}

export interface AkismetOptions {
	readonly key: string;
	readonly site: string;
	/** The URL of the service; tests use their own. */
	readonly endpoint?: string;
}

/**
 * Returns a function that resolves to whether Akismet classifies a reply as spam. It rejects if the
 * request fails: https://akismet.com/developers/detailed-docs/comment-check
 */
export function createAkismet({ key, site, endpoint }: AkismetOptions) {
	const address = endpoint ?? 'https://rest.akismet.com/1.1/comment-check';
	return async (reply: WaitingReply, client: { ip: string; agent: string }): Promise<boolean> => {
		const response = await fetch(address, {
			method: 'POST',
			body: new URLSearchParams({
				api_key: key,
				blog: site,
				user_ip: client.ip,
				user_agent: client.agent,
				comment_type: 'comment',
				comment_author: reply.name,
				comment_author_email: reply.email ?? '',
				comment_author_url: reply.url ?? '',
				comment_content: reply.body,
			}),
			signal: AbortSignal.timeout(10_000),
		});
		return (await response.text()) === 'true';
	};
}
