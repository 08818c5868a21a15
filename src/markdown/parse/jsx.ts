import type { Node, Pattern } from 'estree';
import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import type { Position } from '../../model/checks/problems.ts';
import { nodesIn, nodesOf } from './nodes.ts';

/** A JSX tag, inline or block. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node is a JSX tag. */
export function isJsx(node: { readonly type: string }): node is Jsx {
	return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Returns all JSX tags of a syntax tree. */
export function jsxIn(tree: Root): Jsx[] {
	return nodesOf(tree, 'mdxJsxFlowElement', 'mdxJsxTextElement');
}

/** Returns the named attributes of a tag, without spread attributes. */
export function attributesOf({ attributes }: Jsx): MdxJsxAttribute[] {
	return attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
}

/** Returns the value of an attribute, or `undefined` if it is missing or not a string. */
export function stringAttribute(element: Jsx, name: string): string | undefined {
	const { value } = attributesOf(element).find((attribute) => attribute.name === name) ?? {};
	return typeof value === 'string' ? value : undefined;
}

/** The source of an import and its position. */
export interface Import extends Position {
	readonly source: string;
}

/** The imports of a text, and the names that imports and exports declare. */
export interface Declarations {
	readonly names: readonly string[];
	readonly imports: readonly Import[];
}

/** Returns the imports and declared names of a text. */
export function declarationsOf(tree: Root): Declarations {
	const names: string[] = [];
	const imports: Import[] = [];
	for (const { data } of nodesOf(tree, 'mdxjsEsm')) {
		for (const statement of data?.estree?.body ?? []) {
			if (statement.type === 'ImportDeclaration') {
				names.push(...statement.specifiers.map(({ local }) => local.name));
				const { line, column } = statement.source.loc!.start;
				imports.push({ source: String(statement.source.value), line, column: column + 1 });
			}
			if (statement.type === 'ExportNamedDeclaration' && statement.declaration) {
				const { declaration } = statement;
				if (declaration.type !== 'VariableDeclaration') names.push(declaration.id.name);
				else names.push(...declaration.declarations.flatMap(({ id }) => namesIn(id)));
			}
		}
	}
	return { names, imports };
}

/** A name used in braces, and its position. */
export interface UsedName extends Position {
	readonly name: string;
}

/**
 * Returns the names that expressions in braces use, also in attributes: `a` and `c` of `{a.b(c)}`.
 * A name that an expression itself declares counts as known in the whole expression.
 */
export function usedNames(tree: Root): UsedName[] {
	const found: UsedName[] = [];
	const add = (expression: Node | null | undefined) => {
		if (!expression) return;
		const own = new Set<string>();
		const used: UsedName[] = [];
		readNames(expression, own, used);
		found.push(...used.filter(({ name }) => !own.has(name)));
	};
	for (const { data } of nodesOf(tree, 'mdxTextExpression', 'mdxFlowExpression')) add(data?.estree);
	for (const { value } of jsxIn(tree).flatMap(attributesOf))
		if (typeof value === 'object') add(value?.data?.estree);
	return found;
}

function readNames(node: Node, own: Set<string>, used: UsedName[]): void {
	if ('params' in node) node.params.flatMap(namesIn).forEach((name) => own.add(name));
	if (node.type === 'VariableDeclarator') namesIn(node.id).forEach((name) => own.add(name));
	if (node.type === 'Identifier') {
		const { line, column } = node.loc!.start;
		used.push({ name: node.name, line, column: column + 1 });
	}
	for (const [key, child] of Object.entries(node)) {
		const isName = (key === 'property' || key === 'key') && 'computed' in node && !node.computed;
		if (isName || (key === 'id' && node.type !== 'VariableDeclarator')) continue;
		for (const inner of Array.isArray(child) ? child : [child])
			if (isNode(inner)) readNames(inner, own, used);
	}
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value;
}

/** The names that a pattern such as `{ a, b: [c] }` declares. */
function namesIn(pattern: Pattern): string[] {
	if (pattern.type === 'Identifier') return [pattern.name];
	if (pattern.type === 'AssignmentPattern') return namesIn(pattern.left);
	if (pattern.type === 'RestElement') return namesIn(pattern.argument);
	if (pattern.type === 'ArrayPattern')
		return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
	if (pattern.type === 'ObjectPattern')
		return pattern.properties.flatMap((property) =>
			namesIn(property.type === 'Property' ? property.value : property),
		);
	return [];
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
