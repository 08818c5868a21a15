import type { Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { createHeadingIds } from '../parse/headingids.ts';

/** Corrects the ids of rehype-slug: see {@link createHeadingIds}. */
export function headingIds() {
	return (tree: Root) => {
		const idOf = createHeadingIds();
		visit(tree, 'element', (heading) => {
			const { className } = heading.properties;
			// The heading of the notes, which remark-rehype adds, has its own.
			const isOwn = Array.isArray(className) && className.includes('sr-only');
			if (/^h[1-6]$/.test(heading.tagName) && !isOwn)
				heading.properties['id'] = idOf(wordsOf(heading).trim());
		});
	};
}

/** The words of a heading, without notes. */
function wordsOf(node: Nodes): string {
	if (node.type === 'element' && node.properties['dataFootnoteRef'] !== undefined) return '';
	if ('children' in node) return node.children.map(wordsOf).join('');
	return node.type === 'text' ? node.value : '';
}

/** Makes a heading of level 2 to 6 a link to itself, unless it already contains a link. */
export function headingLinks() {
	return (tree: Root) =>
		visit(tree, 'element', (heading) => {
			const { id } = heading.properties;
			if (!/^h[2-6]$/.test(heading.tagName) || !id || id === 'footnote-label') return;
			let linked = false;
			visit(heading, 'element', ({ tagName }) => void (linked ||= tagName === 'a'));
			if (linked) return;
			heading.children = [
				{
					type: 'element',
					tagName: 'a',
					properties: { className: ['anchor'], href: `#${id}` },
					children: heading.children,
				},
			];
		});
}
