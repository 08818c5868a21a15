import { crc32, deflateSync } from 'node:zlib';
import type { Size } from '../model/page/images.ts';

/**
 * Encodes a PNG with 16 indexed colors: https://www.w3.org/TR/png/. `palette` has three bytes a color,
 * `pixels` four bits a pixel, and a filter byte (0 for no filter) before each line.
 */
export function encodePng(
	{ width, height }: Size,
	palette: Buffer,
	pixels: Buffer,
): Uint8Array<ArrayBuffer> {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([4, 3, 0, 0, 0], 8);
	const parts = [
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', deflateSync(pixels, { level: 3 })),
		chunk('IEND', Buffer.alloc(0)),
	];
	// A copy with its own buffer, so that it can be transferred to another thread.
	return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
