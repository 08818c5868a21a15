import type { Node, Pattern } from 'estree';
import type { Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';
import { isNode, positionIn, programsOf, walk } from './code.ts';
import { nodesOf } from './nodes.ts';

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
