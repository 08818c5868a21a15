import { readFileSync } from 'node:fs';
import mammoth from 'mammoth';
import { mdxOf, type Converted } from './html.ts';

/** A text that was converted, with what belongs beside it. */
export interface Imported extends Converted {
	readonly images: readonly { readonly name: string; readonly bytes: Buffer }[];
	/** Sentences about what could not be kept. */
	readonly lost: readonly string[];
}

/** The endings of the images that a page can show, by their types. */
const endings: Readonly<Record<string, string>> = {
	'image/avif': 'avif',
	'image/gif': 'gif',
	'image/jpeg': 'jpg',
	'image/png': 'png',
	'image/svg+xml': 'svg',
	'image/webp': 'webp',
};

/**
 * Reads a document of Word, also as Google Docs and LibreOffice write it. Rejects if the file is none.
 */
export async function readDocx(path: string): Promise<Imported> {
	const images: { name: string; bytes: Buffer }[] = [];
	const lost: string[] = [];
	const convertImage = mammoth.images.imgElement(async (image) => {
		const bytes = await image.readAsBuffer();
		const ending = endings[image.contentType];
		if (ending === undefined) {
			lost.push(`An image of the type ${image.contentType}: no page can show it. Save it as PNG.`);
			return { src: '' };
		}
		const name = `image-${images.length + 1}.${ending}`;
		images.push({ name, bytes });
		return { src: `./${name}` };
	});
	const { value } = await mammoth.convertToHtml(
		{ buffer: readFileSync(path) },
		{
			convertImage,
			styleMap: [
				"p[style-name='Title'] => h1.title:fresh",
				"p[style-name='Subtitle'] => p.subtitle:fresh",
				"p[style-name='Quote'] => blockquote > p:fresh",
				"p[style-name='Intense Quote'] => blockquote > p:fresh",
				"p[style-name='Block Text'] => blockquote > p:fresh",
				"p[style-name='Source Code'] => pre:separator('\n')",
				'comment-reference => ',
			],
		},
	);
	return { ...mdxOf(value), images, lost };
}
