import { cardSize } from '../model/page/images.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { drawable, openFonts } from './fonts.ts';
import { encodePng } from './png.ts';

/** The texts of a card: the image of a post in link previews. */
export interface Card {
	readonly title: string;
	readonly byline: string;
	readonly site: string;
}

/** In pixels. Consumers of https://ogp.me ask for a ratio of 1.91 to 1. */
const { width, height } = cardSize;
const margin = 80;
/** Font sizes of the title, in pixels. The largest that fits is used. */
const sizes = [92, 80, 68, 58, 50, 42];
/** The top of the title, in pixels. */
const above = margin + 70;
/**
 * Estimates for titles: the width of a character relative to the font size, the characters lost per
 * line at word breaks, and the line height relative to the font size. With 138 titles (18 in three
 * languages, the others invented), 90 get the right size at once, 29 start too large, which shows
 * when they are drawn, and 19 end one step too small.
 */
const [em, lost, leading] = [0.47, 2, 1.38];
/** The maximum number of names in the cache. */
const most = 500;
/** Bytes per line of the PNG: a filter byte (0 for no filter), then 4 bits per pixel. */
const stride = 1 + width / 2;

type Color = readonly [number, number, number];
const colors: Record<'paper' | 'ink' | 'accent', Color> = {
	paper: [0xfd, 0xfc, 0xf9],
	ink: [0x1f, 0x1c, 0x18],
	accent: [0x8f, 0x2a, 0x1a],
};

/** Drawn text: the coverage of each pixel, from 0 to 255. */
interface Mask {
	readonly data: Buffer;
	readonly width: number;
	readonly height: number;
}

/*
 * A worker that draws cards. On the main thread, their garbage would make the garbage collector
 * scan the whole heap of the build again and again. `workerData` is the folder for the unpacked
 * fonts.
 */
const isCovered = openFonts(workerData as string);
// Loaded after the fonts are unpacked.
const { default: image } = await import('sharp');
// No text is drawn twice, and each is too small to gain from a second thread.
image.cache(false);
image.concurrency(1);
/** The cache of drawn names. */
const known = new Map<string, Promise<Mask | undefined>>();
const canvas = Buffer.alloc(stride * height);
/** The ornament of a card without a title. */
const rule: Mask = { data: Buffer.alloc(240 * 12, 255), width: 240, height: 12 };

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
	// A single line of names is always at the same height. More lines extend upwards.
	const below = Math.min(510, height - margin - (authors?.height ?? 0));
	const heading = await fitting(title, below - above - 20);
	// No `await` from here on: all cards share one canvas.
	canvas.fill(0);
	if (!heading) {
		// A design without text, rather than a title with holes.
		paint(publication, margin - 10, 'accent');
		paint(rule, above + 10, 'accent');
		return encodePng(cardSize, palette, canvas);
	}
	paint(publication, margin - 10, 'accent');
	paint(heading, above, 'ink');
	paint(authors, below, 'ink');
	return encodePng(cardSize, palette, canvas);
}

/** Draws a name, or takes it from the cache: the publication is on every card. */
function names(text: string): Promise<Mask | undefined> {
	let mask = known.get(text);
	if (!mask) {
		if (known.size >= most) known.clear();
		mask = draw(text, 'Source Sans 3', 34);
		known.set(text, mask);
	}
	return mask;
}

/** Draws the title in the largest size that fits by estimate and when drawn, or in the smallest. */
async function fitting(title: string, room: number): Promise<Mask | undefined> {
	const smallest = sizes.at(-1);
	let mask: Mask | undefined;
	for (const size of sizes.filter((size) => size === smallest || heightOf(title, size) <= room)) {
		mask = await draw(title, 'Source Serif 4', size);
		if (!mask || mask.height <= room) break;
	}
	return mask;
}

/** Estimates the height of a title, in pixels. */
function heightOf(title: string, size: number): number {
	const lines = Math.ceil([...title].length / ((width - 2 * margin) / (em * size) - lost));
	return ((lines - 1) * leading + 1) * size;
}

async function draw(words: string, face: string, size: number): Promise<Mask | undefined> {
	const text = drawable(words, isCovered);
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
		// Keeps the single channel of the drawn text: sharp would otherwise convert it to three.
		.toColourspace('b-w')
		.raw()
		.toBuffer({ resolveWithObject: true });
	return { data, width: info.width, height: info.height };
}

/** Shades between paper and each other color. With paper, these are the 16 colors of 4 bits. */
const steps = { ink: 9, accent: 6 };

/** Maps the value of a mask to its color in the palette. */
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
