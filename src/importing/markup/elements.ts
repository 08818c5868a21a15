import type { Element, ElementContent, Parents } from 'hast';
import { visit } from 'unist-util-visit';

/** Makes an element. */
export function element(
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[] = [],
): Element {
	return { type: 'element', tagName, properties, children };
}

/** Makes a component of texts, such as `Figure`, with its attributes. */
export function component(
	name: string,
	values: Readonly<Record<string, string | undefined>>,
	children: ElementContent[] = [],
): Element {
	const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
	return element(
		'component',
		{ dataName: name, dataValues: JSON.stringify(Object.fromEntries(given)) },
		children,
	);
}

export function paragraph(children: ElementContent[]): Element {
	return element('p', {}, children);
}

export function text(value: string): ElementContent {
	return { type: 'text', value };
}

/** Whether an element has a class. */
export function hasClass({ properties }: Element, pattern: RegExp): boolean {
	const names = properties['className'];
	return Array.isArray(names) && names.some((name) => pattern.test(String(name)));
}

const blocks =
	/^(address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|component|html-(?!br$|s$)\w+|note-text)$/;

/** Whether an element stands on lines of its own. */
export function isBlock(node: ElementContent): boolean {
	return node.type === 'element' && blocks.test(node.tagName);
}

/** The elements of a tree, for those who change them. */
export function elementsOf(tree: Parents): Element[] {
	const all: Element[] = [];
	visit(tree, 'element', (node) => void all.push(node));
	return all;
}
