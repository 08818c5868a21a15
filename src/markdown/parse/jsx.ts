import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { nodesOf } from './nodes.ts';

/** A JSX tag, inline or block. */
export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** Whether a node is a JSX tag. */
export function isJsx(node: { readonly type: string }): node is Jsx {
	return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Elements that stand within a word or between words; all others part what they hold from the rest. */
const inline =
	/^(a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

/** Whether a tag stands within a line of text, as a fragment does. */
export function isInline({ name }: Jsx): boolean {
	return inline.test(name ?? 'a');
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
