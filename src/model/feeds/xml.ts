import { escapeHtml } from '../text/html.ts';

/** XML as text: an element or its content. */
export type Xml = string;

type Attributes = Readonly<Record<string, string | undefined>>;

/** Returns an element, without the attributes and children that are `undefined`. */
export function element(
	name: string,
	attributes: Attributes,
	...children: readonly (Xml | undefined)[]
): Xml {
	const content = children.join('');
	const tag = opening(name, attributes);
	return content ? `${tag}${content}</${name}>` : `${tag.slice(0, -1)}/>`;
}

/** Returns the opening tag of an element. */
export function opening(name: string, attributes: Attributes): string {
	const written = Object.entries(attributes)
		.flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escape(value)}"`]))
		.join('');
	return `<${name}${written}>`;
}

/** Returns an element with text, or `undefined` if `value` is `undefined`. */
export function text(name: string, value: string | undefined, attributes = {}): Xml | undefined {
	return value === undefined ? undefined : element(name, attributes, escape(value));
}

/** Returns the start of a document with the stylesheet at `style`. */
export function prolog(style: string): string {
	return `<?xml version="1.0" encoding="UTF-8"?>
<?xml-stylesheet type="text/css" href="${escape(style)}"?>
`;
}

/**
 * Escapes text. Removes the characters that XML 1.0 does not allow, such as most control
 * characters: https://www.w3.org/TR/xml/#charsets
 */
export function escape(value: string): string {
	return escapeHtml(
		value.toWellFormed().replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, ''),
	);
}
