import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

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
