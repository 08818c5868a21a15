import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { TextLink } from '../../model/checks/content.ts';
import { mediaOf } from '../../model/content/media.ts';
import { jsxIn, stringAttribute, type Jsx } from './jsx.ts';
import { nodesOf } from './nodes.ts';
import { placeOf } from './prose.ts';

/** An image as a text gives it, and where. */
export interface TextImage extends TextLink {
	readonly alt: string;
}

/** Every link of a text whose address is written out, in the order of their kinds. */
export function linksOf(tree: Root): TextLink[] {
	const addresses = addressesOf(tree);
	const links: TextLink[] = [];
	visit(tree, ['link', 'linkReference'], (node, _, parent) => {
		const url =
			node.type === 'link'
				? node.url
				: node.type === 'linkReference' && addresses.get(node.identifier);
		// A bare address has no place of its own: what it stands in has.
		if (typeof url === 'string') links.push({ url, at: placeOf(node.position ? node : parent!) });
	});
	for (const element of jsxIn(tree)) {
		const url = element.name === 'a' ? stringAttribute(element, 'href') : fileOf(element);
		if (url !== undefined) links.push({ url, at: placeOf(element) });
	}
	return links;
}

/** The file of this site that a film or recording is. */
function fileOf(element: Jsx): string | undefined {
	if (element.name !== 'Audio' && element.name !== 'Video') return undefined;
	const src = stringAttribute(element, 'src') ?? '';
	return mediaOf(element.name, src)?.kind === 'file' ? src : undefined;
}

/** Every image of a text. */
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
