import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { statOf, versionIn } from '../../disk.ts';

export type Encoding = 'br' | 'gzip';

/** A compressed copy of a file: the file `name` in the folder `root`. */
export interface CompressedFile {
	readonly root: string;
	readonly name: string;
}

/** Files with these extensions are compressed. Images, fonts and the search index already are. */
const compressible = new Set([
	'.css',
	'.html',
	'.js',
	'.json',
	'.svg',
	'.txt',
	'.xml',
	'.ris',
	'.bib',
]);
/** Files below this size, in bytes, are sent as they are: they fit into one packet. */
const least = 1000;

/**
 * Returns the encoding to send a file in. `undefined` if the client accepts none, or the type of
 * the file is not compressed.
 */
export function encodingFor({ headers }: IncomingMessage, file: string): Encoding | undefined {
	if (!compressible.has(extname(file))) return undefined;
	const accepted = String(headers['accept-encoding'] ?? '');
	const accepts = (name: string) =>
		new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
	return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : undefined;
}

const compressor: Record<Encoding, () => Transform> = {
	// This quality takes about one millisecond per page.
	br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
	gzip: () => createGzip(),
};

/**
 * Returns a function that compresses a file. It compresses each version of a file once and keeps
 * the copy until the server exits. It resolves to `undefined` if the file is absent or too small,
 * or if the compression fails.
 */
export function createCompression() {
	let root: string | undefined;
	const made = new Map<
		string,
		{ readonly version: string; readonly copy: Promise<CompressedFile | undefined> }
	>();
	const make = async (file: string, encoding: Encoding, name: string) => {
		if (!root) {
			const folder = mkdtempSync(join(tmpdir(), 'broadside-served-'));
			root = folder;
			process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
		}
		const [path, next] = [join(root, name), join(root, `${name}.next`)];
		// As streams: whole files would stay in the memory of the process.
		await pipeline(createReadStream(file), compressor[encoding](), createWriteStream(next));
		await rename(next, path);
		return { root, name };
	};
	return (file: string, encoding: Encoding): Promise<CompressedFile | undefined> => {
		const stats = statOf(file);
		if (!stats?.isFile() || stats.size < least) return Promise.resolve(undefined);
		const name = `${createHash('sha256').update(file).digest('hex')}.${encoding}`;
		const version = versionIn(stats);
		const known = made.get(name);
		if (known?.version === version) return known.copy;
		const copy = make(file, encoding, name).catch(() => {
			made.delete(name);
			return undefined;
		});
		made.set(name, { version, copy });
		return copy;
	};
}
