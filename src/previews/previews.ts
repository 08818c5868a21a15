import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { bylineOf, hasPreview } from '../model/page/metadata.ts';
import type { Publication } from '../model/publication/publication.ts';
import { order } from '../model/text/text.ts';
import { mapInWorkers, otherProcessors } from '../workers.ts';
import type { Card } from './cardworker.ts';

/** Where pictures are kept between builds, by their paths in the site and what they are made of. */
export interface Kept {
	/** Takes the picture that is kept; returns whether it is. */
	readonly take: (path: string, madeOf: readonly unknown[]) => boolean;
	readonly put: (path: string, madeOf: readonly unknown[], picture: Uint8Array) => void;
}

/**
 * Makes the pictures of link previews that are not kept: a card for each post, and the picture above it
 * where it has one. `content` is the folder of content.
 */
export async function makePreviews(
	publication: Publication,
	content: string,
	kept: Kept,
): Promise<void> {
	const { posts, urls } = publication;
	for (const { path, image } of posts.filter(hasPreview)) {
		const [place, madeOf] = [urls.preview(path), ['preview', image!.src.version]];
		if (!kept.take(place, madeOf))
			kept.put(place, madeOf, await previewOf(join(content, image!.src.path)));
	}
	const missing = cardsOf(publication)
		.filter(({ path, card }) => !kept.take(path, ['card', card]))
		// A name that was just drawn need not be drawn again.
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

function cardsOf({ posts, site, urls }: Publication): { path: string; card: Card }[] {
	return [
		{ path: urls.siteCard, card: { title: site.name, byline: site.tagline, site: '' } },
		...posts.map((post) => ({
			path: urls.card(post.path),
			card: { title: post.title, byline: bylineOf(post), site: site.name },
		})),
	];
}

/** A picture as previews show it: turned as its EXIF says, and without that or any other metadata. */
function previewOf(file: string): Promise<Buffer> {
	return sharp(file)
		.autoOrient()
		.resize({ width: 1200, withoutEnlargement: true })
		.flatten({ background: '#fdfcf9' })
		.jpeg({ quality: 80, mozjpeg: true })
		.toBuffer();
}
