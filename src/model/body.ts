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

export interface ImagePiece {
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
