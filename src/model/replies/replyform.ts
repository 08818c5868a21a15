import { escapeHtml } from '../text/html.ts';
import { bounds, type Answerable, type FormField } from './replies.ts';

/** The content of the form: its post, the values that a reader sent, and their errors. */
export interface FormState {
	/** The address to which the form is sent. */
	readonly action: string;
	readonly post: string;
	/** The published replies. Readers can answer them. */
	readonly replies: readonly Answerable[];
	/** The values that the reader sent. */
	readonly values?: Readonly<Partial<Record<FormField, string>>>;
	/** The errors, by field. */
	readonly errors?: Readonly<Partial<Record<FormField, string>>>;
	/** The error of the form as a whole. */
	readonly message?: string | undefined;
}

/** The id of the page element that confirms a reply. */
export const received = 'reply-received';
/** The start and the end of the form, to find it in a page. */
export const formStart = '<form class="reply-form"';
export const formEnd = '</form>';

/** The fields that can be wrong, as they stand in the form. */
const inOrder: readonly FormField[] = ['body', 'name', 'email', 'url'];

/** Returns the reply form as HTML, for pages and for the response to an invalid form. */
export function replyForm(state: FormState): string {
	const { action, post, replies, errors = {}, message } = state;
	const wrong = Object.keys(errors).length > 0 ? 'Please correct what is marked.' : undefined;
	const alert = message ?? wrong;
	const first = inOrder.find((name) => errors[name] !== undefined);
	const field = (name: FormField, label: string, options: Partial<FieldOptions> = {}) =>
		fieldOf({ ...none, ...options, name, label, state, focus: first === name });
	return `${formStart} action="${escapeHtml(action)}" method="post" accept-charset="utf-8">
${alert ? `<p class="alert" role="alert"${first ? '' : ' tabindex="-1" autofocus'}>${escapeHtml(alert)}</p>` : ''}
<p id="reply-email-notes">Your email address will not be published. Required fields are marked *</p>
<input type="hidden" name="post" value="${escapeHtml(post)}">
${replies.length > 0 ? parentField(state) : ''}
${field('body', 'Comment *', { most: bounds.body, element: 'textarea' })}
${field('name', 'Name *', { most: bounds.name, complete: 'name' })}
${field('email', 'Email *', { most: bounds.email, complete: 'email', mode: 'email', notes: 'reply-email-notes' })}
${field('url', 'Website', { most: bounds.url, complete: 'url', type: 'url', required: false })}
<p class="nickname" aria-hidden="true"><label>Leave this empty <input type="text" name="nickname" tabindex="-1" autocomplete="off"></label></p>
<p><button type="submit">Post Comment</button></p>
${formEnd}`;
}

interface FieldOptions {
	readonly name: FormField;
	readonly label: string;
	readonly state: FormState;
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
	focus,
	most = 0,
	...options
}: Partial<FieldOptions> & Pick<FieldOptions, 'name' | 'label' | 'state' | 'focus'>): string {
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
		? `<span class="error" id="reply-${name}-error">${escapeHtml(sentence(error))}</span>`
		: '';
	return `<p><label for="reply-${name}">${label}</label>${control}${told}</p>`;
}

function parentField({ replies, values }: FormState): string {
	const options = replies.map(
		({ id, label }) =>
			`<option value="${id}"${values?.parent === id ? ' selected' : ''}>${escapeHtml(label)}</option>`,
	);
	return `<p><label for="reply-parent">In reply to</label><select id="reply-parent" name="parent"><option value="">the post</option>${options.join('')}</select></p>`;
}

function sentence(error: string): string {
	return `This ${error}.`;
}
