import { finding, type Finding } from '../../model/checks/problems.ts';
import { positionOf } from './prose.ts';

/** https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const voidElements = 'area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr';

/** Old Markdown that MDX does not read, as patterns; the mending of each has one right form. */
const forms: readonly {
	readonly pattern: RegExp;
	readonly found: (file: string, at: Finding['at'], match: RegExpExecArray) => Finding;
	readonly mended: (match: RegExpExecArray) => string | undefined;
}[] = [
	{
		// An attribute in quotes may contain brackets.
		pattern: new RegExp(
			`<(${voidElements})((?:\\s+(?:"[^"\\n]*"|'[^'\\n]*'|[^<>"'\\n])*)?)(?<!/)>`,
			'gi',
		),
		found: (file, at, [, name = '']) => finding('void-tag', file, at, name.toLowerCase()),
		mended: ([, name = '', rest = '']) => `<${name.toLowerCase()}${rest.trimEnd()} />`,
	},
	{
		pattern: new RegExp(`</(${voidElements})\\s*>`, 'gi'),
		found: (file, at, [, name = '']) => finding('void-tag', file, at, name.toLowerCase()),
		mended: ([, name = '']) => (/^br$/i.test(name) ? '<br />' : ''),
	},
	{
		pattern: /<!--([^]*?)-->/g,
		found: (file, at) => finding('html-comment', file, at),
		mended: ([, words = '']) => (/\n|\*\//.test(words) ? undefined : `{/*${words}*/}`),
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
	},
];

/** Finds all old Markdown in a text that is not valid MDX, in the order of the text. */
export function oldHtml(file: string, body: string): Finding[] {
	const text = withoutCode(body);
	const findings = forms.flatMap(({ pattern, found, mended }) =>
		Array.from(text.matchAll(pattern), (match) => {
			const one = found(file, positionOf(body, match.index), match);
			const right = mended(match);
			if (right === undefined) return { index: match.index, one };
			return {
				index: match.index,
				one: { ...one, repair: { length: match[0].length, text: right } },
			};
		}),
	);
	return findings.sort((a, b) => a.index - b.index).map(({ one }) => one);
}

/** The text with code and math blanked, and all else in its place. */
function withoutCode(body: string): string {
	return body.replace(
		/^(`{3,}|~{3,})[^]*?^\1[`~]*[ \t]*$|(?<!`)(`+)(?!`)[^]*?(?<!`)\2(?!`)/gm,
		(code) => code.replace(/[^\n]/g, ' '),
	);
}
