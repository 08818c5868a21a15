import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TextLink } from '../../model/checks/content.ts';
import { mediaOf } from '../../model/content/media.ts';
import { inlineLinks } from '../../model/text/inline.ts';
import { elementsOf, valueOf, type Element } from './elements.ts';
import { nodesOf } from './nodes.ts';
import { placeOf } from './prose.ts';

/** An image in a text: its address, description and position. */
export interface TextImage extends TextLink {
	readonly alt: string;
}

/**
 * Returns the links of a text with a literal address: Markdown links first, then `<a>`, the
 * files of `<Audio>` and `<Video>`, and those in captions.
 */
export function linksOf(tree: Root): TextLink[] {
	const addresses = addressesOf(tree);
	const links: TextLink[] = [];
	visit(tree, ['link', 'linkReference'], (node, _, parent) => {
		const url =
			node.type === 'link'
				? node.url
				: node.type === 'linkReference' && addresses.get(node.identifier);
		// A link made from a bare address has no position, but its parent has.
		if (typeof url === 'string') links.push({ url, at: placeOf(node.position ? node : parent!) });
	});
	for (const element of elementsOf(tree)) {
		const url = element.name === 'a' ? valueOf(element, 'href') : fileOf(element);
		for (const one of url === undefined ? captionLinks(element) : [url])
			links.push({ url: one, at: element.at });
	}
	return links;
}

/** Returns the links in the caption and the credit of `<Figure>` or `<Gallery>`. */
function captionLinks(element: Element): string[] {
	if (element.name !== 'Figure' && element.name !== 'Gallery') return [];
	return ['caption', 'credit'].flatMap((name) => inlineLinks(valueOf(element, name) ?? ''));
}

/** Returns the file on this site that `<Audio>` or `<Video>` plays, otherwise `undefined`. */
function fileOf(element: Element): string | undefined {
	if (element.name !== 'Audio' && element.name !== 'Video') return undefined;
	const src = valueOf(element, 'src') ?? '';
	return mediaOf(element.name, src)?.kind === 'file' ? src : undefined;
}

/** Returns the Markdown images of a text. */
export function imagesOf(tree: Root): TextImage[] {
	const addresses = addressesOf(tree);
	return nodesOf(tree, 'image', 'imageReference').flatMap((node) => {
		const url = node.type === 'image' ? node.url : addresses.get(node.identifier);
		return url === undefined ? [] : [{ url, alt: node.alt ?? '', at: placeOf(node) }];
	});
}

function addressesOf(tree: Root): ReadonlyMap<string, string> {
	const addresses = new Map<string, string>();
	for (const { identifier, url } of nodesOf(tree, 'definition'))
		if (!addresses.has(identifier)) addresses.set(identifier, url);
	return addresses;
}
