import type { FootnoteDefinition, Nodes, Parents, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Heading } from '../../model/text/rendered.ts';
import { createHeadingIds } from './headingids.ts';
import { elementsOf, valueOf } from './elements.ts';
import { isJsx, stringAttribute } from './jsx.ts';
import { nodesOf } from './nodes.ts';

/** Where links into a text can lead, and its headings. */
export interface Anchors {
	/** The ids of headings, footnotes and elements. */
	readonly anchors: readonly string[];
	readonly headings: readonly Heading[];
}

/** Returns the fragments that links to a text can use, and its headings. */
export function anchorsOf(tree: Root): Anchors {
	const idOf = createHeadingIds();
	const headings: Heading[] = [];
	const definitions = new Map<string, FootnoteDefinition>();
	for (const node of nodesOf(tree, 'footnoteDefinition'))
		if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
	const notes = new Map<string, number>();
	const anchors: string[] = [];

	const read = (root: Parents) =>
		visit(root, (node) => {
			if (node.type === 'footnoteDefinition' && node !== root) return SKIP;
			if (node.type === 'footnoteReference') {
				const uses = (notes.get(node.identifier) ?? 0) + 1;
				notes.set(node.identifier, uses);
				anchors.push(`fnref-${node.identifier}${uses > 1 ? `-${uses}` : ''}`);
			}
			if (node.type === 'heading') {
				const text = textOf(node).replace(/\s+/g, ' ').trim();
				const slug = idOf(text);
				anchors.push(slug);
				headings.push({ depth: node.depth, slug, text });
			}
			if (
				isJsx(node) &&
				/^h[1-6]$/.test(node.name ?? '') &&
				stringAttribute(node, 'id') === undefined
			)
				anchors.push(idOf(textOf(node)));
			return undefined;
		});

	read(tree);
	// Footnotes follow in the order of their first references, and can contain references.
	for (const name of notes.keys()) {
		anchors.push(`fn-${name}`);
		const note = definitions.get(name);
		if (note) read(note);
	}
	if (notes.size > 0) anchors.push('footnote-label');
	for (const element of elementsOf(tree))
		for (const name of element.name === 'a' ? ['id', 'name'] : ['id']) {
			const id = valueOf(element, name);
			if (id !== undefined) anchors.push(id);
		}
	return { anchors, headings };
}

/** The words of a heading, without notes and comments. An image has none. */
function textOf(node: Nodes): string {
	if (node.type === 'footnoteReference' || node.type === 'mdxTextExpression') return '';
	if ('children' in node) return node.children.map(textOf).join('');
	return 'value' in node ? node.value : node.type === 'break' ? '\n' : '';
}
