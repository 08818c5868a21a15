import { splitInline } from './inline.ts';
import { quoteFormsOf, type QuoteForms } from './quoteforms.ts';

/** A stretch of a text in one language. */
export interface Run {
	readonly text: string;
	/** Its language tag. A run without one stays as it is, and counts as words: code, a picture. */
	readonly language?: string | undefined;
}

/** What a sign is. A sign without a role stays: a prime after a number, or a mark that fits nowhere. */
type Role = 'open' | 'close' | 'apostrophe' | undefined;
type Sign = '"' | "'";

/** A quotation that is not closed yet. */
interface Opened {
	readonly sign: Sign;
	/** The mark that closes it: that of the language in which it was opened. */
	readonly close: string;
}

/**
 * Returns the texts of `runs`, which follow each other in one paragraph, with the straight quotation
 * marks and apostrophes in the form of their language. Marks pair across runs, so that one around
 * emphasis or a link is whole. What is set by hand, and numbers in feet and inches, stay as they are.
 *
 * A sign opens at the start, and after a space, a dash, an opening bracket or an opening mark; elsewhere
 * it closes. `'` is an apostrophe within a word, before a year or a word without its beginning, and where
 * nothing is to be closed. A quotation that nothing closes, as in an excerpt or in one of several
 * paragraphs, keeps its opening mark.
 */
export function setQuotes(runs: readonly Run[]): string[] {
	const all = runs.map(({ text }) => text).join('');
	if (!/["']/.test(all)) return runs.map(({ text }) => text);
	const roles = new Map<number, Role>();
	const opened: Opened[] = [];
	let start = 0;
	return runs.map(({ text, language }) => {
		const from = start;
		start += text.length;
		const forms = language === undefined ? undefined : quoteFormsOf(language);
		return forms
			? text.replace(pattern, (found, before: string, mark: string, after: string, at: number) => {
					const place = from + at + before.length;
					if (mark !== '"' && mark !== "'") return follow(mark, found, forms, opened);
					const isOpen = opened.some(({ sign }) => sign === mark);
					const role = roleOf(mark, around(all, place, roles), isOpen, forms);
					roles.set(place, role);
					return write(mark, role, before, after, forms, opened);
				})
			: text;
	});
}

/** Returns a line in one language with its marks set: see {@link setQuotes}. */
export function setQuotesIn(text: string, language: string): string {
	return setQuotes([{ text, language }])[0]!;
}

/**
 * Returns a line of inline Markdown (captions and credits) with its marks set; code, escaped
 * signs and addresses stay as they are.
 */
export function setQuotesInMarkdown(text: string, language: string): string {
	const parts = splitInline(text);
	return setQuotes(
		parts.map((part, index) => (index % 2 ? { text: part } : { text: part, language })),
	).join('');
}

/** A mark with the spaces beside it. */
const pattern = /([ \u00A0\u202F]?)(["'“”„«»])([ \u00A0\u202F]?)/g;

/** What stands around a sign. */
interface Around {
	/** The character before it, and the role of that character if it is a sign; `''` at the start. */
	readonly previous: string;
	readonly role: Role;
	readonly next: string;
	readonly before: string;
	readonly after: string;
}

/** Marks of emphasis in Markdown, and characters without width. */
const unseen = /[*_\u00AD\u200B-\u200F\u2060-\u2069\uFEFF]/;

function around(all: string, place: number, roles: ReadonlyMap<number, Role>): Around {
	let [left, right] = [place - 1, place + 1];
	while (unseen.test(all[left] ?? '')) left--;
	while (unseen.test(all[right] ?? '')) right++;
	return {
		previous: all[left] ?? '',
		role: roles.get(left),
		next: all[right] ?? '',
		before: all.slice(Math.max(0, place - 12), place),
		after: all.slice(place + 1),
	};
}

const isBlank = (character: string) => /^\s?$/.test(character);
/** Whether a mark before it closes, if one is open. */
const isEnd = (character: string) => /^[\s.,;:!?)\]}]?$/.test(character);
const isWord = (character: string) => /[\p{L}\p{M}\p{N}]/u.test(character);
const isSpaced = (sign: Sign, forms: QuoteForms) => forms.isSpaced && sign === '"';
const isDash = (character: string) => /[-‐‑–—―/=]/.test(character);

function roleOf(sign: Sign, place: Around, isOpen: boolean, forms: QuoteForms): Role {
	const { previous, role, next, before, after } = place;
	// In Hebrew both signs are letters of abbreviations.
	if (/^\p{Script=Hebrew}{2}/u.test(previous + next)) return undefined;
	if (sign === "'" && isWord(previous) && /\p{L}/u.test(next)) return 'apostrophe';
	if (/\d/.test(previous) && (!isOpen || isPrime(sign, before, after))) return undefined;
	if (role === 'open' || /^$|[\s([{<¿¡“„«‘‚‹]/.test(previous)) {
		if (isOpen && isEnd(next)) return 'close';
		if (isBlank(next)) return isSpaced(sign, forms) ? 'open' : undefined;
		return sign === "'" && isElided(place, forms) ? 'apostrophe' : 'open';
	}
	if (isDash(previous)) {
		if (isEnd(next)) return isOpen ? 'close' : undefined;
		return sign === "'" && isElided(place, forms) ? 'apostrophe' : 'open';
	}
	if (!isOpen && isWord(next)) {
		if (!isWord(previous)) return 'open';
		return sign === "'" ? 'apostrophe' : undefined;
	}
	if (sign === '"') return 'close';
	// “the writers' room” within single marks, which are closed later.
	const isPossessive = /[sxzß]/i.test(previous) && isBlank(next) && closesLater(after);
	return isOpen && !isPossessive ? 'close' : 'apostrophe';
}

/** Whether a `'` in what follows closes a quotation that is not opened there. */
function closesLater(after: string): boolean {
	let open = 0;
	for (const { index } of after.matchAll(/'/g)) {
		const [previous = '', next = ''] = [after[index - 1], after[index + 1]];
		if (/[^\s'"]/.test(previous) && !isWord(next)) {
			if (open-- === 0) return true;
		} else if (!isWord(previous) && isWord(next)) open++;
	}
	return false;
}

/** Whether a sign after a digit stands for feet, inches, minutes or seconds though a quotation is open. */
function isPrime(sign: Sign, before: string, after: string): boolean {
	return sign === '"' ? /\d['′]\s?[\d.]+$/.test(before) : /^\s?[\d.]+["″]/.test(after);
}

/** Whether a `'` at the start of a word stands for letters or digits that are left out. */
function isElided({ previous, role, next, after }: Around, { elided }: QuoteForms): boolean {
	if (elided?.test(after)) return true;
	if (/^\d\d(?:s|er|ern|'s)(?!\p{L})/u.test(after)) return true;
	if (/^\d\d(?![\d'])/.test(after))
		return /^\d\d(?:$|[.,;:!?)])/.test(after) || !closesLater(after);
	const isWithin = role !== 'open' && /\s/.test(previous);
	return isWithin && /\p{Ll}/u.test(next) && !closesLater(after);
}

/** Follows a mark that is set by hand: a straight one can close it. */
function follow(mark: string, found: string, forms: QuoteForms, opened: Opened[]): string {
	const [open, close] = forms.double;
	if (mark === close) shut('"', opened);
	else if (mark === open) opened.push({ sign: '"', close });
	return found;
}

function write(
	sign: Sign,
	role: Role,
	before: string,
	after: string,
	forms: QuoteForms,
	opened: Opened[],
): string {
	const [open, close] = sign === '"' ? forms.double : forms.single;
	const end = isSpaced(sign, forms) ? `\u00A0${close}` : close;
	if (role === 'open') {
		opened.push({ sign, close: end });
		return before + open + (isSpaced(sign, forms) ? '\u00A0' : after);
	}
	if (role !== 'close') return before + (role === 'apostrophe' ? '’' : sign) + after;
	const mark = shut(sign, opened) ?? end;
	return (mark.length > 1 ? '' : before) + mark + after;
}

/** Closes the last quotation of the sign, and what is open within it. Returns the mark that closes it. */
function shut(sign: Sign, opened: Opened[]): string | undefined {
	const index = opened.findLastIndex((one) => one.sign === sign);
	return index < 0 ? undefined : opened.splice(index)[0]!.close;
}
