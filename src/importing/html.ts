import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import rehypeParse from 'rehype-parse';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { notes } from './notes.ts';

type Handle = NonNullable<Options['handlers']>[string];

/** HTML that stays HTML, because Markdown has no signs for it. */
const keep: Handle = (state, node: Element) => ({
	type: 'mdxJsxTextElement',
	name: node.tagName,
	attributes: [],
	children: state.all(node) as never,
});

const noteReference: Handle = (_, node: Element) => {
	const name = String(node.properties['dataNote']);
	return { type: 'footnoteReference', identifier: name, label: name };
};

const note: Handle = (state, node: Element) => {
	const name = String(node.properties['dataNote']);
	const children = state.toFlow(state.all(node)) as never;
	return { type: 'footnoteDefinition', identifier: name, label: name, children };
};

/** A line that begins with one of these words would be read as code. */
const statements = ['import', 'export'].map((word) => ({
	atBreak: true,
	character: word[0]!,
	after: `${word.slice(1)}\\b`,
}));

const converter = unified()
	.use(rehypeParse, { fragment: true })
	.use(() => (tree: HtmlRoot) => {
		bookmarks(tree);
		heads(tree);
		notes(tree);
		headings(tree);
	})
	.use(rehypeRemark, {
		handlers: { sub: keep, sup: keep, 'note-reference': noteReference, 'note-text': note },
	})
	.use(remarkGfm)
	.use(remarkMdx)
	.use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', unsafe: statements } as never)
	.freeze();

/** A text as MDX. */
export interface Converted {
	readonly title: string | undefined;
	readonly subtitle: string | undefined;
	readonly body: string;
}

/** Returns a text in HTML as MDX. Its title and its subtitle are what has these classes. */
export function mdxOf(html: string): Converted {
	const tree = converter.parse(html);
	const [title, subtitle] = ['title', 'subtitle'].map((name) => taken(tree, name));
	const text = converter.runSync(tree) as Root;
	return { title, subtitle, body: converter.stringify(text) };
}

/** Takes the first element of a class out of a tree. Returns its words. */
function taken(tree: HtmlRoot, name: string): string | undefined {
	let words: string | undefined;
	visit(tree, 'element', (node, index, parent) => {
		if (!(node.properties['className'] as string[] | undefined)?.includes(name)) return undefined;
		parent!.children.splice(index!, 1);
		// A field has no notes: they go to the first paragraph.
		const isNote = (child: ElementContent) =>
			child.type === 'element' && child.tagName === 'sup' && /^\[\d+\]$/.test(toString(child));
		const notes = node.children.filter(isNote);
		node.children = node.children.filter((child) => !isNote(child));
		words = toString(node).trim();
		visit(tree, 'element', (paragraph) => {
			if (paragraph.tagName !== 'p') return undefined;
			paragraph.children.push(...notes);
			return EXIT;
		});
		return EXIT;
	});
	return words || undefined;
}

/** Removes the places that a document can be linked to, which are links without words. */
function bookmarks(tree: HtmlRoot): void {
	visit(tree, 'element', ({ tagName, properties, children }, index, parent) => {
		if (tagName !== 'a' || properties['href'] !== undefined || !parent || index === undefined)
			return undefined;
		parent.children.splice(index, 1, ...children);
		return index;
	});
}

/** Makes the first row of a table its head, which it has to have in Markdown. */
function heads(tree: HtmlRoot): void {
	visit(tree, 'element', (table) => {
		if (table.tagName !== 'table') return;
		const cells: Element[] = [];
		let first: Element | undefined;
		visit(table, 'element', (node, _, parent) => {
			if (node.tagName === 'tr') first ??= node;
			if (/^t[hd]$/.test(node.tagName) && parent === first) cells.push(node);
		});
		for (const cell of cells) cell.tagName = 'th';
		visit(table, 'element', (cell) => {
			if (!/^t[hd]$/.test(cell.tagName)) return undefined;
			cell.children = inline(cell.children);
			return SKIP;
		});
		return SKIP;
	});
}

/** What a cell holds, in one line: paragraphs parted by spaces, items by semicolons. */
function inline(children: readonly ElementContent[]): ElementContent[] {
	const line: ElementContent[] = [];
	for (const child of children) {
		const isBlock =
			child.type === 'element' &&
			/^(p|div|blockquote|pre|h[1-6]|[uod]l|li|d[td]|table|t(head|body|foot|r|h|d))$/.test(
				child.tagName,
			);
		if (!isBlock) line.push(child);
		else {
			const part = line.length > 0 ? (child.tagName === 'li' ? '; ' : ' ') : '';
			line.push({ type: 'text', value: part }, ...inline(child.children));
		}
	}
	return line.filter((node) => node.type !== 'text' || node.value !== '');
}

/** Moves headings down so that the first level of the text is 2: level 1 is the title’s. */
function headings(tree: HtmlRoot): void {
	const found: Element[] = [];
	visit(tree, 'element', (node) => {
		if (/^h[1-6]$/.test(node.tagName)) found.push(node);
	});
	const levels = found.map(({ tagName }) => Number(tagName[1]));
	const down = 2 - Math.min(...levels);
	for (const [index, heading] of found.entries())
		heading.tagName = `h${Math.min(6, levels[index]! + down)}`;
}
