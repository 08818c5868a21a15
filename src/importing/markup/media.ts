import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { mediaOf } from '../../model/content/media.ts';
import { captionOf } from './captions.ts';
import { component, element, hasClass, paragraph, text } from './elements.ts';

/**
 * Makes films of frames, of embedded addresses and of addresses that stand alone, where the site can show
 * them, and links of all others. `titleOf` names a film that has no caption.
 */
export function media(tree: Root, titleOf: (url: string) => string): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const url = addressOf(node);
		if (url === undefined) return undefined;
		const captions: string[] = [];
		visit(node, 'element', (child) => {
			if (child.tagName === 'figcaption') captions.push(captionOf(child.children));
		});
		const caption = captions.filter(Boolean).join(' ');
		const title = caption || String(node.properties['title'] ?? '') || titleOf(url);
		const made = mediaOf('Video', url)
			? [component('Video', { src: url, title })]
			: [paragraph([link(url), ...(caption ? [text(` ${caption}`)] : [])])];
		parent.children.splice(index, 1, ...(isInText(parent) ? made.flatMap(inLine) : made));
		return [SKIP, index + 1];
	});
}

/** The address that an element embeds; `undefined` if it is nothing embedded. */
function addressOf(node: Element): string | undefined {
	const { src, data } = node.properties;
	if (/^(iframe|embed)$/.test(node.tagName)) return whole(src);
	if (node.tagName === 'object') return whole(data);
	if (node.tagName === 'figure' && hasClass(node, /^wp-block-embed/)) {
		let inside: string | undefined;
		visit(node, 'element', (child) => {
			if (hasClass(child, /^wp-block-embed__wrapper$/)) inside ??= alone(child);
			if (child.tagName === 'iframe') inside ??= whole(child.properties['src']);
		});
		return inside;
	}
	return node.tagName === 'p' ? alone(node) : undefined;
}

function whole(address: unknown): string | undefined {
	if (typeof address !== 'string' || address === '') return undefined;
	const url = address.startsWith('//') ? `https:${address}` : address;
	return /^https?:\/\//i.test(url) ? url : undefined;
}

/** The address that is all there is in an element: WordPress embeds it, and links nothing else. */
function alone(node: Element): string | undefined {
	const [child, ...others] = node.children.filter(
		(one) => one.type !== 'text' || one.value.trim() !== '',
	);
	if (child?.type !== 'text' || others.length > 0) return undefined;
	const line = toString(node).trim();
	return /^https?:\/\/[^\s"'<]+$/i.test(line) ? line : undefined;
}

function link(url: string): Element {
	return element('a', { href: url }, [text(url)]);
}

function isInText(parent: { readonly type: string; readonly tagName?: string }): boolean {
	return /^(p|h[1-6]|a|em|strong|span|b|i)$/.test(parent.tagName ?? '');
}

/** Within a line, a film can only be a link. */
function inLine(made: Element): ElementContent[] {
	if (made.tagName === 'p') return made.children;
	const { src } = JSON.parse(String(made.properties['dataValues'])) as { src: string };
	return [link(src)];
}
