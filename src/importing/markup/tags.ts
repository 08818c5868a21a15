import type { Element, Properties } from 'hast';
import type { PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { find, html } from 'property-information';
import type { Options } from 'rehype-remark';
import { isBlock } from './elements.ts';

type Handle = NonNullable<Options['handlers']>[string];

/** Attributes that a tag keeps. All others dress it, or are for scripts. */
const kept = new Set(
	'id lang dir title cite dateTime colSpan rowSpan scope headers start reversed type value open span align'.split(
		' ',
	),
);

/** Returns the attributes of a tag in MDX. */
export function attributesOf(properties: Properties): MdxJsxAttribute[] {
	return Object.entries(properties).flatMap(([name, value]) => {
		if (!kept.has(name) || value === null || value === undefined || value === false) return [];
		const text = value === true ? null : Array.isArray(value) ? value.join(' ') : String(value);
		return [{ type: 'mdxJsxAttribute' as const, name: find(html, name).attribute, value: text }];
	});
}

function inTag(name: string, properties: Properties, children: RootContent[]): MdxJsxTextElement {
	return {
		type: 'mdxJsxTextElement',
		name,
		attributes: attributesOf(properties),
		children: children as PhrasingContent[],
	};
}

/** A tag within a line. */
const inText: Handle = (state, node: Element) =>
	inTag(node.tagName, node.properties, state.all(node)) as never;

/** A tag around blocks. */
const inFlow: Handle = (state, node: Element): MdxJsxFlowElement => ({
	type: 'mdxJsxFlowElement',
	name: node.tagName,
	attributes: attributesOf(node.properties),
	children: state.toFlow(state.all(node)) as never,
});

const textTags =
	'sup sub u mark abbr cite small q kbd samp var dfn ins ruby rt rp bdo span dt summary'.split(' ');

/** The parts of a table that Markdown cannot have. */
const ofTable = 'table thead tbody tfoot tr caption colgroup col'.split(' ');
const cell: Handle = (state, node: Element, parent) => {
	const isLine = node.children.every((child) => !isBlock(child));
	return isLine ? inText(state, node, parent) : inFlow(state, node, parent);
};

/** HTML that stays HTML, because Markdown has no signs for it. */
export const tags: Readonly<Record<string, Handle>> = {
	...Object.fromEntries(textTags.map((name) => [name, inText])),
	'html-br': () => inTag('br', {}, []) as never,
	'html-s': (state, node: Element, parent) => inText(state, { ...node, tagName: 's' }, parent),
	details: inFlow,
	dl: inFlow,
	dd: inFlow,
	// A table that stays one is marked as such: see `tidy`.
	...Object.fromEntries(
		ofTable.map(
			(name) =>
				[
					`html-${name}`,
					(state, node: Element, parent) => inFlow(state, { ...node, tagName: name }, parent),
				] satisfies [string, Handle],
		),
	),
	'html-td': (state, node: Element, parent) => cell(state, { ...node, tagName: 'td' }, parent),
	'html-th': (state, node: Element, parent) => cell(state, { ...node, tagName: 'th' }, parent),
};
