import type { Nodes as HtmlNodes } from 'hast';
import type { Nodes as MarkdownNodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { inlineLinks, inlineText } from '../../model/text/inline.ts';

/** What readers find in a text. */
export interface Measure {
	/** Its words, with one space between them. */
	readonly text: string;
	readonly links: number;
	/** Links whose words are their address: Markdown makes them of addresses in a text. */
	readonly bareLinks: number;
	readonly images: number;
	/** References to notes. */
	readonly notes: number;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

/** Measures a text in MDX. Throws if it does not compile. */
export function measureMdx(mdx: string): Measure {
	return measure(parser.parse(mdx));
}

/** What HTML and Markdown have in common, as far as this looks. */
interface Seen {
	readonly type: string;
	readonly name: string;
	readonly values: Readonly<Record<string, string>>;
	readonly value: string | undefined;
	readonly children: readonly (HtmlNodes | MarkdownNodes)[];
}

const ends =
	/^(p|paragraph|h[1-6]|heading|[uod]l|li|listItem|d[td]|blockquote|pre|code-block|hr|thematicBreak|table|t[rdh]|tableCell|caption|div|details|summary|figure|figcaption|center|address|br|break|img|image|component|note-text|footnoteDefinition)$/;
const silent = /^(script|style|template|title|noscript|html|definition)$/;

/** Measures a tree of HTML or MDX. */
export function measure(tree: HtmlNodes | MarkdownNodes): Measure {
	const counts = { links: 0, bareLinks: 0, images: 0, notes: 0 };
	const read = (node: HtmlNodes | MarkdownNodes): string => {
		const { type, name, values, value, children } = seen(node);
		if (value !== undefined) return type === 'code' ? ` ${value} ` : value;
		if (silent.test(name)) return '';
		if ((name === 'a' && 'href' in values) || name === 'link') counts.links++;
		if (name === 'img' || name === 'image') counts.images++;
		if (name === 'note-reference' || name === 'footnoteReference') counts.notes++;
		const inside = children.map(read).join('');
		const address = values['href'] ?? ('url' in node && name === 'link' ? String(node.url) : '');
		if (address !== '' && [inside, `http://${inside}`, `mailto:${inside}`].includes(address))
			counts.bareLinks++;
		if (!/^\p{Lu}/u.test(name)) return ends.test(name) ? ` ${inside} ` : inside;
		const { caption = '', credit = '', cite, title, author, handle } = values;
		counts.links += inlineLinks(caption).length + inlineLinks(credit).length;
		const around = [title, author, handle, inside, cite, inlineText(caption), inlineText(credit)];
		return ` ${around.filter((one) => one !== undefined).join(' ')} `;
	};
	const text = read(tree)
		.replace(/[\s\u00A0]+/g, ' ')
		.trim();
	return { text, ...counts };
}

function seen(node: HtmlNodes | MarkdownNodes): Seen {
	const children = 'children' in node ? (node.children as Seen['children']) : [];
	const value = /^(text|inlineCode|code)$/.test(node.type)
		? (node as { value: string }).value
		: undefined;
	const { type } = node;
	if (node.type === 'element') {
		if (node.tagName !== 'component')
			return { type, name: node.tagName, values: node.properties as never, value, children };
		const { dataName, dataValues } = node.properties;
		return {
			type,
			name: String(dataName),
			values: JSON.parse(String(dataValues)) as never,
			value,
			children,
		};
	}
	if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement')
		return { type, name: type, values: {}, value, children };
	const values = node.attributes.flatMap((one) =>
		one.type === 'mdxJsxAttribute' ? [[one.name, String(one.value ?? '')] as const] : [],
	);
	return { type, name: node.name ?? '', values: Object.fromEntries(values), value, children };
}

/** Returns how many words a text of words has. */
export function countWords(text: string): number {
	if (text === '') return 0;
	let count = 1;
	for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++;
	return count;
}
