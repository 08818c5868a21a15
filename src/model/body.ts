import { z } from 'astro/zod';

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

/** What is read off the text below the frontmatter. */
export function textSchema<Image extends z.ZodType>(image: Image) {
	return z.strictObject({
		/** The opening of the text, without markup, at most `excerptLength` characters. */
		excerpt: z.string(),
		words: z.int(),
		/** What it is about: its most frequent words, in lower case, with spaces between. */
		terms: z.string(),
		/** How many footnotes it has. */
		notes: z.int(),
		/** Which faces of the text font it needs besides the upright Latin one. */
		faces: z.array(z.enum(['italic', 'bold', 'cyrillic'])),
		/** A digest of the rendered text; none if the text has to be compiled. */
		body: z.string().optional(),
		/** A digest of the source of a text that has to be compiled. */
		code: z.string().optional(),
		/** What the image pieces of the body show. */
		images: z.array(image),
	});
}

export type Text<Image = unknown> = z.output<ReturnType<typeof textSchema<z.ZodType<Image>>>>;
