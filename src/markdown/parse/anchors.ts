import GithubSlugger from 'github-slugger';
import type { FootnoteDefinition, Nodes, Parents, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { stringAttribute, type Jsx } from './jsx.ts';
import { nodesOf } from './nodes.ts';

/** Returns the fragments that links can use: the ids of headings, footnotes and elements. */
export function anchorsOf(tree: Root): string[] {
	const slugger = new GithubSlugger();
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
			if (node.type === 'heading') anchors.push(slugger.slug(textOf(node, notes)));
			if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
				const id = stringAttribute(node as Jsx, 'id');
				if (id !== undefined) anchors.push(id);
				else if (/^h[1-6]$/.test((node as Jsx).name ?? ''))
					anchors.push(slugger.slug(textOf(node as Parents, notes)));
			}
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
	return anchors;
}

/** The text of a heading as rendered: a footnote reference is its number, an image has no text. */
function textOf(node: Nodes, notes: ReadonlyMap<string, number>): string {
	if (node.type === 'footnoteReference') {
		const numbers = [...notes.keys()];
		const known = numbers.indexOf(node.identifier);
		return String((known < 0 ? numbers.length : known) + 1);
	}
	if (node.type === 'mdxTextExpression') return '';
	if ('children' in node) return node.children.map((child) => textOf(child, notes)).join('');
	return 'value' in node ? node.value : node.type === 'break' ? '\n' : '';
}
