import { finding, type Finding } from '../../model/checks/problems.ts';
import { indentedIn, withoutCode } from './fences.ts';
import { positionOf } from './prose.ts';

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const voidElements = 'area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr';

/** Elements that old HTML writes in capitals. */
const elements =
	'a|abbr|b|big|blockquote|caption|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|i|ins|kbd|li|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul|var';

const names = `${elements}|${voidElements}`.toUpperCase();

/** Something that MDX does not read, as a pattern. */
interface Form {
	readonly pattern: RegExp;
	readonly found: (file: string, at: Finding['at'], match: RegExpExecArray) => Finding;
	/** The one right form, if there is one. */
	readonly mended: (match: RegExpExecArray) => string | undefined;
	/** What the parser is to read instead, of the same length; spaces if absent. */
	readonly instead?: (whole: string) => string;
}

/** Names of tags in capitals are names of components. */
const capitals: Form = {
	pattern: new RegExp(`(</?)(${names})(?=[\\s>/])`, 'g'),
	found: (file, at, [, , name = '']) => finding('upper-case-tag', file, at, name),
	mended: ([, start = '', name = '']) => start + name.toLowerCase(),
	// Its other half may stand elsewhere.
	instead: (whole) => whole.toLowerCase(),
};

/** Old Markdown, and the marks of other systems, that MDX does not read. */
const forms: readonly Form[] = [
	{
		pattern: /<!--([^]*?)-->/g,
		found: (file, at) => finding('html-comment', file, at),
		mended: ([, words = '']) => (words.includes('*/') ? undefined : `{/*${words}*/}`),
	},
	{
		pattern: /<!doctype[^>]*>|<\?[^]*?\?>/gi,
		found: (file, at, [whole]) => finding('foreign-code', file, at, whole.slice(0, 40)),
		mended: () => undefined,
	},
	{
		pattern: /\{\{[<%][^]*?[>%]\}\}|\{%[^]*?%\}|(?<!=)\{\{[^{}\n]*\}\}/g,
		found: (file, at, [whole]) => finding('foreign-code', file, at, whole.slice(0, 40)),
		mended: () => undefined,
	},
	{
		pattern: /\{:?[ \t]*[#.][\w-][^{}\n]*\}|(?<=[)\]*_`])\{[\w-]+=["'][^{}\n]*\}/g,
		found: (file, at, [whole]) => finding('attribute-list', file, at, whole),
		mended: () => undefined,
	},
	{
		pattern: /^(<{7}|>{7}) .*$/gm,
		found: (file, at) => finding('merge-conflict', file, at),
		mended: () => undefined,
	},
	{
		// An attribute in quotes may contain brackets.
		pattern: new RegExp(
			`<(${voidElements})((?:\\s+(?:"[^"\\n]*"|'[^'\\n]*'|[^<>"'\\n])*)?)(?<!/)>`,
			'gi',
		),
		found: (file, at, [, name = '']) => finding('void-tag', file, at, name.toLowerCase()),
		mended: ([, name = '', rest = '']) => `<${name.toLowerCase()}${quoted(rest).trimEnd()} />`,
	},
	{
		pattern: new RegExp(`</(${voidElements})\\s*>`, 'gi'),
		found: (file, at, [, name = '']) => finding('void-tag', file, at, name.toLowerCase()),
		mended: ([, name = '']) => (/^br$/i.test(name) ? '<br />' : ''),
	},
	{
		pattern: /<((?:https?:\/\/|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/g,
		found: (file, at, [, address = '']) => finding('angle-link', file, at, address),
		mended: ([, address = '']) =>
			`[${address.replace(/^mailto:/, '')}](${address.replace(/^(?=[^/:]*@)/, 'mailto:')})`,
	},
	{
		// <caption=“The lake”>: MDX takes straight quotes only.
		pattern: /(?<=<\w[^<>\n]*\s[\w-]+=)([“”„«][^“”„«»<>"\n]*[“”»])/g,
		found: (file, at) => finding('curly-quotes', file, at),
		mended: ([whole]) => `"${whole.slice(1, -1)}"`,
		instead: (whole) => `"${whole.slice(1, -1)}"`,
	},
	{
		pattern:
			/(?<![\w:-])(?=[\w:-]+=[\w.#%+-])(?<=<[a-z][\w-]*(?:\s+[\w:-]+(?:=(?:"[^"\n]*"|'[^'\n]*'|[\w.#%+-]+))?)*\s+)([\w:-]+)=([\w.#%+-]+)(?=[\s>])/gi,
		found: (file, at, [, name = '', value = '']) =>
			finding('unquoted-attribute', file, at, name, value),
		mended: ([whole]) => quoted(whole),
		instead: (whole) => whole.replace(/[^\w:-]/g, '_'),
	},
	capitals,
];

/** What a text is not to contain, and the text with that mended or blanked, all else in its place. */
export interface OldHtml {
	readonly findings: Finding[];
	readonly rest: string;
}

/** Finds all old Markdown in a text that is not valid MDX. */
export function oldHtml(file: string, body: string): OldHtml {
	const findings: Finding[] = [];
	const lines = body.split('\n');
	// Told by a rule of its own.
	for (const { first, last } of indentedIn(lines))
		for (let line = first; line <= last; line++) lines[line] = lines[line]!.replace(/./g, ' ');
	let rest = lines.join('\n');
	let words = wordsOf(rest);
	for (const form of forms)
		for (const { one, index, match } of all(form, file, words, body)) {
			findings.push(one);
			const blank = (whole: string) => whole.replace(/[^\n]/g, ' ');
			const instead = (form.instead ?? blank)(match[0]);
			const replaced = (text: string) =>
				text.slice(0, index) + instead + text.slice(index + match[0].length);
			[rest, words] = [replaced(rest), replaced(words)];
		}
	return { findings, rest };
}

/** Whether a name is that of an element, in capitals. */
export function isUpperCase(name: string): boolean {
	return new RegExp(`^(${names})$`).test(name);
}

/**
 * Finds elements in capitals in a text that is valid MDX, which takes them for components, except those
 * that the text declares.
 */
export function upperCaseTags(
	file: string,
	body: string,
	isOwn: (name: string) => boolean,
): Finding[] {
	return all(capitals, file, wordsOf(body), body)
		.filter(({ match }) => !isOwn(match[2]!))
		.map(({ one }) => one);
}

/** A text with code blanked, of Markdown and of MDX: comments, imports and exports. */
function wordsOf(text: string): string {
	return withoutCode(text).replace(
		/\{\/\*[^]*?\*\/\}|^(?:import|export)\s+(?:[{*'"]|const|let|function|default|\w+\s+from\b)(?:.+\n?)*/gm,
		(code) => code.replace(/[^\n]/g, ' '),
	);
}

function all({ pattern, found, mended }: Form, file: string, words: string, body: string) {
	return Array.from(words.matchAll(pattern))
		.filter(({ index }) => !/(?<!\\)(?:\\\\)*\\$/.test(words.slice(Math.max(0, index - 9), index)))
		.map((match) => {
			const one = found(file, positionOf(body, match.index), match);
			const right = mended(match);
			const repair =
				right === undefined ? {} : { repair: { length: match[0].length, text: right } };
			return { index: match.index, match, one: { ...one, ...repair } };
		});
}

/** Writes quotes around the values of attributes that have none. */
function quoted(attributes: string): string {
	return attributes.replace(
		/("[^"]*"|'[^']*')|(?<=[\w:-]=)[^\s"'{}<>=]+/g,
		(value, quotes: string | undefined) => quotes ?? `"${value}"`,
	);
}
