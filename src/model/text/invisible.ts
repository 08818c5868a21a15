/** Scripts that are written from right to left. */
const rightToLeft =
	/[\p{sc=Adlm}\p{sc=Arab}\p{sc=Hebr}\p{sc=Mand}\p{sc=Nkoo}\p{sc=Rohg}\p{sc=Samr}\p{sc=Syrc}\p{sc=Thaa}]/u;

/**
 * Invisible characters that are wrong wherever they stand like this. Joiners (U+200C, U+200D) are
 * right in Arabic, Indic and Mongolian script and in emoji, the zero-width space (U+200B) in scripts
 * without spaces between words, the vowel separator (U+180E) in Mongolian script, variation
 * selectors after signs and Chinese characters, and tag characters in flags.
 */
const wrong = [
	/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F]/u,
	/(?<=.)\uFEFF/u,
	/[\u034F\u2060-\u2064\u206A-\u206F\u3164\uFFA0\uFFF9-\uFFFB]/u,
	/(?<![\p{sc=Khmr}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Thai}\p{sc=Tibt}])\u200B/u,
	/(?<=[\p{sc=Latn}\p{sc=Cyrl}\s])[\u200C\u200D](?=[\p{sc=Latn}\p{sc=Cyrl}\s]|$)/u,
	/(?<!\p{sc=Mong})\u180E/u,
	/(?<=[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\s])[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u,
	/(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/u,
];

/** Marks that set the direction are wrong in a paragraph without a script from right to left. */
const directions = /[\u061C\u200E\u200F]/;

const pattern = new RegExp([...wrong, directions].map(({ source }) => source).join('|'), 'gsu');

/** An invisible character, and its index in the text. */
export interface Invisible {
	readonly character: string;
	readonly index: number;
}

/** Returns the invisible characters in wrong places. */
export function invisibleIn(text: string): Invisible[] {
	return [...text.matchAll(pattern)]
		.map(({ 0: character, index }) => ({ character, index }))
		.filter(({ character, index }) => {
			return !directions.test(character) || !rightToLeft.test(paragraphAt(text, index));
		});
}

/** Returns the text without invisible characters in wrong places. */
export function withoutInvisible(text: string): string {
	return without(text, invisibleIn(text));
}

/**
 * Characters that open an embedding, override or isolate, which end with their paragraph:
 * https://www.unicode.org/reports/tr9/
 */
const opening = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;

/** Returns the signs that turn the direction of a text and are not closed in their paragraph. */
export function openDirectionsIn(text: string): Invisible[] {
	if (!opening.test(text)) return [];
	const unclosed: Invisible[] = [];
	let open: Invisible[] = [];
	const end = () => {
		unclosed.push(...open);
		open = [];
	};
	for (const { 0: character, index } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]|\n\s*\n/g))
		if (character.startsWith('\n')) end();
		else if (opening.test(character)) open.push({ character, index });
		else if (character === '\u202C') {
			if (!isIsolate(open.at(-1)?.character)) open.pop();
		} else {
			const start = open.findLastIndex((one) => isIsolate(one.character));
			if (start >= 0) open.length = start;
		}
	end();
	return unclosed;
}

function isIsolate(character: string | undefined): boolean {
	return character !== undefined && character >= '\u2066';
}

/** Returns the text without signs that turn its direction and are not closed in their paragraph. */
export function withoutOpenDirections(text: string): string {
	return without(text, openDirectionsIn(text));
}

function without(text: string, characters: readonly Invisible[]): string {
	let [clean, from] = ['', 0];
	for (const { character, index } of characters) {
		clean += text.slice(from, index);
		from = index + character.length;
	}
	return clean + text.slice(from);
}

function paragraphAt(text: string, index: number): string {
	const start = text.lastIndexOf('\n\n', index);
	const end = text.indexOf('\n\n', index);
	return text.slice(Math.max(0, start), end < 0 ? text.length : end);
}
