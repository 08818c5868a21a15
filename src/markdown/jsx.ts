import type { Expression, Program, Super } from 'estree';
import type { Root } from 'mdast';
import type {
	MdxFlowExpression,
	MdxJsxAttribute,
	MdxJsxFlowElement,
	MdxJsxTextElement,
	MdxjsEsm,
	MdxTextExpression,
} from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { Position } from '../model/problems.ts';

/** A tag in a text. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

export function visitJsx(tree: Root, see: (element: Jsx) => void): void {
	visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => see(node as Jsx));
}

/** The attributes of a tag that are written by name. */
export function attributesOf({ attributes }: Jsx): MdxJsxAttribute[] {
	return attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
}

export function stringAttribute(element: Jsx, name: string): string | undefined {
	const { value } = attributesOf(element).find((attribute) => attribute.name === name) ?? {};
	return typeof value === 'string' ? value : undefined;
}

/** What a text imports, and where it says so. */
export interface Import extends Position {
	readonly source: string;
}

/** The imports of a text, and the names that imports and exports bring in. */
export interface Declarations {
	readonly names: readonly string[];
	readonly imports: readonly Import[];
}

export function declarationsOf(tree: Root): Declarations {
	const names: string[] = [];
	const imports: Import[] = [];
	visit(tree, 'mdxjsEsm', ({ data }: MdxjsEsm) => {
		for (const statement of data?.estree?.body ?? []) {
			if (statement.type === 'ImportDeclaration') {
				names.push(...statement.specifiers.map(({ local }) => local.name));
				const { line, column } = statement.source.loc!.start;
				imports.push({ source: String(statement.source.value), line, column: column + 1 });
			}
			if (statement.type === 'ExportNamedDeclaration' && statement.declaration) {
				const { declaration } = statement;
				if (declaration.type !== 'VariableDeclaration') names.push(declaration.id.name);
				else
					names.push(
						...declaration.declarations.flatMap(({ id }) =>
							id.type === 'Identifier' ? [id.name] : [],
						),
					);
			}
		}
	});
	return { names, imports };
}

/** A name that stands in braces, and where. */
export interface UsedName extends Position {
	readonly name: string;
}

/** The names with which expressions in braces begin, in attributes also: `a` of `{a.b(c)}`. */
export function usedNames(tree: Root): UsedName[] {
	const found: UsedName[] = [];
	const add = (program: Program | null | undefined) => {
		const [statement] = program?.body ?? [];
		if (statement?.type === 'ExpressionStatement') found.push(...firstName(statement.expression));
	};
	visit(tree, ['mdxTextExpression', 'mdxFlowExpression'], (node) =>
		add((node as MdxTextExpression | MdxFlowExpression).data?.estree),
	);
	visitJsx(tree, (element) =>
		attributesOf(element).forEach(({ value }) => {
			if (typeof value === 'object') add(value?.data?.estree);
		}),
	);
	return found;
}

function firstName(expression: Expression | Super): UsedName[] {
	if (expression.type === 'MemberExpression') return firstName(expression.object);
	if (expression.type === 'CallExpression') return firstName(expression.callee);
	if (expression.type !== 'Identifier') return [];
	const { line, column } = expression.loc!.start;
	return [{ name: expression.name, line, column: column + 1 }];
}
