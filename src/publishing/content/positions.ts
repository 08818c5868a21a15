import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, versionIn } from '../../disk.ts';
import { displayPath } from '../../folders.ts';
import { finding, type Finding } from '../../model/checks/problems.ts';
import { digest } from '../output/digest.ts';
import type { ParseCache } from './parsecache.ts';

const pictures = /\.(avif|dng|gif|hei[cf]|jpe?g|png|tiff?|webp)$/i;

/**
 * Returns a function that finds the pictures in `folder` that tell where they were taken. Files there
 * are published as they are; all other images lose what a camera has written into them.
 */
export function createPositionReader(folder: string, cache: ParseCache) {
	return async (): Promise<Finding[]> => {
		const findings: Finding[] = [];
		for (const name of filesIn(folder).filter((name) => pictures.test(name))) {
			const path = join(folder, name);
			const key = digest('position', path, versionIn(statSync(path)));
			const kept = cache.get(key);
			const has = kept === undefined ? await hasPosition(readFileSync(path)) : kept === 'true';
			if (kept === undefined) cache.set(key, String(has));
			const file = displayPath(path);
			if (has) findings.push(finding('position-in-image', file, { line: 1, column: 1 }));
		}
		return findings;
	};
}

/** Whether a picture says where it was taken, in Exif or XMP. */
export async function hasPosition(bytes: Buffer): Promise<boolean> {
	const [{ default: sharp }, { default: readExif }] = await Promise.all([
		import('sharp'),
		import('exif-reader'),
	]);
	// XMP is text, and stands in the file as it is or compressed; `sharp` has it in either case.
	const { exif, xmp } = await sharp(bytes)
		.metadata()
		.catch(() => ({ exif: exifIn(bytes), xmp: bytes }));
	if (xmp?.toString('latin1').includes('exif:GPSLatitude')) return true;
	try {
		return exif !== undefined && readExif(exif).GPSInfo?.GPSLatitude !== undefined;
	} catch {
		return false;
	}
}

/** The Exif data of a picture whose format `sharp` cannot read, such as HEIC. */
function exifIn(bytes: Buffer): Buffer | undefined {
	const start = bytes.indexOf('Exif\0\0', 0, 'latin1');
	return start < 0 ? undefined : bytes.subarray(start);
}
