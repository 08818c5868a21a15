import assert from 'node:assert/strict';
import { test } from 'node:test';
import readExif from 'exif-reader';
import sharp from 'sharp';
import { withoutPosition } from '../../../src/importing/positions.ts';

const picture = () =>
	sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } }).jpeg();

test('a photograph loses its place, and nothing else', async () => {
	const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="47,55.1N" exif:ColorSpace="1"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
	const bytes = await picture()
		.withExif({
			IFD0: { Artist: 'Ann' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 55/1 7/1' },
		})
		.withXmp(xmp)
		.toBuffer();
	const before = await sharp(bytes).metadata();
	assert.ok(readExif(before.exif!).GPSInfo?.GPSLatitude, 'the picture to try it on has a place');
	const clean = withoutPosition(bytes);
	const after = await sharp(clean).metadata();
	const exif = readExif(after.exif!);
	assert.equal(exif.GPSInfo?.GPSLatitude, undefined);
	assert.equal(exif.Image?.Artist, 'Ann');
	assert.doesNotMatch(after.xmp!.toString(), /GPSLatitude|47,55/);
	assert.match(after.xmp!.toString(), /exif:ColorSpace="1"/);
	assert.equal(clean.length, bytes.length);
	const pixels = await Promise.all([bytes, clean].map((one) => sharp(one).raw().toBuffer()));
	assert.deepEqual(pixels[0], pixels[1]);
});

test('what has no place, or is no photograph, stays as it is', async () => {
	const plain = await picture().toBuffer();
	for (const bytes of [plain, Buffer.from('text'), plain.subarray(0, 30), Buffer.of(0xff, 0xd8)])
		assert.deepEqual(withoutPosition(bytes), bytes);
});
