import type { Node } from 'estree';
import type { Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';
import { positionIn, programsOf, walk } from './code.ts';
import { ownNames, type UsedName } from './names.ts';
import { nodesOf } from './nodes.ts';

/** A part of a value that cannot be read, because what should hold it is not there. */
export interface MissingValue extends UsedName {
	/** What is read from it. */
	readonly member: string;
}

/** Finds `frontmatter.a.b` where the values of a text have no `a`, for all names in `values`. */
export function missingValues(
	tree: Root,
	values: Readonly<Record<string, unknown>>,
): MissingValue[] {
	const found: MissingValue[] = [];
	for (const program of programsOf(tree)) {
		const own = ownNames(program);
		walk(program, (node) => {
			if (node.type !== 'MemberExpression' || node.optional) return;
			const path = pathOf(node.object);
			const [root = '', ...members] = path ?? [];
			if (members.length === 0 || own.has(root) || !Object.hasOwn(values, root)) return;
			let value = values[root];
			for (const name of members.slice(0, -1)) {
				if (value === undefined || value === null) return;
				value = (Object(value) as Record<string, unknown>)[name];
			}
			if (value === undefined || value === null) return;
			const last = (Object(value) as Record<string, unknown>)[members.at(-1)!];
			if (last !== undefined && last !== null) return;
			const member = node.property.type === 'Identifier' ? node.property.name : '…';
			found.push({ name: path!.join('.'), member, ...positionIn(node) });
		});
	}
	return found;
}

/** Finds attributes of Pandoc that are code as well: `{width="50%"}` behind an image. */
export function attributeListsIn(tree: Root): (Position & { readonly list: string })[] {
	return nodesOf(tree, 'mdxTextExpression', 'mdxFlowExpression').flatMap(({ value, position }) => {
		if (!/^\s*[\w-]+=(["'])[^"']*\1/.test(value) || !position) return [];
		const { line, column } = position.start;
		return [{ line, column, list: `{${value}}` }];
	});
}

/** Finds braces among words that hold only numbers, or a list of values: `a^{10}`, `{1, 2}`. */
export function literalsIn(tree: Root): (Position & { readonly shown: string })[] {
	return nodesOf(tree, 'mdxTextExpression').flatMap(({ data, position }) => {
		const [statement] = data?.estree?.body ?? [];
		if (statement?.type !== 'ExpressionStatement' || !position) return [];
		const { expression } = statement;
		const isList =
			expression.type === 'SequenceExpression' &&
			expression.expressions.every(({ type }) => type === 'Literal');
		const value = isList ? expression.expressions.at(-1)! : expression;
		// A text in quotes is a way to write signs that Markdown would read.
		if (value.type !== 'Literal' || (!isList && typeof value.value === 'string')) return [];
		const { line, column } = position.start;
		return [{ line, column, shown: String(value.value) }];
	});
}

/** The names of `a.b.c`; `undefined` if the expression is something else, or asks before it reads. */
function pathOf(node: Node): string[] | undefined {
	if (node.type === 'Identifier') return [node.name];
	if (node.type !== 'MemberExpression' || node.computed || node.optional) return undefined;
	const before = pathOf(node.object);
	return before && node.property.type === 'Identifier'
		? [...before, node.property.name]
		: undefined;
}
