/** A shortcode: `[name attributes]`, or `[name attributes]content[/name]`. */
export interface Shortcode {
	readonly name: string;
	/** By name, in lower case. */
	readonly attributes: Readonly<Record<string, string>>;
	/** The attributes without a name. */
	readonly values: readonly string[];
	readonly content?: string | undefined;
	/** As it is written. */
	readonly source: string;
}

/**
 * Returns the text with each shortcode that `isKnown` replaced by what `print` makes of it. Other
 * brackets are prose; `[[name]]` is prose that shows `[name]`. The rules are those of WordPress:
 * https://codex.wordpress.org/Shortcode_API. In comments nothing is replaced.
 */
export function replaceShortcodes(
	text: string,
	isKnown: (name: string, code: Shortcode) => boolean,
	print: (code: Shortcode) => string,
): string {
	let printed = '';
	let at = 0;
	const lastEnd = text.lastIndexOf('-->');
	/** Names that are closed nowhere in the rest of the text. */
	const unclosed = new Set<string>();
	while (at < text.length) {
		const next = nextSign(text, at);
		printed += text.slice(at, next);
		at = next;
		if (at >= text.length) break;
		const end = text[at] === '<' && at < lastEnd ? text.indexOf('-->', at) + 3 : undefined;
		const found = end === undefined ? shortcodeAt(text, at, unclosed) : undefined;
		if (!found) {
			printed += text.slice(at, end ?? at + 1);
			at = end ?? at + 1;
			continue;
		}
		const { before, code, after } = found;
		const whole = before + code.source + after;
		at += whole.length;
		if (!isKnown(code.name, code)) {
			// What it holds can be known.
			const { content } = code;
			const inside = content && replaceShortcodes(content, isKnown, print);
			printed += inside ? whole.replace(content, () => inside) : whole;
		} else if (before && after) printed += whole.slice(1, -1);
		else printed += before + print(code) + after;
	}
	return printed;
}

/** Returns where the next bracket or comment begins; the length of the text if there is none. */
function nextSign(text: string, from: number): number {
	const found = ['[', '<!--'].map((sign) => text.indexOf(sign, from)).filter((at) => at >= 0);
	return Math.min(text.length, ...found);
}

/** Returns the shortcode at a place, with the brackets around it; `undefined` if there is none. */
function shortcodeAt(text: string, at: number, unclosed: Set<string>) {
	const before = text[at + 1] === '[' ? '[' : '';
	opening.lastIndex = at + before.length;
	const name = opening.exec(text)?.[1];
	const close = name === undefined ? -1 : text.indexOf(']', opening.lastIndex);
	if (name === undefined || close < 0) return undefined;
	const start = at + before.length;
	const written = text.slice(start + 1 + name.length, close);
	const isAlone = written.endsWith('/');
	const attributes = attributesIn(isAlone ? written.slice(0, -1) : written);
	const ending = `[/${name}]`;
	const last = isAlone || unclosed.has(name) ? -1 : text.indexOf(ending, close + 1);
	if (last < 0 && !isAlone) unclosed.add(name);
	const end = last < 0 ? close + 1 : last + ending.length;
	const code: Shortcode = {
		...attributes,
		name,
		content: last < 0 ? undefined : text.slice(close + 1, last),
		source: text.slice(start, end),
	};
	return { before, code, after: text[end] === ']' ? ']' : '' };
}

const opening = /\[([^<>&/[\]=\s\0-\x20]+)(?![\w-])/y;

const attribute =
	/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″]([^“”″]*)[“”″]|([^\s"']+))(?=\s|$)|"([^"]*)"(?=\s|$)|'([^']*)'(?=\s|$)|(\S+)(?=\s|$)/g;

/** Reads attributes. Curly quotes count as straight ones, because texts pasted from Word have them. */
function attributesIn(text: string): Pick<Shortcode, 'attributes' | 'values'> {
	const attributes: Record<string, string> = {};
	const values: string[] = [];
	for (const [, name, ...found] of text.replace(/[\u00A0\u200B]/g, ' ').matchAll(attribute)) {
		const value = found.find((one) => one !== undefined) ?? '';
		if (name === undefined) values.push(value);
		else attributes[name.toLowerCase()] = value;
	}
	return { attributes, values };
}
