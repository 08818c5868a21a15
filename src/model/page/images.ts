/** An image file of the content. Components load it through Astro by its path. */
export interface ImageFile {
	/** The path in the content folder, with slashes. */
	readonly path: string;
	/** The digest of the bytes. */
	readonly version: string;
	/** In pixels, after rotation by EXIF. */
	readonly width: number;
	readonly height: number;
	/** A format name of `sharp`, or `svg`. */
	readonly format: string;
}

/** The display width of an image: the width of the text, `--measure` in styles/tokens.css. */
export const imageSizes = '(min-width: 43rem) 41rem, calc(100vw - 2.25rem)';

/**
 * The widths of the variants of an image, in pixels: for the width of the text (41rem) on a common
 * screen, for a phone with 390 CSS pixels of 3 pixels each, and for a screen with double density.
 */
export const imageWidths = [656, 1080, 1312];

/** A width and a height in pixels. */
export type Size = Pick<ImageFile, 'width' | 'height'>;

/** Returns the size of the largest variant of an image on a page. No page shows more pixels. */
export function shownSize({ width, height }: Size): Size {
	const scale = Math.min(1, imageWidths.at(-1)! / width);
	return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The size of the cards for link previews. */
export const cardSize: Size = { width: 1200, height: 630 };

/** Returns the size of an image in link previews: at most 1,200 pixels wide and high. */
export function previewSize({ width, height }: Size): Size {
	const scale = Math.min(1, 1200 / Math.max(width, height));
	return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
