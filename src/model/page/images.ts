/** An image file of the content. Components ask Astro for it by its path. */
export interface ImageFile {
	/** Below the folder of content, with slashes. */
	readonly path: string;
	/** A digest of its bytes. */
	readonly version: string;
	/** In pixels, as it is shown: turned if its EXIF says so. */
	readonly width: number;
	readonly height: number;
	/** As `sharp` names formats, and `svg`. */
	readonly format: string;
}

/** How wide an image is shown: as wide as the text, which is `--measure` in styles/tokens.css. */
export const imageSizes = '(min-width: 43rem) 41rem, calc(100vw - 2.25rem)';

/**
 * The widths in pixels in which one is offered besides its own: that of the text (41rem) on a common
 * screen, on a phone of 390 by 3 pixels, and on a screen with twice as many.
 */
export const imageWidths = [656, 1080, 1312];
