import type { Element, Nodes, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attributesOf, isJsx, type Jsx } from '../parse/jsx.ts';
import type { LabelsFor } from './labels.ts';

/**
 * Makes wide tables and code blocks scroll within the page, also by keyboard. Alignment becomes a
 * data attribute, because our security policy forbids the style attribute that MDX writes.
 */
export function scrollable(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { words, lang, language } = labelsFor(file);
		let tables = 0;
		visit(tree, (node, index, parent) => {
			if (node.type === 'element') {
				const { tagName, properties } = node;
				const { align } = properties;
				if (tagName === 'th' || tagName === 'td') {
					delete properties['align'];
					if (align) properties['dataAlign'] = align;
				}
				if (tagName === 'pre') properties['tabIndex'] = 0;
			}
			if (!isTable(node) || !parent || index === undefined) return;
			if (parent.type === 'element' && parent.properties['dataTable'] !== undefined) return;
			const ariaLabel = words.table(String(++tables));
			if (lang) setLanguage(node, language);
			parent.children[index] = {
				type: 'element',
				tagName: 'section',
				properties: { dataTable: '', tabIndex: 0, ariaLabel, ...(lang && { lang }) },
				children: [node as Element],
			};
			return [SKIP, index];
		});
	};
}

/** Gives a table back the language of its text, because its label is in another. */
function setLanguage(table: Element | Jsx, lang: string): void {
	if (table.type === 'element') table.properties['lang'] ??= lang;
	else if (!attributesOf(table).some(({ name }) => name === 'lang'))
		table.attributes.push({ type: 'mdxJsxAttribute', name: 'lang', value: lang });
}

/** Whether a node is a table, in Markdown or in tags. */
function isTable(node: Nodes): node is Element | (Nodes & Jsx) {
	if (node.type === 'element') return node.tagName === 'table';
	return isJsx(node) && node.name === 'table';
}
