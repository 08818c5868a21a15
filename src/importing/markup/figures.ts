import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { captionOf } from './captions.ts';
import { component, elementsOf, hasClass, paragraph, text } from './elements.ts';

/**
 * Makes figures and galleries of what shows images with a caption: `figure`, and the `div` of the classic
 * editor of WordPress. An image without a caption stays an image. A link around an image goes if it leads
 * to the image itself.
 */
export function figures(tree: Root): void {
	splitParagraphs(tree);
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const isGallery = isGalleryOf(node);
		if (node.tagName !== 'figure' && !hasClass(node, /^wp-caption$/) && !isGallery)
			return undefined;
		const images = imagesIn(node);
		if (images.length === 0 || holdsMore(node)) return undefined;
		const credit = takeCredit(node);
		const { of, own } = captionsIn(node, images);
		const isSet = isGallery || images.length > 1;
		const made =
			isSet && of.size === 0
				? [galleryOf(images, captionOf(own), credit)]
				: [
						...images.flatMap((image) =>
							figureOf(image, [of.get(image) ?? '', isSet ? '' : captionOf(own)], credit),
						),
						...(isSet && own.length > 0 ? [paragraph([...own])] : []),
					];
		parent.children.splice(index, 1, ...made);
		return [SKIP, index + made.length];
	});
	// The captions of what is no figure stand alone.
	for (const node of elementsOf(tree)) if (node.tagName === 'figcaption') node.tagName = 'p';
}

/** Takes figures out of paragraphs, where plugins may have put them: what stands around stays one each. */
function splitParagraphs(tree: Root): void {
	visit(tree, 'element', (node, index, parent) => {
		const isFigure = (child: ElementContent) =>
			child.type === 'element' && child.tagName === 'figure';
		if (!parent || index === undefined || node.tagName !== 'p' || !node.children.some(isFigure))
			return undefined;
		const parts: Element[] = [];
		for (const child of node.children) {
			if (isFigure(child)) parts.push(child as Element);
			else if (parts.at(-1)?.tagName === 'p') parts.at(-1)!.children.push(child);
			else parts.push({ ...node, children: [child] });
		}
		parent.children.splice(index, 1, ...parts);
		return index + parts.length;
	});
}

function isGalleryOf(node: Element): boolean {
	return (
		/^(figure|div|ul)$/.test(node.tagName) &&
		hasClass(
			node,
			/^(wp-block-gallery|gallery|tiled-gallery|wp-block-jetpack-(tiled-gallery|slideshow)|kg-gallery-card)$/,
		)
	);
}

/** Whether a figure holds what no figure of images can have: a table, a film, a frame, code. */
function holdsMore(node: Element): boolean {
	let found = false;
	visit(node, 'element', ({ tagName }) => {
		if (/^(table|iframe|video|audio|object|embed|pre|blockquote)$/.test(tagName)) found = true;
	});
	return found;
}

/** The images of a figure, each with the link around it. */
function imagesIn(node: Element): Element[] {
	const images: Element[] = [];
	visit(node, 'element', (child) => {
		if (child.tagName === 'noscript' || isCaption(child)) return SKIP;
		if (child.tagName === 'a' && child.children.some(isImage)) {
			const image = child.children.find(isImage)!;
			images.push(leadsToImage(child, image) ? image : { ...child, children: [image] });
			return SKIP;
		}
		if (isImage(child)) images.push(child);
		return undefined;
	});
	return images;
}

function isImage(node: ElementContent): node is Element {
	return node.type === 'element' && node.tagName === 'img' && Boolean(node.properties['src']);
}

/** Whether a link leads to the file of the image in it, perhaps in another size. */
function leadsToImage(
	{ properties: { href } }: Element,
	{ properties: { src } }: Element,
): boolean {
	const bare = (url: unknown) =>
		String(url)
			.replace(/^https?:/, '')
			.replace(/[?#].*$/, '')
			.replace(/-\d+x\d+(?=\.\w+$)/, '');
	return bare(href) === bare(src);
}

function isCaption(node: Element): boolean {
	return (
		/^(figcaption|dd)$/.test(node.tagName) ||
		hasClass(node, /^(wp-caption-text|gallery-caption|blocks-gallery-item__caption)$/)
	);
}

/**
 * The captions of a figure: those of its images, and its own. A caption belongs to the image before it,
 * unless it is that of a whole gallery.
 */
function captionsIn(
	node: Element,
	images: readonly Element[],
): { readonly of: ReadonlyMap<Element, string>; readonly own: readonly ElementContent[] } {
	const of = new Map<Element, string>();
	const own: ElementContent[] = [];
	const isNested = elementsOf(node).some((child) => child !== node && child.tagName === 'figure');
	let last: Element | undefined;
	visit(node, 'element', (child, _, parent) => {
		last = images.find((image) => image === child || image.children[0] === child) ?? last;
		if (!isCaption(child)) return undefined;
		const line = captionOf(child.children);
		const isOwn =
			images.length === 1 ||
			hasClass(child, /^blocks-gallery-caption$/) ||
			(isNested && parent === node);
		if (line !== '' && (isOwn || last === undefined)) own.push(...child.children, text(' '));
		else if (line !== '') of.set(last!, [of.get(last!), line].filter(Boolean).join(' '));
		return SKIP;
	});
	return { of, own };
}

/** Takes out who made the images, which exports of sites like ours mark. Returns it in Markdown. */
function takeCredit(node: Element): string {
	let credit = '';
	visit(node, 'element', (child, index, parent) => {
		if (!parent || index === undefined || !hasClass(child, /^credit$/)) return undefined;
		credit = captionOf(child.children);
		parent.children.splice(index, 1);
		return [SKIP, index];
	});
	return credit;
}

function figureOf(image: Element, captions: readonly string[], credit: string): Element[] {
	const shown = paragraph([image]);
	const caption = captions.filter(Boolean).join(' ');
	return [caption || credit ? component('Figure', { caption, credit }, [shown]) : shown];
}

function galleryOf(images: readonly Element[], caption: string, credit: string): Element {
	const shown = images.flatMap((image, index) => (index > 0 ? [text('\n'), image] : [image]));
	return component('Gallery', { caption, credit }, [paragraph(shown)]);
}
