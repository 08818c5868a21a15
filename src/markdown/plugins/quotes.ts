import type { Nodes, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { setQuotes, setQuotesInMarkdown, type Run } from '../../model/text/quotes.ts';
import type { Quotes } from '../../model/publication/site.ts';
import { attributesOf, isInline, isJsx, type Jsx } from '../parse/jsx.ts';
import { languageIn } from './labels.ts';

/** Sets the quotation marks of a text, of which `frontmatter` says the language: see setQuotes. */
export type SetQuotes = (tree: Root, frontmatter: Record<string, unknown> | undefined) => void;

/**
 * Creates a function that sets the quotation marks and apostrophes of a text in the form of its
 * language, which is `language` if it names none; unless `setting` or its field `quotes` says
 * otherwise. Code, addresses and attributes of HTML stay as they are. It changes the tree in place, so
 * that excerpt, headings and page agree.
 */
export function createSetQuotes(language: string, setting: Quotes): SetQuotes {
	return (tree, frontmatter = {}) => {
		if ((frontmatter['quotes'] ?? setting) === 'as-written') return;
		setIn(tree, languageIn(frontmatter, language));
	};
}

/** The same as a plugin, for the texts that Astro compiles. */
export function quotes(set: SetQuotes) {
	return () => (tree: Root, file: VFile) => set(tree, file.data.astro?.frontmatter);
}

/** Part of a paragraph: a text node, or what stands for one. */
interface Part extends Run {
	readonly node?: Text;
}

/** Elements whose text is not prose. */
const verbatim = /^(code|kbd|math|pre|samp|script|style|svg|textarea|tt|var)$/;

/** Nodes within a line of Markdown. */
const phrasing =
	/^(delete|emphasis|image|imageReference|inlineCode|link|linkReference|mdxTextExpression|strong)$/;

/** The attributes of our components that hold words for readers. */
const words: Readonly<Record<string, readonly string[]>> = {
	Aside: ['title'],
	Audio: ['credit', 'title'],
	Figure: ['caption', 'credit'],
	Gallery: ['caption', 'credit'],
	PullQuote: ['cite'],
	Video: ['credit', 'title'],
};

/** Sets the marks in a tree. A quotation does not go on from one block to another. */
function setIn(tree: Root, language: string): void {
	let parts: Part[] = [];
	const flush = () => {
		const set = setQuotes(parts);
		for (const [index, { node }] of parts.entries()) if (node) node.value = set[index]!;
		parts = [];
	};
	const read = (node: Nodes, around: string | undefined): void => {
		if (node.type === 'text') return void parts.push({ text: node.value, language: around, node });
		if (isUnseen(node)) return;
		if (isBreak(node)) return void parts.push({ text: '\n' });
		const isBlock = isJsx(node) ? !isInline(node) : !phrasing.test(node.type);
		const own = isJsx(node) ? ownLanguage(node, around) : around;
		if (isJsx(node) && own) setAttributes(node, own);
		if (isBlock) flush();
		if (!('children' in node) || isVerbatim(node)) parts.push({ text: 'x' });
		else for (const child of node.children) read(child, own);
		if (isBlock) flush();
	};
	read(tree, language);
}

/** Whether a node stands behind a word as if it were not there: a note, a comment. */
function isUnseen(node: Nodes): boolean {
	if (node.type === 'mdxTextExpression') return node.data?.estree?.body.length === 0;
	return node.type === 'footnoteReference';
}

function isBreak(node: Nodes): boolean {
	return node.type === 'break' || (isJsx(node) && node.name === 'br');
}

/** Whether a node with children is code, or a link that shows its own address. */
function isVerbatim(node: Nodes): boolean {
	if (isJsx(node)) return verbatim.test(node.name ?? '');
	if (node.type !== 'link') return false;
	const [child] = node.children;
	return child?.type === 'text' && node.url.endsWith(child.value);
}

/** The language of an element; `undefined` if it is known only when code runs. */
function ownLanguage(element: Jsx, around: string | undefined): string | undefined {
	const own = attributesOf(element).find(({ name }) => /^(xml:)?lang$/.test(name));
	if (!own) return around;
	return typeof own.value === 'string' ? own.value : undefined;
}

function setAttributes(element: Jsx, language: string): void {
	const named = words[element.name ?? ''] ?? [];
	for (const attribute of attributesOf(element))
		if (named.includes(attribute.name) && typeof attribute.value === 'string')
			attribute.value = setQuotesInMarkdown(attribute.value, language);
}
