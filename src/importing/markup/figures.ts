import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { captionOf } from './captions.ts';
import { component, hasClass, paragraph, text } from './elements.ts';

/**
 * Makes figures and galleries of what shows images with a caption: `figure`, and the `div` of the classic
 * editor of WordPress. An image without a caption stays an image. A link around an image goes if it leads
 * to the image itself.
 */
export function figures(tree: Root): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const isGallery = isGalleryOf(node);
		if (node.tagName !== 'figure' && !hasClass(node, /^wp-caption$/) && !isGallery)
			return undefined;
		const images = imagesIn(node);
		if (images.length === 0 || holdsMore(node)) return undefined;
		const captions = captionsIn(node).filter(Boolean);
		const made =
			isGallery || images.length > 1 ? galleryOf(images, captions) : figureOf(images[0]!, captions);
		parent.children.splice(index, 1, ...made);
		return [SKIP, index + made.length];
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

function captionsIn(node: Element): string[] {
	const captions: string[] = [];
	visit(node, 'element', (child) => {
		if (!isCaption(child)) return undefined;
		captions.push(captionOf(child.children));
		return SKIP;
	});
	return captions;
}

function figureOf(image: Element, captions: readonly string[]): Element[] {
	const shown = paragraph([image]);
	return captions.length > 0
		? [component('Figure', { caption: captions.join(' ') }, [shown])]
		: [shown];
}

/** A gallery has one caption: several stand one after the other. */
function galleryOf(images: readonly Element[], captions: readonly string[]): Element[] {
	const shown = images.flatMap((image, index) => (index > 0 ? [text('\n'), image] : [image]));
	return [component('Gallery', { caption: captions.join(' ') }, [paragraph(shown)])];
}
