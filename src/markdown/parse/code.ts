import type { Node, Program } from 'estree';
import type { Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';
import { isJsx } from './jsx.ts';
import { nodesIn } from './nodes.ts';

/** The code of a text: what stands in braces, also in and among attributes, and what is exported. */
export function programsOf(tree: Root): Program[] {
	return nodesIn(tree).flatMap((node) => {
		if (isJsx(node))
			return node.attributes.flatMap((attribute) => {
				if (attribute.type === 'mdxJsxExpressionAttribute') return attribute.data?.estree ?? [];
				const { name, value } = attribute;
				return isHandler(name) || typeof value !== 'object' ? [] : (value?.data?.estree ?? []);
			});
		return node.type === 'mdxTextExpression' ||
			node.type === 'mdxFlowExpression' ||
			node.type === 'mdxjsEsm'
			? (node.data?.estree ?? [])
			: [];
	});
}

/** Whether an attribute holds a script. */
export function isHandler(attribute: string): boolean {
	return /^on[a-z]/i.test(attribute);
}

/** Calls `see` with a node and all nodes in it, in their order. */
export function walk(node: Node, see: (node: Node) => void): void {
	see(node);
	for (const child of Object.values(node))
		for (const inner of Array.isArray(child) ? child : [child]) if (isNode(inner)) walk(inner, see);
}

/**
 * Whether a text contains code: an import or export, an expression that is not a comment, or an
 * attribute in braces.
 */
export function hasCode(tree: Root): boolean {
	return nodesIn(tree).some((node) => {
		if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
			return node.data?.estree?.body.length !== 0;
		if (isJsx(node))
			return node.attributes.some(
				({ type, value }) =>
					type === 'mdxJsxExpressionAttribute' || (typeof value === 'object' && value !== null),
			);
		return node.type === 'mdxjsEsm';
	});
}

/** The line and column, from 1, at which a node of code begins. */
export function positionIn({ loc }: Node): Position {
	return { line: loc?.start.line ?? 1, column: (loc?.start.column ?? 0) + 1 };
}

export function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value;
}
