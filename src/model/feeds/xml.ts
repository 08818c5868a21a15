import { escapeHtml } from '../html.ts';

/** XML as text: an element, or what stands in it. */
export type Xml = string;

/** An element; attributes and children that are not there are left out. */
export function element(
	name: string,
	attributes: Readonly<Record<string, string | undefined>>,
	...children: readonly (Xml | undefined)[]
): Xml {
	const written = Object.entries(attributes)
		.flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escape(value)}"`]))
		.join('');
	const content = children.join('');
	return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

/** An element that holds text. */
export function text(name: string, value: string | undefined, attributes = {}): Xml | undefined {
	return value === undefined ? undefined : element(name, attributes, escape(value));
}

/** A document, shown by browsers with the stylesheet at `style`. */
export function document(root: Xml, style?: string): string {
	const shown = style ? `<?xml-stylesheet type="text/css" href="${escape(style)}"?>\n` : '';
	return `<?xml version="1.0" encoding="UTF-8"?>\n${shown}${root}\n`;
}

/** XML 1.0 knows no way to write most control characters: https://www.w3.org/TR/xml/#charsets */
export function escape(value: string): string {
	return escapeHtml(
		value.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
	);
}
