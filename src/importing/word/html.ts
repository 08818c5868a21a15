import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toString } from 'mdast-util-to-string';
import { EXIT, visit } from 'unist-util-visit';
import { parseHtml, printMdx } from '../markup/mdx.ts';
import { notes } from './notes.ts';

/** A text as MDX. */
export interface Converted {
	readonly title: string | undefined;
	readonly subtitle: string | undefined;
	readonly body: string;
}

/** Returns a text in HTML as MDX. Its title and its subtitle are what has these classes. */
export function mdxOf(html: string): Converted {
	const tree = parseHtml(html);
	const [title, subtitle] = ['title', 'subtitle'].map((name) => taken(tree, name));
	bookmarks(tree);
	heads(tree);
	notes(tree);
	headings(tree);
	return { title, subtitle, body: printMdx(tree) };
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
	});
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
