import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { mediaOf } from '../../model/content/media.ts';
import { captionOf } from './captions.ts';
import { inlineText } from '../../model/text/inline.ts';
import { component, element, elementsOf, hasClass, paragraph, text } from './elements.ts';
import type { Resolve } from './rewrite.ts';

/** What is needed to know where films, recordings and links are on the new site. */
type ResolveMedia = Pick<Resolve, 'file' | 'link'>;

/**
 * Makes films and recordings of players, frames, embedded addresses and of addresses that stand alone,
 * where the site can show them, and links of all others. `name` is the title of the text, which a film
 * without a caption has.
 */
export function media(tree: Root, name: string, resolve: ResolveMedia): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const url = addressOf(node);
		if (url === undefined) return undefined;
		const captions: string[] = [];
		visit(node, 'element', (child) => {
			if (child.tagName === 'figcaption') captions.push(captionOf(child.children));
		});
		const caption = captions.filter(Boolean).join(' ');
		const title = inlineText(caption) || String(node.properties['title'] ?? '') || name;
		const made = [playerOf(url, title, resolve) ?? paragraph(linkTo(url, caption, resolve))];
		parent.children.splice(index, 1, ...(isInText(parent) ? made.flatMap(inLine) : made));
		return [SKIP, index + 1];
	});
}

/** A player, if the site can show what is at the address. */
function playerOf(url: string, title: string, { file }: ResolveMedia): Element | undefined {
	const src = file(url) ?? url;
	const kind = (['Video', 'Audio'] as const).find((one) => mediaOf(one, src));
	return kind && component(kind, { src, title });
}

function linkTo(url: string, caption: string, resolve: ResolveMedia): ElementContent[] {
	const target = resolve.link(url).url;
	const shown = target === undefined ? text(url) : element('a', { href: target }, [text(url)]);
	return [shown, ...(caption ? [text(` ${inlineText(caption)}`)] : [])];
}

/** The address that an element embeds; `undefined` if it is nothing embedded. */
function addressOf(node: Element): string | undefined {
	const { data, dataSrc, dataLazySrc } = node.properties;
	const given = node.properties['src'];
	const src = whole(given) ? given : (dataSrc ?? dataLazySrc ?? given);
	if (/^(iframe|embed)$/.test(node.tagName)) return whole(src);
	if (node.tagName === 'object') return whole(data);
	if (/^(video|audio)$/.test(node.tagName)) {
		const source = elementsOf(node).find(({ tagName }) => tagName === 'source');
		return String(src ?? source?.properties['src'] ?? '') || undefined;
	}
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

function isInText(parent: { readonly type: string; readonly tagName?: string }): boolean {
	return /^(p|h[1-6]|a|em|strong|span|b|i)$/.test(parent.tagName ?? '');
}

/** Within a line, a film can only be a link. */
function inLine(made: Element): ElementContent[] {
	if (made.tagName === 'p') return made.children;
	const { src } = JSON.parse(String(made.properties['dataValues'])) as { src: string };
	return [element('a', { href: src }, [text(src)])];
}
