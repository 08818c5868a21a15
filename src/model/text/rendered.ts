import type { ImageFile } from '../page/images.ts';

/** The text of a post, a page or an author as HTML, with components and images for Astro. */
export interface Body {
	readonly pieces: readonly Piece[];
}

/** HTML, a component or an image. HTML before a component or image may have open elements. */
export type Piece = string | ComponentPiece | ImagePiece;

/** A component, with its name. */
export interface ComponentPiece {
	readonly component: string;
	readonly attributes: Readonly<Record<string, string | true>>;
	readonly children: readonly Piece[];
}

interface ImagePiece {
	/** The index in the list of the text's images. */
	readonly image: number;
	readonly alt: string;
	readonly title?: string | undefined;
}

export interface Heading {
	readonly depth: number;
	/** Its anchor. */
	readonly slug: string;
	readonly text: string;
}

/** The metadata of a text. */
export interface Text<Image = ImageFile> {
	/** The start of the text without markup, at most `excerptLength` characters. */
	readonly excerpt: string;
	readonly words: number;
	/** The most frequent words, in lower case, separated by spaces. */
	readonly terms: string;
	readonly headings: readonly Heading[];
	/** The number of footnotes. */
	readonly notes: number;
	/** The faces of the text font that it needs besides the upright Latin one; the Mongolian one is of another. */
	readonly faces: readonly ('italic' | 'bold' | 'cyrillic' | 'mongolian')[];
	/** The digest of the rendered text; `undefined` if Astro compiles the text. */
	readonly body?: string | undefined;
	/** The digest of the source, if Astro compiles the text. */
	readonly code?: string | undefined;
	/** The images of the image pieces. */
	readonly images: readonly Image[];
}
