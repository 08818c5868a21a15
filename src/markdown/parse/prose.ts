import type { Nodes, Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';

/** A text and its syntax tree: the input of the rules. */
export interface Prose {
	readonly file: string;
	/** The text; its line numbers are those of the file. */
	readonly body: string;
	readonly tree: Root;
	/** The fields, as they are written. */
	readonly frontmatter: Readonly<Record<string, unknown>>;
}

/**
 * Returns the position of a node, or line 1, column 1 if it has none, such as a link made from a
 * bare address.
 */
export function placeOf(node: Pick<Nodes, 'position'>): Position {
	const { line = 1, column = 1 } = node.position?.start ?? {};
	return { line, column };
}

/** Returns the line and column of the character at `offset`. */
export function positionOf(text: string, offset: number): Position {
	let line = 1;
	let start = 0;
	for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
		line++;
		start = end + 1;
	}
	return { line, column: offset - start + 1 };
}

/** Yields the matches of `pattern` in the source of a node, with their positions in the text. */
export function* matches(
	{ body }: Prose,
	node: Pick<Nodes, 'position'>,
	pattern: RegExp,
): Generator<{
	readonly groups: readonly string[];
	readonly at: Position;
	readonly index: number;
}> {
	const { start, end } = node.position ?? {};
	if (start?.offset === undefined || end?.offset === undefined) return;
	for (const match of body.slice(start.offset, end.offset).matchAll(pattern))
		yield {
			groups: match.map((group) => group ?? ''),
			at: positionOf(body, start.offset + match.index),
			index: match.index,
		};
}
