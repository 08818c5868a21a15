/** A block of the editor, or what stands between blocks. */
export interface Block {
	/** Such as `core/image`; `undefined` for what stands between blocks. */
	readonly name?: string | undefined;
	/** `undefined` if they cannot be read. */
	readonly attributes: Readonly<Record<string, unknown>> | undefined;
	/** HTML, and the blocks within, in their order. */
	readonly inner: readonly (string | Block)[];
}

const delimiter =
	/^<!--\s+(\/)?wp:([a-z][a-z\d_-]*\/)?([a-z][a-z\d_-]*)\s+(?:(\{[^]*\})\s+)?(\/)?-->$/;

/**
 * Returns the blocks of a text. An unclosed block ends where the text ends; a stray closing comment is
 * text. The grammar is that of
 * https://developer.wordpress.org/block-editor/explanations/architecture/key-concepts/
 */
export function parseBlocks(text: string): readonly (string | Block)[] {
	const root: Open = { inner: [] };
	const open: Open[] = [root];
	let at = 0;
	const addText = (end: number) => {
		if (end > at) open.at(-1)!.inner.push(text.slice(at, end));
	};
	for (const { index, source } of commentsIn(text)) {
		const match = delimiter.exec(source);
		if (!match) continue;
		const [, closes, namespace = 'core/', local, json, isVoid] = match;
		const name = `${namespace}${local}`;
		if (closes) {
			const place = open.findLastIndex((one) => one.name === name);
			if (place < 1) continue;
			addText(index);
			while (open.length > place) close(open);
		} else {
			addText(index);
			open.push({ name, attributes: attributesIn(json), inner: [] });
			if (isVoid) close(open);
		}
		at = index + source.length;
	}
	addText(text.length);
	while (open.length > 1) close(open);
	return root.inner;
}

function* commentsIn(text: string): Generator<{ readonly index: number; readonly source: string }> {
	let index = text.indexOf('<!--');
	while (index >= 0) {
		const end = text.indexOf('-->', index);
		if (end < 0) return;
		yield { index, source: text.slice(index, end + 3) };
		index = text.indexOf('<!--', end);
	}
}

interface Open {
	readonly name?: string;
	readonly attributes?: Record<string, unknown> | undefined;
	readonly inner: (string | Block)[];
}

function close(open: Open[]): void {
	const { name, attributes, inner } = open.pop()!;
	open.at(-1)!.inner.push({ name, attributes, inner });
}

function attributesIn(json: string | undefined): Record<string, unknown> | undefined {
	if (json === undefined) return {};
	try {
		return JSON.parse(json) as Record<string, unknown>;
	} catch {
		return undefined;
	}
}
