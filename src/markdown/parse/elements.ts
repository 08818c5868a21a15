import type { JSXAttribute, JSXElement, JSXFragment, JSXSpreadAttribute } from 'estree-jsx';
import type { Node, Program } from 'estree';
import type { Root } from 'mdast';
import type { Position } from '../../model/checks/problems.ts';
import { positionIn, programsOf, walk } from './code.ts';
import { jsxIn, type Jsx } from './jsx.ts';
import { placeOf } from './prose.ts';

/** An element that a text writes as a tag, among its words or within its code. */
export interface Element {
	/** Such as `kbd`, `Figure` or `Chart.Bar`; empty for `<>`. */
	readonly name: string;
	readonly attributes: readonly Attribute[];
	/** Whether it takes attributes from an object as well. */
	readonly isSpread: boolean;
	readonly at: Position;
}

interface Attribute {
	readonly name: string;
	/** `true` if there is none, `undefined` if it is known only when the code runs. */
	readonly value: string | true | undefined;
}

/** Returns all elements that a text writes as tags: among its words first, then in its code. */
export function elementsOf(tree: Root): Element[] {
	return [...jsxIn(tree).map(ofText), ...programsOf(tree).flatMap(inCode)];
}

/** Returns the value of an attribute, or `undefined` if it is missing or not a known string. */
export function valueOf({ attributes }: Element, name: string): string | undefined {
	const value = attributes.find((attribute) => attribute.name === name)?.value;
	return typeof value === 'string' ? value : undefined;
}

function ofText(element: Jsx): Element {
	const named = element.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
	return {
		name: element.name ?? '',
		attributes: named.map(({ name, value }) => ({
			name,
			value:
				typeof value === 'object' && value !== null
					? literal(expressionOf(value.data?.estree))
					: (value ?? true),
		})),
		isSpread: named.length < element.attributes.length,
		at: placeOf(element),
	};
}

type CodeNode = Node | JSXElement | JSXFragment;

function inCode(program: Program): Element[] {
	const found: Element[] = [];
	walk(program, (node: CodeNode) => {
		if (node.type !== 'JSXElement') return;
		const { name, attributes } = node.openingElement;
		found.push({
			name: nameOf(name),
			attributes: attributes.filter(isNamed).map((attribute) => ({
				name: nameOf(attribute.name),
				value: valueIn(attribute),
			})),
			isSpread: !attributes.every(isNamed),
			at: positionIn(node as Node),
		});
	});
	return found;
}

function isNamed(attribute: JSXAttribute | JSXSpreadAttribute): attribute is JSXAttribute {
	return attribute.type === 'JSXAttribute';
}

function nameOf(node: JSXAttribute['name'] | JSXElement['openingElement']['name']): string {
	if (node.type === 'JSXIdentifier') return node.name;
	return node.type === 'JSXNamespacedName'
		? `${node.namespace.name}:${node.name.name}`
		: `${nameOf(node.object)}.${node.property.name}`;
}

function valueIn({ value }: JSXAttribute): string | true | undefined {
	if (value === null) return true;
	return literal(value.type === 'JSXExpressionContainer' ? value.expression : value);
}

function expressionOf(program: Program | null | undefined): Node | undefined {
	const [statement] = program?.body ?? [];
	return statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
}

/** The text of `"a"` or `` `a` ``, otherwise `undefined`. */
function literal(node: { readonly type: string } | undefined): string | undefined {
	const known = node as Node | undefined;
	if (known?.type === 'Literal') return typeof known.value === 'string' ? known.value : undefined;
	return known?.type === 'TemplateLiteral' && known.expressions.length === 0
		? (known.quasis[0]?.value.cooked ?? undefined)
		: undefined;
}
