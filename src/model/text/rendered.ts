import type { ImageFile } from '../page/images.ts';

/** The text of a post, a page or an author as HTML, but for what only Astro can render. */
export interface Body {
	readonly pieces: readonly Piece[];
	readonly headings: readonly Heading[];
}

/** HTML, or what stands in the midst of it. The HTML before a piece may leave elements open. */
export type Piece = string | ComponentPiece | ImagePiece;

/** A component by its name. */
export interface ComponentPiece {
	readonly component: string;
	readonly attributes: Readonly<Record<string, string | true>>;
	readonly children: readonly Piece[];
}

interface ImagePiece {
	/** Its place in the list of the text's images. */
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

/** What is known of a text besides its words. */
export interface Text<Image = ImageFile> {
	/** Its opening, without markup, at most `excerptLength` characters. */
	readonly excerpt: string;
	readonly words: number;
	/** What it is about: its most frequent words, in lower case, with spaces between. */
	readonly terms: string;
	/** How many footnotes it has. */
	readonly notes: number;
	/** Which faces of the text font it needs besides the upright Latin one. */
	readonly faces: readonly ('italic' | 'bold' | 'cyrillic')[];
	/** A digest of the rendered text; none if Astro has to compile the text. */
	readonly body?: string | undefined;
	/** A digest of the source of a text that Astro has to compile. */
	readonly code?: string | undefined;
	/** What the image pieces of the rendered text show. */
	readonly images: readonly Image[];
}
