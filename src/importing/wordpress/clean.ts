import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** What was mended in a file, and how often. */
export interface Mended {
	/** Control characters, which XML forbids, and bytes that are no text. */
	characters: number;
	/** `&` and `<` that should have been written as entities. */
	signs: number;
}

/**
 * Returns a function that makes pieces of an export well-formed, as far as that does not need a parser:
 * XML parsers give up, or lose text without a word, at what WordPress and its plugins have written. The
 * last piece is given with `isLast`. `mended` counts what was changed.
 *
 * What stands before the XML declaration goes, such as a warning of PHP. Control characters go. A `&` that
 * begins no entity, and a `<` that begins no tag, are written as entities, and the entities of HTML as the
 * characters that they mean. What stands in CDATA and in comments
 * stays.
 */
export function createCleaner(mended: Mended): (piece: string, isLast: boolean) => string {
	let rest = '';
	/** What ends the CDATA section or the comment that is being read. */
	let ending: string | undefined;
	let isBegun = false;
	return (piece, isLast) => {
		let text = rest + piece;
		if (!isBegun) {
			const start = /<\?xml|<rss/.exec(text);
			if (!start && !isLast && text.length < 100_000) {
				rest = text;
				return '';
			}
			isBegun = true;
			text = text.slice(start?.index ?? 0);
		}
		// What is cut in two is read with the next piece.
		const end = isLast ? text.length : Math.max(0, text.length - longest);
		let clean = '';
		let at = 0;
		while (at < end) {
			const next = ending ? text.indexOf(ending, at) : indexOfSign(text, at);
			const stop = next < 0 || next >= end ? end : next;
			clean += text.slice(at, stop);
			at = stop;
			if (at >= end) break;
			const mark = ending ?? opening.find((one) => text.startsWith(one, at));
			const [written, meant] = mark === undefined ? signAt(text, at) : [mark, mark];
			if (mark !== undefined) ending = endings[mark];
			if (written !== meant) mended.signs++;
			clean += meant;
			at += written.length;
		}
		rest = text.slice(at);
		return clean.toWellFormed().replace(forbidden, () => {
			mended.characters++;
			return '';
		});
	};
}

/** The longest that is read at once: the name of an entity. */
const longest = 40;
const forbidden = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g;
/** What stands as it is in XML, by what begins it. */
const endings: Readonly<Record<string, string>> = { '<![CDATA[': ']]>', '<!--': '-->' };
const opening = Object.keys(endings);
const predefined = /^(amp|lt|gt|quot|apos)$/;

function indexOfSign(text: string, from: number): number {
	const [and, less] = [text.indexOf('&', from), text.indexOf('<', from)];
	return and < 0 || less < 0 ? Math.max(and, less) : Math.min(and, less);
}

/** Returns what begins with a sign, and what is meant by it. */
function signAt(text: string, at: number): [written: string, meant: string] {
	if (text[at] === '<') {
		const isTag = /^<[\p{L}_/!?]/u.test(text.slice(at, at + 3));
		return ['<', isTag ? '<' : '&lt;'];
	}
	const [entity, name = ''] =
		/^&(#x?[\da-f]+|[a-z][a-z\d]*);/i.exec(text.slice(at, at + longest)) ?? [];
	if (entity === undefined) return ['&', '&amp;'];
	if (predefined.test(name)) return [entity, entity];
	if (!name.startsWith('#')) {
		const character = decodeNamedCharacterReference(name);
		return character === false ? ['&', '&amp;'] : [entity, character.replaceAll('<', '&lt;')];
	}
	const code = Number(name.replace(/^#x/i, '0x').replace(/^#/, ''));
	const isText = code === 9 || code === 10 || code === 13 || (code > 31 && code < 0x110000);
	return [entity, isText && !(code >= 0xd800 && code < 0xe000) ? entity : ''];
}
