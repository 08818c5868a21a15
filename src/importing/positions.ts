/**
 * Returns a JPEG without the place where it was taken; all else stays, byte for byte. Exif keeps it in a
 * directory of its own (tag 0x8825, https://www.cipa.jp/std/documents/e/DC-008-2012_E.pdf, 4.6.3), XMP in
 * attributes or elements of the namespace `exif:`. Other files are returned as they are.
 */
export function withoutPosition(bytes: Buffer): Buffer {
	if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return bytes;
	const clean = Buffer.from(bytes);
	for (let at = 2; at + 4 <= clean.length && clean[at] === 0xff;) {
		const [marker, length] = [clean[at + 1]!, clean.readUInt16BE(at + 2)];
		if (marker === 0xda) break;
		const end = Math.min(at + 2 + length, clean.length);
		if (marker === 0xe1) clearPosition(clean.subarray(at + 4, end));
		at = end;
	}
	return clean;
}

function clearPosition(segment: Buffer): void {
	if (segment.toString('latin1', 0, 6) === 'Exif\0\0') return clearExif(segment.subarray(6));
	const xmp = segment.toString('latin1');
	const blank = xmp.replace(
		/\bexif:GPS\w+\s*=\s*("[^"]*"|'[^']*')|<exif:GPS(\w+)>[^<]*<\/exif:GPS\2>/g,
		(found) => ' '.repeat(found.length),
	);
	if (blank !== xmp) segment.write(blank, 'latin1');
}

/** Clears the GPS directory in TIFF data, whose offsets count from its start. */
function clearExif(tiff: Buffer): void {
	const isLittle = tiff.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
	const entriesAt = (at: number) =>
		Array.from({ length: short(at) }, (_, index) => at + 2 + index * 12);
	/** The bytes of a value of each type: https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf, p. 15. */
	const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
	try {
		for (const entry of entriesAt(long(4))) {
			if (short(entry) !== 0x8825) continue;
			const directory = long(entry + 8);
			for (const one of entriesAt(directory)) {
				const size = (sizes[short(one + 2)] ?? 1) * long(one + 4);
				if (size > 4) tiff.fill(0, long(one + 8), long(one + 8) + size);
				tiff.fill(0, one, one + 12);
			}
			// An empty directory: its number of entries is 0.
			tiff.fill(0, directory, directory + 2);
		}
	} catch {
		// Broken Exif data has no position that a program could read.
	}
}
