import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { LabelsFor } from './labels.ts';

/**
 * Makes wide tables and code blocks scroll within the page, also by keyboard. Alignment becomes a
 * data attribute, because our security policy forbids the style attribute that MDX writes.
 */
export function scrollable(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { table } = labelsFor(file);
		let tables = 0;
		visit(tree, 'element', (node, index, parent) => {
			if (node.tagName === 'th' || node.tagName === 'td') {
				const { align } = node.properties;
				delete node.properties['align'];
				if (align) node.properties['dataAlign'] = align;
			}
			if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
			if (node.tagName !== 'table' || !parent || index === undefined) return;
			if (parent.type === 'element' && parent.properties['dataTable'] !== undefined) return;
			const ariaLabel = `${table} ${++tables}`;
			parent.children[index] = {
				type: 'element',
				tagName: 'section',
				properties: { dataTable: '', tabIndex: 0, ariaLabel },
				children: [node],
			};
			return [SKIP, index];
		});
	};
}
