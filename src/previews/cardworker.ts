import { parentPort, workerData } from 'node:worker_threads';
import { crc32, deflateSync } from 'node:zlib';
import { openFonts } from './fonts.ts';

/** What a card says, the picture that link previews show of a post. */
export interface Card {
	readonly title: string;
	readonly byline: string;
	readonly site: string;
}

/** In pixels; what https://ogp.me consumers ask for, 1.91 to 1. */
const [width, height, margin] = [1200, 630, 80];
/** Sizes of the title, in pixels: the largest that leaves room. */
const sizes = [92, 80, 68, 58, 50, 42];
/** Where the title begins. */
const above = margin + 70;
/**
 * Of a title, relative to its size: how wide a character is, how many do not fit on a line because
 * the word does not, how far lines are apart. Of 138 titles, 18 of them in three languages and the
 * others invented, 90 come out right at once, 29 too large, which shows when they are drawn, and 19
 * a step smaller than they could be.
 */
const [em, lost, leading] = [0.47, 2, 1.38];
/** How many names are kept as they were drawn. */
const most = 500;
/** A line of the picture as PNG has it: how it is filtered, which is not at all, and 4 bits a pixel. */
const stride = 1 + width / 2;

type Color = readonly [number, number, number];
const colors: Record<'paper' | 'ink' | 'accent', Color> = {
	paper: [0xfd, 0xfc, 0xf9],
	ink: [0x1f, 0x1c, 0x18],
	accent: [0x8f, 0x2a, 0x1a],
};

/** Text as a picture: how much of each pixel is covered, from 0 to 255. */
interface Mask {
	readonly data: Buffer;
	readonly width: number;
	readonly height: number;
}

/*
 * A worker that draws cards. What they leave behind would have the main thread look through all that the
 * build remembers, again and again. It is begun with the folder that fonts are unpacked into.
 */
const isCovered = openFonts(workerData as string);
// Loaded when the fonts are in place.
const { default: image } = await import('sharp');
// No text is drawn twice, and none is so large that two threads would draw it faster.
image.cache(false);
image.concurrency(1);
/** Names as they were drawn. */
const known = new Map<string, Promise<Mask | undefined>>();
const canvas = Buffer.alloc(stride * height);

parentPort!.on('message', async (cards: readonly Card[]) => {
	const pictures = await Promise.all(cards.map(paintCard));
	parentPort!.postMessage(
		pictures,
		pictures.map(({ buffer }) => buffer),
	);
});

async function paintCard({ title, byline, site }: Card): Promise<Uint8Array<ArrayBuffer>> {
	const publication = await names(site);
	const authors = await names(byline);
	// One line of names always stands at the same height; more grow upwards.
	const below = Math.min(510, height - margin - (authors?.height ?? 0));
	const heading = await fitting(title, below - above - 20);
	// From here on at once: there is one canvas for all cards that are being made.
	canvas.fill(0);
	paint(publication, margin - 10, 'accent');
	paint(heading, above, 'ink');
	paint(authors, below, 'ink');
	return png();
}

/** The publication is on every card, and most authors are on many. */
function names(text: string): Promise<Mask | undefined> {
	let mask = known.get(text);
	if (!mask) {
		if (known.size >= most) known.clear();
		mask = draw(text, 'Source Sans 3', 34);
		known.set(text, mask);
	}
	return mask;
}

/** The title in the largest size that seems to leave room and does, or in the smallest. */
async function fitting(title: string, room: number): Promise<Mask | undefined> {
	const smallest = sizes.at(-1);
	let mask: Mask | undefined;
	for (const size of sizes.filter((size) => size === smallest || heightOf(title, size) <= room)) {
		mask = await draw(title, 'Source Serif 4', size);
		if (!mask || mask.height <= room) break;
	}
	return mask;
}

/** About how high a title is, in pixels. */
function heightOf(title: string, size: number): number {
	const lines = Math.ceil([...title].length / ((width - 2 * margin) / (em * size) - lost));
	return ((lines - 1) * leading + 1) * size;
}

/** What the fonts have no sign for is left out, and not drawn as an empty box. */
function clean(text: string): string {
	return [...text.normalize('NFC')]
		.map((character) => (isCovered(character) ? character : ' '))
		.join('')
		.replace(/\s+/g, ' ')
		.replace(/ (?=[.,:;!?])/g, '')
		.trim();
}

async function draw(words: string, face: string, size: number): Promise<Mask | undefined> {
	const text = clean(words);
	if (text === '') return undefined;
	const markup = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
	const { data, info } = await image({
		text: {
			text: markup,
			font: `${face} ${size}`,
			width: width - 2 * margin,
			dpi: 72,
			wrap: 'word-char',
		},
	})
		// One channel, as it is drawn: otherwise it would be made three and one taken of these.
		.toColourspace('b-w')
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

/** How many colours there are from paper to each of the others: 15, and paper, are all of 4 bits. */
const steps = { ink: 9, accent: 6 };

/** Of a value of a mask, the colour in the palette. */
const indexes = {
	ink: Uint8Array.from({ length: 256 }, (_, value) => Math.round((value / 255) * steps.ink)),
	accent: Uint8Array.from({ length: 256 }, (_, value) => {
		const step = Math.round((value / 255) * steps.accent);
		return step && steps.ink + step;
	}),
};

function paint(mask: Mask | undefined, top: number, color: 'ink' | 'accent'): void {
	if (!mask) return;
	const index = indexes[color];
	const columns = Math.min(mask.width, width - margin);
	for (let y = 0; y < mask.height && top + y < height; y++) {
		const from = y * mask.width;
		const to = (top + y) * stride + 1 + margin / 2;
		for (let x = 0; x < columns; x += 2) {
			const right = x + 1 < columns ? index[mask.data[from + x + 1]!]! : 0;
			const pair = (index[mask.data[from + x]!]! << 4) | right;
			if (pair > 0) canvas[to + x / 2] = pair;
		}
	}
}

/** A picture of indexed colours: https://www.w3.org/TR/png/ */
function png(): Uint8Array<ArrayBuffer> {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([4, 3, 0, 0, 0], 8);
	const parts = [
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', deflateSync(canvas, { level: 3 })),
		chunk('IEND', Buffer.alloc(0)),
	];
	// Not in memory that others share, so that it can be handed over.
	return new Uint8Array(Buffer.concat(parts));
}

const palette = Buffer.from([
	...colors.paper,
	...(['ink', 'accent'] as const).flatMap((name) =>
		Array.from({ length: steps[name] }, (_, step) =>
			colors.paper.map((part, at) =>
				Math.round(part + ((colors[name][at]! - part) * (step + 1)) / steps[name]),
			),
		).flat(),
	),
]);

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
