import type { Root } from 'hast';
import { find, html, svg } from 'property-information';
import { visit } from 'unist-util-visit';
import { attributesOf, isJsx } from '../parse/jsx.ts';

/**
 * Writes the attributes of tags as HTML does, whether their names are those of HTML or of JSX: `for` for
 * `htmlFor`, `stroke-width` for `strokeWidth`. An attribute of ARIA or of data without a value is "true",
 * as in JSX.
 */
export function attributes() {
	return (tree: Root) =>
		visit(tree, (node) => {
			if (node.type === 'element' && node.tagName === 'code') delete node.properties['metastring'];
			if (!isJsx(node) || /^\p{Lu}/u.test(node.name ?? '') || node.name?.includes('.')) return;
			for (const attribute of attributesOf(node)) {
				const { name } = attribute;
				const info = name in html.property ? find(html, name) : find(svg, name);
				if (/[a-z][A-Z]/.test(name)) attribute.name = info.attribute;
				if (/^(aria|data)-/.test(name)) attribute.value ??= 'true';
			}
		});
}
