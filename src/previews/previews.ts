import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { previewSize, type ImageFile } from '../model/page/images.ts';
import { bylineOf, hasPreview } from '../model/page/metadata.ts';
import { siteOf, type Publication } from '../model/publication/publication.ts';
import { order } from '../model/text/text.ts';
import { mapInWorkers, otherProcessors } from '../workers.ts';
import type { Card } from './cardworker.ts';

/** The cache of images between builds. The key is the path in the site and the source data. */
export interface Kept {
	/** Puts the cached image into the new site. Returns whether it is in the cache. */
	readonly take: (path: string, madeOf: readonly unknown[]) => boolean;
	readonly put: (path: string, madeOf: readonly unknown[], picture: Uint8Array) => void;
}

/**
 * Makes the images of link previews that are not in the cache: a card for the site and each post,
 * and a copy of the post's own image if it has one. `content` is the content folder.
 */
export async function makePreviews(
	publication: Publication,
	content: string,
	kept: Kept,
): Promise<void> {
	const { posts, urls } = publication;
	for (const { path, image } of posts.filter(hasPreview)) {
		const [place, madeOf] = [urls.preview(path), ['preview', image!.src.version]];
		if (!kept.take(place, madeOf)) kept.put(place, madeOf, await previewOf(content, image!.src));
	}
	const missing = cardsOf(publication)
		.filter(({ path, card }) => !kept.take(path, ['card', card]))
		// Cards with the same byline are neighbours, so that a worker can reuse the drawn names.
		.sort((one, other) => order(one.card.byline, other.card.byline));
	const fonts = mkdtempSync(join(tmpdir(), 'broadside-fonts-'));
	await mapInWorkers<Card, Uint8Array>(
		otherProcessors,
		new URL('cardworker.ts', import.meta.url),
		fonts,
		missing.map(({ card }) => card),
		(picture, index) => kept.put(missing[index]!.path, ['card', missing[index]!.card], picture),
	).finally(() => rmSync(fonts, { recursive: true, force: true }));
}

function cardsOf(publication: Publication): { path: string; card: Card }[] {
	const { posts, site, urls } = publication;
	return [
		{ path: urls.siteCard, card: { title: site.name, byline: site.tagline, site: '' } },
		...posts.map((post) => {
			const own = siteOf(publication, post);
			const card = { title: post.title, byline: bylineOf(post, own), site: own.name };
			return { path: urls.card(post.path), card };
		}),
	];
}

/** Converts an image for previews: rotated by its EXIF data, in sRGB, and without any metadata. */
function previewOf(content: string, image: ImageFile): Promise<Buffer> {
	return sharp(join(content, image.path))
		.autoOrient()
		.resize({ ...previewSize(image), fit: 'fill' })
		.flatten({ background: '#fdfcf9' })
		.jpeg({ quality: 80, mozjpeg: true })
		.toBuffer();
}
