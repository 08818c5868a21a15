import type { Element, ElementContent } from 'hast';

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
