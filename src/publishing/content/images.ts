import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import { pathOnDisk, statOf } from '../../disk.ts';
import { posix, publicFolder } from '../../folders.ts';
import type { ImageFile } from '../../model/page/images.ts';
import { finding, type Finding, type Place } from '../../model/checks/problems.ts';
import { nearest } from '../../model/text/text.ts';
import { decoded } from '../../model/publication/urls.ts';
import type { UnreadableReason } from '../../model/checks/catalogue/images.ts';
import { digest } from '../output/digest.ts';
import type { Document } from './documents.ts';
import { readImage, type ImageFacts } from './imagefacts.ts';
import type { ParseCache } from './parsecache.ts';

/** No screen shows more pixels, and no photograph of that width needs more bytes. */
const limit = { width: 2400, bytes: 2_000_000 };

/** The images of a document, and what is wrong with them. */
export interface Images {
	/** By the name that the rendered text gives each; those that cannot be read are not there. */
	readonly files: ReadonlyMap<string, ImageFile>;
	readonly findings: readonly Finding[];
}

/** Reads images of documents below `content`; the `cache` keeps what is known of each. */
export function createImageReader(content: string, cache: ParseCache) {
	return async ({ file, data, text }: Document<unknown>): Promise<Images> => {
		const { image: lead } = data as { image?: { src: string } };
		const wanted: { url: string; at: Place }[] = [
			...(lead ? [{ url: lead.src, at: ['image', 'src'] }] : []),
			...(text?.images ?? []).filter(({ url }) => !/^([a-z]+:)?\/\//i.test(url)),
		];
		const files = new Map<string, ImageFile>();
		const findings: Finding[] = [];
		for (const { url, at } of wanted) {
			const name = decoded(url);
			const isPublic = name.startsWith('/');
			const wanted = isPublic ? join(publicFolder, name) : join(dirname(file), name);
			const path = pathOnDisk(wanted);
			if (path === undefined || !statOf(path)!.isFile()) {
				findings.push(finding('missing-image', file, at, url, near(wanted, url)));
				continue;
			}
			if (!/\.(avif|gif|jpe?g|png|svg|webp)$/i.test(path)) {
				findings.push(finding('image-format', file, at, url));
				continue;
			}
			const facts = await factsOf(path, cache);
			if (typeof facts === 'string') {
				findings.push(finding('unreadable-image', file, at, basename(path), facts));
				continue;
			}
			files.set(nameOf(url), { path: isPublic ? name : posix(relative(content, path)), ...facts });
			const size = tooLarge(statOf(path)!.size, facts);
			if (size) findings.push(finding('large-image', file, at, basename(path), size));
		}
		return { files, findings };
	};
}

/** How a rendered text names the image to which its source gives this address. */
export function nameOf(url: string): string {
	const name = decoded(url);
	return /^[./]/.test(name) ? name : `./${name}`;
}

function tooLarge(bytes: number, { width, format }: ImageFacts): string | undefined {
	if (bytes > limit.bytes) return `${(bytes / 1e6).toFixed(1)} MB`;
	return width > limit.width && format !== 'svg' ? `${width} pixels wide` : undefined;
}

/** Reads the image at `path`, unless it is known. */
async function factsOf(path: string, cache: ParseCache): Promise<ImageFacts | UnreadableReason> {
	const bytes = readFileSync(path);
	const key = digest('image', extname(path), bytes);
	const kept = cache.get(key);
	if (kept) return JSON.parse(kept) as ImageFacts | UnreadableReason;
	const read = await readImage(bytes, path);
	cache.set(key, JSON.stringify(read));
	return read;
}

/** The address, as the text would give it, of an image with nearly this name; `undefined` if none. */
function near(path: string, url: string): string | undefined {
	const folder = dirname(path);
	const name = statOf(folder)?.isDirectory() && nearest(basename(path), readdirSync(folder));
	return name ? url.replace(/[^/]*$/, name) : undefined;
}
