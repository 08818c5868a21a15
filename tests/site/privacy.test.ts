import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import sharp from 'sharp';
import { hasPosition } from '../../src/publishing/content/positions.ts';
import { build, filesOf, run } from './sites.ts';

/** The position in Exif, and the same and a name in XMP. */
const gps = { GPSLatitudeRef: 'N', GPSLatitude: '47/1 55/1 0/1' };
const exif = { IFD0: { Artist: 'Secret Person', Copyright: 'Secret Firm' }, IFD3: gps };
const xmp =
	'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="47,55.0N"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Secret Person</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';

/** A picture, wide and blue to the left and red to the right, that is stored turned. */
async function picture(format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif') {
	const [width, height] = [1280, 640];
	const half = { width: width / 2, height, channels: 3 } as const;
	const red = await sharp({ create: { ...half, background: '#f00' } })
		.png()
		.toBuffer();
	const upright = await sharp({ create: { ...half, width, background: '#00f' } })
		.composite([{ input: red, left: width / 2, top: 0 }])
		.png()
		.toBuffer();
	const isTurned = format !== 'gif' && format !== 'avif';
	return sharp(upright)
		.rotate(isTurned ? 90 : 0)
		.withExif(exif)
		.withXmp(xmp)
		.withMetadata({ orientation: isTurned ? 8 : 1 })
		.toFormat(format, format === 'avif' ? { effort: 0 } : {})
		.toBuffer();
}

test('nothing that a camera has written into a picture is published', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'broadside-'));
	const content = join(folder, 'content');
	const write = (path: string, text: string | Uint8Array) => {
		mkdirSync(join(content, path, '..'), { recursive: true });
		writeFileSync(join(content, path), text);
	};
	write('authors/ann.mdx', '---\nname: Ann\nliteral: Ann\n---\n');
	const formats = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const;
	for (const format of formats) {
		const image = `image: { src: ./lead.${format}, alt: A }`;
		write(
			`posts/2020/${format}/index.mdx`,
			`---\ntitle: ${format}\ndate: 2020\nauthor: ann\n${image}\n---\n\nText.\n\n![A](./lead.${format})\n`,
		);
		const bytes = await picture(format);
		assert.equal(await hasPosition(bytes), format !== 'gif', format);
		write(`posts/2020/${format}/lead.${format}`, bytes);
	}
	build({ CONTENT_DIR: content, OUT_DIR: join(folder, 'dist') });
	const files = filesOf(join(folder, 'dist'));
	for (const [path, text] of files) {
		assert.doesNotMatch(text, /Secret|exif:GPS|adobe:ns:meta/, path);
		if (!/\.(jpe?g|png|webp|avif|gif)$/.test(path)) continue;
		const { exif, xmp, iptc } = await sharp(Buffer.from(text, 'latin1')).metadata();
		assert.deepEqual([exif, xmp, iptc], [undefined, undefined, undefined], path);
	}
	for (const format of formats) {
		const preview = sharp(Buffer.from(files.get(`/2020/${format}/preview.jpg`)!, 'latin1'));
		const { width, height } = await preview.metadata();
		assert.deepEqual([width, height], [1200, 600], format);
		const left = await preview
			.extract({ left: 100, top: 100, width: 1, height: 1 })
			.raw()
			.toBuffer();
		assert.ok(left[2]! > 240 && left[0]! < 20, `${format}: ${[...left]}`);
		const $ = load(files.get(`/2020/${format}/index.html`)!);
		assert.equal($('meta[property="og:image:height"]').attr('content'), '600');
		assert.match($('meta[property="og:image"]').attr('content')!, /preview\.jpg$/);
	}

	await test('in files that are published as they are, a position is told', async () => {
		for (const format of formats) write(`files/trip/${format}.${format}`, await picture(format));
		write('files/plain.jpg', await sharp(await picture('jpeg')).toBuffer());
		write('files/broken.heic', Buffer.from('no picture'));
		const { status, stdout } = run('check', { CONTENT_DIR: content });
		assert.equal(status, 0);
		const told = [...stdout.matchAll(/files\/(\S+):1:1 {2}warning {2}position-in-image/g)];
		assert.deepEqual(
			told.map(([, name]) => name),
			['trip/avif.avif', 'trip/jpeg.jpeg', 'trip/png.png', 'trip/webp.webp'],
		);
	});
});
