import { html, raw } from 'hono/html';
import { renderReply } from '../../markdown/render/reply.ts';
import { count } from '../../model/messages/fill.ts';
import type { Messages } from '../../model/messages/en.ts';
import { messageParts, messagesIn } from '../../model/messages/messages.ts';
import type { Manifest } from '../../model/replies/manifest.ts';
import type { WaitingReply } from '../../model/replies/replies.ts';
import { signalIn } from '../receive/spamsignals.ts';
import type { Publisher } from './publisher.ts';

/** What the desk lists: the boxes of the store that are not decided, and what is published. */
export const deskBoxes = ['pending', 'published', 'spam', 'deleted'] as const;
export type DeskBox = (typeof deskBoxes)[number];

/** The data that the page of the desk shows. */
export interface DeskView {
	readonly path: string;
	readonly box: DeskBox;
	/** The number of all replies in the box. */
	readonly count: number;
	/** The replies on this page. */
	readonly replies: readonly WaitingReply[];
	/** The place after which the next page starts; absent on the last page. */
	readonly more?: string | undefined;
	readonly publisher: Pick<Publisher, 'failure' | 'busy'>;
	/** The result of the last action, and the errors of unreadable replies. May be empty. */
	readonly told: string;
	/** What takes the last action back. */
	readonly undo?: { readonly id: string; readonly act: string } | undefined;
	/** The posts that accept replies, for their titles. */
	readonly posts: Manifest;
	/** The IANA time zone of the site. */
	readonly timeZone: string;
	/** The language of the site. */
	readonly language: string;
	/** An answer that could not be kept. The reply is shown to be edited. */
	readonly answer?: { readonly as: string; readonly body: string };
}

/** Renders the page of the desk as HTML without scripts. */
export function deskPage(view: DeskView) {
	const { path, box, replies, more, publisher, told, undo, language } = view;
	const words = messagesIn(language).desk;
	const state = publisher.failure
		? html`<section class="failure" role="alert">
				<p>${words.failure}</p>
				<pre>${publisher.failure}</pre>
			</section>`
		: publisher.busy
			? html`<p role="status">${words.publishing}</p>`
			: '';
	const link = (to: DeskBox) =>
		html`<a
			href="${path}${to === 'pending' ? '' : `?box=${to}`}"
			${to === box ? raw(' aria-current="page"') : ''}
			>${words.boxes[to]}</a
		>`;
	return html`<!doctype html>
		<html lang="${language}">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width" />
				<title>${words.title}</title>
				<link rel="stylesheet" href="${path}desk.css" />
			</head>
			<body>
				<main>
					<h1>${words.title}</h1>
					<nav>${deskBoxes.map(link)}</nav>
					${
						told &&
						html`<div role="status">
							<p>${told}</p>
							${undo ? undoForm(undo, view) : ''}
						</div>`
					}${state}
					<p>${view.count === 0 ? words.nothing : count(words.here, view.count, language)}</p>
					${replies.map((reply) => entry(reply, view))}${more ? html`<p><a href="${path}?box=${box}&amp;after=${encodeURIComponent(more)}">${words.more}</a></p>` : ''}
				</main>
			</body>
		</html>`;
}

function button(act: string, label: string) {
	return html`<button name="act" value="${act}">${label}</button>`;
}

function undoForm({ id, act }: NonNullable<DeskView['undo']>, { path, box, language }: DeskView) {
	return html`<form method="post" action="${path}">
		<input type="hidden" name="id" value="${id}" />
		<input type="hidden" name="box" value="${box}" />
		${button(act, messagesIn(language).desk.undo)}
	</form>`;
}

/** What an editor can do with a reply, by where it is. */
const actions: Record<DeskBox, readonly Action[]> = {
	pending: ['approve', 'spam', 'deleted'],
	published: ['take-down'],
	spam: ['approve', 'pending', 'deleted'],
	deleted: ['pending', 'forget'],
};
type Action = keyof Messages['desk']['actions'];

/** What its button says. Spam is no spam after all; what was deleted is taken back. */
function labelOf(act: Action, { box, language }: DeskView): string {
	const { actions } = messagesIn(language).desk;
	return act === 'pending' && box === 'deleted' ? actions.takeBack : actions[act];
}

function entry(reply: WaitingReply, view: DeskView) {
	const { path, box, posts, timeZone, language, answer } = view;
	const words = messagesIn(language).desk;
	const { id, post, parent, name, email, url, date, body, signals } = reply;
	const { [post]: known } = posts;
	const answered = known?.replies.find((one) => one.id === parent)?.label ?? parent;
	const moment = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'short',
	});
	const reasons = signals.map((signal) => signalIn(language, signal));
	const spam = reasons.length > 0 && words.signals(reasons.join(', '));
	const places = [
		known ? html`<a href="${known.path}">${known.title}</a>` : html`${post}`,
		html`<bdi>${answered}</bdi>`,
	];
	const where = messageParts(answered ? words.to : words.on).map((part) =>
		typeof part === 'string' ? part : places[part]!,
	);
	return html`<article aria-labelledby="${id}">
		<h2 id="${id}"><bdi>${name}</bdi></h2>
		<p class="facts">
			${where} · ${moment.format(new Date(date))} ·
			<bdi>${email ?? ''}</bdi>${url ? html` · <bdi>${url}</bdi>` : ''}
		</p>
		${spam ? html`<p class="facts">${spam}</p>` : ''}
		<div class="text" dir="auto">${raw(renderReply(body))}</div>
		<form method="post" action="${path}">
			<input type="hidden" name="id" value="${id}" />
			<input type="hidden" name="box" value="${box}" />
			${box === 'published' ? '' : editing(reply, answer !== undefined, words)}
			${box === 'deleted' ? '' : answering(reply, view)}
			<p>${actions[box].map((act) => button(act, labelOf(act, view)))}</p>
		</form>
	</article>`;
}

function editing({ name, body }: WaitingReply, isOpen: boolean, words: Messages['desk']) {
	return html`<details${isOpen ? raw(' open') : ''}>
		<summary>${words.edit}</summary>
		<p>
			<label>${words.name} <input type="text" name="name" value="${name}" /></label>
		</p>
		<p>
			<label>${words.text} <textarea name="body" rows="8">${raw('\n')}${body}</textarea></label>
		</p>
	</details>`;
}

function answering({ post }: WaitingReply, { box, posts, answer, language }: DeskView) {
	const words = messagesIn(language).desk;
	const authors = posts[post]?.authors ?? [];
	return html`<details${answer?.body ? raw(' open') : ''}>
		<summary>${words.actions.answer}</summary>
		<p>
			<label>
				${words.as}
				<select name="as">
					<option value="">${words.yourself}</option>
					${authors.map(
						({ id, name }) =>
							html`<option value="${id}" ${id === answer?.as ? raw(' selected') : ''}>
								${words.authorOf(name)}
							</option>`,
					)}
				</select>
			</label>
		</p>
		<p>
			<label>${words.answer} <textarea name="answer" rows="6" maxlength="20000">${raw('\n')}${answer?.body ?? ''}</textarea></label>
		</p>
		<p>${button('answer', words.actions[box === 'published' ? 'answer' : 'approveAndAnswer'])}</p>
	</details>`;
}

/** The style sheet of the desk. */
export const style = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 2rem auto; padding-inline: 1rem; }
nav a { margin-inline-end: 1rem; }
nav [aria-current] { font-weight: 600; text-decoration: none; }
article { margin-block: 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid; }
h2 { margin: 0; font-size: 1.125rem; overflow-wrap: anywhere; }
.facts { margin: 0.25rem 0; font-size: 0.875rem; overflow-wrap: anywhere; }
.text { overflow-wrap: anywhere; }
input, textarea, select { width: 100%; font: inherit; box-sizing: border-box; }
button { min-height: 2.75rem; padding: 0.25rem 1rem; font: inherit; }
[role] { margin-block: 1rem; padding: 0.5rem 1rem; border: 1px solid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
`;
