import type { Nodes, Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';

/** A text and its syntax tree, as the rules look at it. */
export interface Prose {
	readonly file: string;
	/** The text, its lines numbered as in the file. */
	readonly body: string;
	readonly tree: Root;
}

/** Where a node begins. What the parser made of a bare address has no place of its own. */
export function placeOf(node: Pick<Nodes, 'position'>): Position {
	const { line = 1, column = 1 } = node.position?.start ?? {};
	return { line, column };
}

/** Where the character at `offset` stands. */
export function positionOf(text: string, offset: number): Position {
	let line = 1;
	let start = 0;
	for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
		line++;
		start = end + 1;
	}
	return { line, column: offset - start + 1 };
}

/** What `pattern` finds in a node as it was typed, with the place of each find in the text. */
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
