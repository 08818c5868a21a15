import type { ImageFile } from '../../model/page/images.ts';
import type { UnreadableReason } from '../../model/checks/catalogue/images.ts';
import { digest } from '../output/digest.ts';

/** What is known of an image file besides its place. */
export type ImageFacts = Omit<ImageFile, 'path'>;

/** Reads an image. Returns its facts, or why no page can show it. */
export async function readImage(
	bytes: Buffer,
	path: string,
): Promise<ImageFacts | UnreadableReason> {
	// Astro's own reader: what it cannot read, the build cannot publish.
	const { imageMetadata } = await import('astro/assets/utils');
	const read = await imageMetadata(bytes, path).catch(() => undefined);
	const version = digest(bytes);
	if (/\.svg$/i.test(path)) {
		if (!read?.width || !read.height) return whyNoDrawing(bytes);
		return { version, width: read.width, height: read.height, format: 'svg' };
	}
	if (!read) return 'no image';
	const { default: sharp } = await import('sharp');
	const image = sharp(bytes, { failOn: 'truncated' });
	const found = await image.metadata().catch(() => undefined);
	if (!found) return 'no image';
	if (found.format === 'heif' && found.compression !== 'av1') return 'no image';
	if (!endsWell(bytes) && !(await image.stats().catch(() => undefined))) return 'damaged';
	// Astro knows of a turned picture only if it is a JPEG.
	const { width, height } = found.autoOrient;
	return { version, width, height, format: read.format };
}

/** Whether an image ends as whole ones usually do, so that it need not be decoded to know. */
function endsWell(bytes: Buffer): boolean {
	const start = bytes.toString('latin1', 0, 4);
	if (start.startsWith('\xFF\xD8')) return bytes.subarray(-2).equals(Buffer.from([0xff, 0xd9]));
	if (start === '\x89PNG') return bytes.subarray(-8, -4).toString('latin1') === 'IEND';
	if (start === 'RIFF') return bytes.readUInt32LE(4) + 8 <= bytes.length;
	if (start === 'GIF8') return bytes.at(-1) === 0x3b;
	return false;
}

function whyNoDrawing(bytes: Buffer): UnreadableReason {
	const isWide = bytes[0] === 0xff || bytes[0] === 0xfe || bytes[1] === 0;
	const text = bytes.toString(isWide ? 'utf16le' : 'utf8');
	const [root] = /<svg\b[^>]*>/.exec(text.replace(/<!--.*?-->/gs, '')) ?? [];
	if (!root) return 'no image';
	const hasSize = /\sviewBox\s*=/.test(root) || /\swidth\s*=\s*["'][\d.]+(px)?["']/.test(root);
	return hasSize ? 'unusual drawing' : 'drawing without size';
}
