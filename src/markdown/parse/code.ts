import type { Node, Pattern, Program } from 'estree';
import type { Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';
import { isJsx } from './jsx.ts';
import { nodesIn, nodesOf } from './nodes.ts';

/** The import of a text, or an export from another file: its source and the position of that. */
export interface Import extends Position {
	readonly source: string;
}

/** What the imports and exports of a text declare. */
export interface Declarations {
	readonly names: readonly string[];
	readonly imports: readonly Import[];
	/** Where `export default` stands, if it does. */
	readonly layout: Position | undefined;
}

/** Returns the imports, exports and declared names of a text. */
export function declarationsOf(tree: Root): Declarations {
	const names: string[] = [];
	const imports: Import[] = [];
	let layout: Position | undefined;
	for (const { data } of nodesOf(tree, 'mdxjsEsm'))
		for (const statement of data?.estree?.body ?? []) {
			if ('source' in statement && statement.source)
				imports.push({ source: String(statement.source.value), ...positionIn(statement.source) });
			if (statement.type === 'ImportDeclaration')
				names.push(...statement.specifiers.map(({ local }) => local.name));
			if (statement.type === 'ExportNamedDeclaration')
				names.push(...(statement.declaration ? declaredBy(statement.declaration) : []));
			const isLayout =
				statement.type === 'ExportDefaultDeclaration' ||
				(statement.type === 'ExportNamedDeclaration' &&
					statement.specifiers.some(
						({ exported }) => 'name' in exported && exported.name === 'default',
					));
			if (isLayout) layout = positionIn(statement);
		}
	return { names, imports, layout };
}

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

/** The names that a piece of code declares, anywhere in it. */
export function ownNames(program: Node): Set<string> {
	const names = new Set<string>();
	const add = (patterns: readonly Pattern[]) =>
		patterns.flatMap(namesIn).forEach((name) => names.add(name));
	walk(program, (node) => {
		if ('params' in node) add(node.params);
		if (node.type === 'CatchClause' && node.param) add([node.param]);
		if ('id' in node && node.id) add([node.id]);
	});
	return names;
}

/** A name used in code, and its position. */
export interface UsedName extends Position {
	readonly name: string;
}

/**
 * Returns the names that expressions use: `a` and `c` of `{a.b(c)}`. A name that an expression itself
 * declares counts as known in the whole expression.
 */
export function usedNames(tree: Root): UsedName[] {
	return programsOf(tree).flatMap((program) => {
		const own = ownNames(program);
		const used: UsedName[] = [];
		readNames(program, used);
		return used.filter(({ name }) => !own.has(name));
	});
}

function readNames(node: Node, used: UsedName[]): void {
	if (node.type === 'ImportDeclaration') return;
	// `export { a } from` names what another file declares.
	if (node.type === 'ExportNamedDeclaration' && node.source) return;
	if (node.type === 'Identifier') used.push({ name: node.name, ...positionIn(node) });
	for (const [key, child] of Object.entries(node)) {
		const isName = (key === 'property' || key === 'key') && 'computed' in node && !node.computed;
		if (isName || key === 'exported' || (key === 'id' && node.type !== 'VariableDeclarator'))
			continue;
		for (const inner of Array.isArray(child) ? child : [child])
			if (isNode(inner)) readNames(inner, used);
	}
}

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

/** The names of `a.b.c`; `undefined` if the expression is something else, or asks before it reads. */
function pathOf(node: Node): string[] | undefined {
	if (node.type === 'Identifier') return [node.name];
	if (node.type !== 'MemberExpression' || node.computed || node.optional) return undefined;
	const before = pathOf(node.object);
	return before && node.property.type === 'Identifier'
		? [...before, node.property.name]
		: undefined;
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

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value;
}

function declaredBy(declaration: Extract<Node, { type: `${string}Declaration` }>): string[] {
	if (declaration.type === 'VariableDeclaration')
		return declaration.declarations.flatMap(({ id }) => namesIn(id));
	return 'id' in declaration && declaration.id ? [declaration.id.name] : [];
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
