import type { Element, ElementContent, Parents } from 'hast';
import { visit } from 'unist-util-visit';
import { elementsOf, isBlock } from './elements.ts';

/** Marks the tables that Markdown cannot have, so that they stay tags. */
export function keepTables(tree: Parents): void {
	visit(tree, 'element', (table) => {
		if (table.tagName !== 'table') return undefined;
		const parts = elementsOf(table);
		const [first, ...rows] = parts.filter(({ tagName }) => tagName === 'tr');
		const cells = parts.filter(({ tagName }) => /^t[hd]$/.test(tagName));
		for (const cell of cells) cell.children = unwrapped(cell.children);
		const isHead = (row: Element) =>
			row.children.every((cell) => cell.type !== 'element' || cell.tagName === 'th');
		const isSimple =
			first !== undefined &&
			isHead(first) &&
			!rows.some(isHead) &&
			!parts.some(({ tagName }) => /^(caption|colgroup|tfoot)$/.test(tagName)) &&
			cells.every(
				({ properties, children }) =>
					Number(properties['colSpan'] ?? 1) === 1 &&
					Number(properties['rowSpan'] ?? 1) === 1 &&
					!children.some(
						(child) => isBlock(child) && !(child as Element).tagName.match(/^(p|div)$/),
					),
			);
		if (isSimple) return undefined;
		for (const part of [table, ...parts])
			if (/^(table|thead|tbody|tfoot|tr|t[hd]|caption|col|colgroup)$/.test(part.tagName))
				part.tagName = `html-${part.tagName}`;
		return undefined;
	});
}

/** What is in a single paragraph, without the paragraph. */
function unwrapped(children: ElementContent[]): ElementContent[] {
	const parts = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	const [only] = parts;
	const isParagraph = only?.type === 'element' && only.tagName === 'p';
	return isParagraph && parts.length === 1 ? only.children : children;
}
