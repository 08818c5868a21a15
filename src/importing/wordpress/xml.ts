import { SaxesParser, type SaxesTagNS } from 'saxes';
import { createCleaner, type Mended } from './clean.ts';

/** An element of an export. */
export interface XmlElement {
	/** With the usual prefix of its namespace, such as `wp:post_id`, whatever the file calls it. */
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	/** All text in it, of several CDATA sections too. */
	readonly text: string;
	readonly children: readonly XmlElement[];
	/** The line on which it begins, counted from 1. */
	readonly line: number;
}

/** What is wrong with an export, besides what could be mended. */
interface XmlFault {
	readonly line: number;
	readonly message: string;
}

/** What reading an export has told, when it is over. */
export interface XmlReport extends Mended {
	/** Bytes that are no text in the encoding of the file. */
	undecoded: number;
	readonly faults: XmlFault[];
	/** The version of WXR, such as `1.2`; `undefined` if the file has none. */
	version?: string | undefined;
	/** Whether the file ends in the midst of an element. */
	isCut: boolean;
}

/**
 * Reads the elements in the channel of an export one by one, so that memory holds one at a time. `report`
 * is filled meanwhile. An element in which the file ends is not given. At most `manyFaults` faults are
 * kept. `mend` changes the texts of elements.
 */
export async function* readXml(
	pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	report: XmlReport,
	mend: (text: string) => string = (text) => text,
): AsyncGenerator<XmlElement> {
	let decoder: TextDecoder | undefined;
	const clean = createCleaner(report);
	const reader = createReader(report, mend);
	for await (const piece of pieces) {
		decoder ??= decoderFor(piece);
		yield* reader.read(clean(textIn(decoder, report, piece), false));
	}
	yield* reader.read(clean(textIn(decoder ?? new TextDecoder(), report), true));
	yield* reader.end();
}

/** Returns a decoder for the encoding that a file declares, or begins like; UTF-8 if there is none. */
function decoderFor(start: Uint8Array): TextDecoder {
	const [first, second] = start;
	if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le');
	if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be');
	const declaration = new TextDecoder('latin1').decode(start.subarray(0, 200));
	const [, label = 'utf-8'] = /<\?xml[^>]*encoding=["']([\w-]+)/.exec(declaration) ?? [];
	try {
		return new TextDecoder(label);
	} catch {
		return new TextDecoder();
	}
}

const manyFaults = 20;

function textIn(decoder: TextDecoder, report: XmlReport, piece?: Uint8Array): string {
	const text = piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
	report.undecoded += text.split('\uFFFD').length - 1;
	return text;
}

interface Open {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly line: number;
	text: string;
	readonly children: XmlElement[];
}

function createReader(report: XmlReport, mend: (text: string) => string) {
	const parser = new SaxesParser({ xmlns: true });
	const open: Open[] = [];
	let ready: XmlElement[] = [];
	parser.on('error', ({ message }) => {
		const text = message.replace(/^(\S*:)?\d+:\d+: /, '');
		if (report.faults.length < manyFaults) report.faults.push({ line: parser.line, message: text });
	});
	parser.on('opentag', (tag) => {
		for (const uri of Object.values(tag.ns ?? {}))
			report.version ??= /^https?:\/\/wordpress\.org\/export\/(\d+\.\d+)\/$/.exec(uri)?.[1];
		const attributes = Object.fromEntries(
			Object.values(tag.attributes).map(({ name, value }) => [name, value]),
		);
		open.push({ name: nameOf(tag), attributes, line: parser.line, text: '', children: [] });
	});
	const addText = (text: string) => {
		const last = open.at(-1);
		if (last) last.text += text;
	};
	parser.on('text', addText);
	parser.on('cdata', addText);
	parser.on('closetag', () => {
		const element = open.pop();
		if (!element) return;
		element.text = mend(element.text);
		const parent = open.at(-1);
		if (parent?.name === 'channel') ready.push(element);
		else if (open.some(({ name }) => name === 'channel')) parent!.children.push(element);
	});
	return {
		*read(text: string): Generator<XmlElement> {
			parser.write(text);
			const found = ready;
			ready = [];
			yield* found;
		},
		*end(): Generator<XmlElement> {
			report.isCut = open.length > 0;
			// What is still open is closed by nothing, and not given.
			const before = report.faults.length;
			parser.close();
			report.faults.length = Math.min(before, report.faults.length);
			ready = [];
		},
	};
}

/** The namespaces of an export, by their usual prefixes. Older files have http, newer ones https. */
const prefixes: readonly (readonly [RegExp, string])[] = [
	[/^https?:\/\/wordpress\.org\/export\/\d+\.\d+\/$/, 'wp:'],
	[/^https?:\/\/wordpress\.org\/export\/\d+\.\d+\/excerpt\/$/, 'excerpt:'],
	[/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/, 'content:'],
	[/^https?:\/\/purl\.org\/dc\/elements\/1\.1\/$/, 'dc:'],
];

function nameOf({ uri, local, name }: SaxesTagNS): string {
	if (uri === '') return name;
	const prefix = prefixes.find(([pattern]) => pattern.test(uri))?.[1];
	return prefix === undefined ? name : prefix + local;
}

/** Returns a report to fill. */
export function createReport(): XmlReport {
	return { characters: 0, signs: 0, undecoded: 0, faults: [], isCut: false };
}
