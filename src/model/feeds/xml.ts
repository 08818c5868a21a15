import { escapeHtml } from '../text/html.ts';

/** XML as text: an element, or what stands in it. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element; attributes and children that are not there are left out. */
export function element(
	name: string,
	attributes: Attributes,
	...children: readonly (Xml | undefined)[]
): Xml {
	const content = children.join('');
	const tag = opening(name, attributes);
	return content ? `${tag}${content}</${name}>` : `${tag.slice(0, -1)}/>`;
}

/** The tag that opens an element. */
export function opening(name: string, attributes: Attributes): string {
	const written = Object.entries(attributes)
		.flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escape(value)}"`]))
		.join('');
	return `<${name}${written}>`;
}

/** An element that holds text. */
export function text(name: string, value: string | undefined, attributes = {}): Xml | undefined {
	return value === undefined ? undefined : element(name, attributes, escape(value));
}

/** Begins a document that browsers show with the stylesheet at `style`. */
export function prolog(style: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/css" href="${escape(style)}"?>
`;
}

/** XML 1.0 knows no way to write most control characters: https://www.w3.org/TR/xml/#charsets */
export function escape(value: string): string {
	return escapeHtml(
		value.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
	);
}
