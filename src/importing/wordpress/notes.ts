import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { element } from '../markup/elements.ts';
import { parseHtml } from '../markup/mdx.ts';
import type { StoredBody } from './items.ts';

/**
 * Makes notes, numbered as they come in the text, of those of the editor of blocks (`stored`), of those
 * that plugins have in the text (`wp-note`), and of those that Word leaves: links to `#_ftn1` and a
 * paragraph for each at the end. A note without a text stays as it is.
 */
export function notes(tree: Root, stored: StoredBody['notes']): void {
	const texts = new Map<string, ElementContent[]>();
	for (const { id, html } of stored)
		texts.set(`fn-${id}`, parseHtml(html).children as ElementContent[]);
	const pasted = takePastedNotes(tree, texts);
	const numbers = new Map<string, string>();
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const name = node.tagName === 'wp-note' ? `wp-note-${numbers.size}` : referenceIn(node);
		if (node.tagName === 'wp-note') texts.set(name!, node.children);
		if (name === undefined || !texts.has(name)) return undefined;
		if (!numbers.has(name)) numbers.set(name, String(numbers.size + 1));
		parent.children[index] = element('note-reference', { dataNote: numbers.get(name)! });
		return SKIP;
	});
	// A note to which nothing refers stays where notes stand.
	for (const [name, children] of pasted)
		if (!numbers.has(name)) tree.children.push(element('p', {}, children));
	for (const [name, number] of numbers)
		tree.children.push(element('note-text', { dataNote: number }, texts.get(name)!));
}

/** The name of the note to which an element refers. */
function referenceIn(node: Element): string | undefined {
	if (node.tagName === 'sup') {
		const id = node.properties['dataFn'];
		if (id !== undefined) return `fn-${String(id)}`;
		const [link, ...others] = node.children;
		return link?.type === 'element' && others.length === 0 ? referenceIn(link) : undefined;
	}
	if (node.tagName !== 'a') return undefined;
	return /^#(_(?:ftn|edn)\d+)$/.exec(String(node.properties['href']))?.[1];
}

/** Takes the paragraphs that begin with a link back to the text, which is how Word writes notes. */
function takePastedNotes(
	tree: Root,
	texts: Map<string, ElementContent[]>,
): ReadonlyMap<string, ElementContent[]> {
	const pasted = new Map<string, ElementContent[]>();
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined || !/^(p|div)$/.test(node.tagName)) return undefined;
		let name: string | undefined;
		visit(node, 'element', (link, at, within) => {
			const [, kind, number] = /^#_(ftn|edn)ref(\d+)$/.exec(String(link.properties['href'])) ?? [];
			if (link.tagName !== 'a' || kind === undefined || name !== undefined) return undefined;
			if (toString(node).trim().startsWith(toString(link).trim())) {
				name = `_${kind}${number}`;
				within!.children.splice(at!, 1);
			}
			return undefined;
		});
		if (name === undefined || texts.has(name)) return undefined;
		texts.set(name, node.tagName === 'p' ? [node] : node.children);
		pasted.set(name, node.children);
		parent.children.splice(index, 1);
		return [SKIP, index];
	});
	return pasted;
}
