import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { replaceFile } from '../disk.ts';

/** The fonts of the site that cards use. */
const faces = ['source-serif-4', 'source-sans-3'];
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'vietnamese'];

/** Reads the fonts; each is a part of a face. */
function readFonts() {
	return faces.flatMap((face) =>
		subsets.map((subset) => ({ face, subset, font: unpack(readFileSync(fileOf(face, subset))) })),
	);
}

function coverageOf(fonts: ReturnType<typeof readFonts>): (character: string) => boolean {
	const covered = [...Map.groupBy(fonts, ({ face }) => face).values()].map(
		(parts) => new Set(parts.flatMap(({ font }) => [...charactersOf(font)])),
	);
	return (character) => covered.every((characters) => characters.has(character.codePointAt(0)!));
}

/** Returns a function that tells whether a card can have a text as its title. */
export function createCanDraw(): (text: string) => boolean {
	let isCovered: ReturnType<typeof coverageOf> | undefined;
	return (text) =>
		// Letters that the fonts have for certain: to read the fonts takes 0.1 s.
		/^[ -~\xA0-\xFFА-яЁёӨөҮү–—‘’“”…]*$/.test(text) ||
		drawable(text, (isCovered ??= coverageOf(readFonts()))) !== '';
}

/** Returns the text as it can be drawn; `''` if the fonts lack a character that one would see. */
export function drawable(text: string, isCovered: (character: string) => boolean): string {
	const visible = text
		.normalize('NFC')
		.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
	return [...visible].every(isCovered) ? visible : '';
}

/**
 * Makes the fonts of the site the only fonts for cards: unpacks them into `folder` and points
 * fontconfig there. Returns a function that tells whether every face contains a character.
 */
export function openFonts(folder: string): (character: string) => boolean {
	const fonts = readFonts();
	for (const { face, subset, font } of fonts)
		replaceFile(join(folder, `${face}-${subset}.ttf`), font);
	const settings = join(folder, 'fonts.conf');
	replaceFile(
		settings,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>
`,
	);
	process.env['FONTCONFIG_FILE'] = settings;
	process.env['PANGOCAIRO_BACKEND'] = 'fontconfig';
	return coverageOf(fonts);
}

function fileOf(face: string, subset: string): string {
	const name = `${face}-${subset}-400-normal.woff`;
	return createRequire(import.meta.url).resolve(`@fontsource/${face}/files/${name}`);
}

/** Converts WOFF 1.0 to an uncompressed font: https://www.w3.org/TR/WOFF/ */
function unpack(woff: Buffer): Buffer<ArrayBuffer> {
	const count = woff.readUInt16BE(12);
	const power = Math.floor(Math.log2(count));
	const head = Buffer.alloc(12 + 16 * count);
	head.writeUInt32BE(woff.readUInt32BE(4), 0);
	head.writeUInt16BE(count, 4);
	head.writeUInt16BE(16 * 2 ** power, 6);
	head.writeUInt16BE(power, 8);
	head.writeUInt16BE(16 * (count - 2 ** power), 10);
	const parts: Buffer[] = [head];
	let end = head.length;
	for (let table = 0; table < count; table++) {
		const from = 44 + 20 * table;
		const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at)) as [
			number,
			number,
			number,
		];
		const data = woff.subarray(offset, offset + packed);
		const padding = Buffer.alloc((4 - (length % 4)) % 4);
		const to = 12 + 16 * table;
		woff.copy(head, to, from, from + 4);
		woff.copy(head, to + 4, from + 16, from + 20);
		head.writeUInt32BE(end, to + 8);
		head.writeUInt32BE(length, to + 12);
		parts.push(packed < length ? inflateSync(data) : data, padding);
		end += length + padding.length;
	}
	return Buffer.concat(parts);
}

/**
 * Yields the code points of a font in the basic plane, from format 4 of its `cmap` table:
 * https://learn.microsoft.com/typography/opentype/spec/cmap#format-4
 */
function* charactersOf(font: Buffer): Generator<number> {
	const tables = font.readUInt16BE(4);
	const entry = Array.from({ length: tables }, (_, table) => 12 + 16 * table).find(
		(at) => font.toString('latin1', at, at + 4) === 'cmap',
	);
	if (entry === undefined) return;
	const map = font.subarray(font.readUInt32BE(entry + 8));
	const parts = Array.from({ length: map.readUInt16BE(2) }, (_, part) =>
		map.subarray(map.readUInt32BE(8 + 8 * part)),
	);
	const part = parts.find((some) => some.readUInt16BE(0) === 4);
	if (!part) return;
	const size = part.readUInt16BE(6);
	for (let at = 0; at < size; at += 2) {
		const last = part.readUInt16BE(14 + at);
		const first = part.readUInt16BE(16 + size + at);
		for (let code = first; code <= last && code < 0xffff; code++) yield code;
	}
}
