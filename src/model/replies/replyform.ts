import { count } from '../messages/fill.ts';
import type { Messages } from '../messages/en.ts';
import { messagesIn } from '../messages/messages.ts';
import { escapeHtml } from '../text/html.ts';
import { bounds, type Answerable, type FormField } from './replies.ts';

/** The content of the form: its post, the values that a reader sent, and their errors. */
export interface FormState {
	/** The address to which the form is sent. */
	readonly action: string;
	/** The language of the page. */
	readonly language: string;
	readonly post: string;
	/** The published replies. Readers can answer them. */
	readonly replies: readonly Answerable[];
	/** The values that the reader sent. */
	readonly values?: Readonly<Partial<Record<FormField, string>>>;
	/** The errors, by field. */
	readonly errors?: FieldErrors;
	/** The error of the form as a whole. */
	readonly message?: string | undefined;
}

/** What is wrong with a field; `most` is the number of characters that it may have. */
export type FieldError =
	| { readonly code: 'missing' | 'email' | 'website' | 'invalid' }
	| { readonly code: 'tooLong'; readonly most: number };
export type FieldErrors = Readonly<Partial<Record<FormField, FieldError>>>;

/** The id of the page element that confirms a reply. */
export const received = 'reply-received';
/** The start and the end of the form, to find it in a page. */
export const formStart = '<form class="reply-form"';
export const formEnd = '</form>';

/** The fields that can be wrong, as they stand in the form. */
const inOrder: readonly FormField[] = ['body', 'name', 'email', 'url'];

/** Returns the reply form as HTML, for pages and for the response to an invalid form. */
export function replyForm(state: FormState): string {
	const { action, language, post, replies, errors = {}, message } = state;
	const words = messagesIn(language).replies;
	const wrong = Object.keys(errors).length > 0 ? words.wrong : undefined;
	const alert = message ?? wrong;
	const first = inOrder.find((name) => errors[name] !== undefined);
	const field = (name: FormField, label: string, options: Partial<FieldOptions> = {}) =>
		fieldOf({ ...none, ...options, name, label, state, words, focus: first === name });
	return `${formStart} action="${escapeHtml(action)}" method="post" accept-charset="utf-8">
${alert ? `<p class="alert" role="alert"${first ? '' : ' tabindex="-1" autofocus'}>${escapeHtml(alert)}</p>` : ''}
<p id="reply-email-notes">${words.note}</p>
<input type="hidden" name="post" value="${escapeHtml(post)}">
${replies.length > 0 ? parentField(state, words) : ''}
${field('body', `${words.comment} *`, { most: bounds.body, element: 'textarea' })}
${field('name', `${words.name} *`, { most: bounds.name, complete: 'name' })}
${field('email', `${words.email} *`, { most: bounds.email, complete: 'email', mode: 'email', notes: 'reply-email-notes' })}
${field('url', words.website, { most: bounds.url, complete: 'url', type: 'url', required: false })}
<p class="nickname" aria-hidden="true"><label>${words.empty} <input type="text" name="nickname" tabindex="-1" autocomplete="off"></label></p>
<p><button type="submit">${words.send}</button></p>
${formEnd}`;
}

type Words = Messages['replies'];

interface FieldOptions {
	readonly name: FormField;
	readonly label: string;
	readonly state: FormState;
	readonly words: Words;
	readonly focus: boolean;
	readonly most: number;
	readonly element: 'input' | 'textarea';
	readonly type: string;
	readonly complete: string;
	/** The keyboard of phones. Browsers refuse addresses with letters beyond ASCII in type=email. */
	readonly mode: string;
	readonly notes: string;
	readonly required: boolean;
}

const none = {
	element: 'input',
	type: 'text',
	complete: '',
	mode: '',
	notes: '',
	required: true,
} as const;

function fieldOf({
	name,
	label,
	state,
	words,
	focus,
	most = 0,
	...options
}: Partial<FieldOptions> &
	Pick<FieldOptions, 'name' | 'label' | 'state' | 'words' | 'focus'>): string {
	const value = escapeHtml(state.values?.[name] ?? '');
	const error = state.errors?.[name];
	const { element, type, complete, mode, notes, required } = options;
	const described = [error && `reply-${name}-error`, notes].filter(Boolean).join(' ');
	const attributes = [
		`id="reply-${name}" name="${name}" maxlength="${most}"`,
		required && 'required',
		complete && `autocomplete="${complete}"`,
		mode && `inputmode="${mode}"`,
		described && `aria-describedby="${described}"`,
		error && 'aria-invalid="true"',
		focus && 'autofocus',
	]
		.filter(Boolean)
		.join(' ');
	const control =
		element === 'textarea'
			? // HTML ignores a line break at the start of a textarea.
				`<textarea ${attributes} rows="8">\n${value}</textarea>`
			: `<input type="${type}" ${attributes} value="${value}">`;
	const told = error
		? `<span class="error" id="reply-${name}-error">${escapeHtml(sentence(error, words, state.language))}</span>`
		: '';
	return `<p><label for="reply-${name}">${label}</label>${control}${told}</p>`;
}

function parentField({ replies, values }: FormState, words: Words): string {
	const options = replies.map(
		({ id, label }) =>
			`<option value="${id}"${values?.parent === id ? ' selected' : ''}>${escapeHtml(label)}</option>`,
	);
	return `<p><label for="reply-parent">${words.inReplyTo}</label><select id="reply-parent" name="parent"><option value="">${words.thePost}</option>${options.join('')}</select></p>`;
}

function sentence(error: FieldError, { errors }: Words, language: string): string {
	if (error.code !== 'tooLong') return errors[error.code];
	return count(errors.tooLong, error.most, language);
}
