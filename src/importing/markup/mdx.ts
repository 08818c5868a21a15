import type { Element, Root as HtmlRoot } from 'hast';
import type { BlockContent, DefinitionContent, ListItem, Root } from 'mdast';
import type { MdxFlowExpression, MdxTextExpression } from 'mdast-util-mdx';
import rehypeParse from 'rehype-parse';
import { defaultHandlers } from 'hast-util-to-mdast';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { attributesOf, tags } from './tags.ts';
import { tidy } from './tidy.ts';

/*
 * HTML becomes MDX by way of trees: what is printed is parsed as what was meant. Elements that no HTML
 * has stand for the rest: `note-reference` and `note-text` for notes, `component` for a component of
 * texts, and `remark` for a comment that only editors see.
 */

type Handle = NonNullable<Options['handlers']>[string];

const noteReference: Handle = (_, node: Element) => {
	const name = String(node.properties['dataNote']);
	return { type: 'footnoteReference', identifier: name, label: name };
};

const noteText: Handle = (state, node: Element) => {
	const name = String(node.properties['dataNote']);
	const children = state.toFlow(state.all(node)) as never;
	return { type: 'footnoteDefinition', identifier: name, label: name, children };
};

/** A comment in MDX. What would end it is broken up. */
const remark: Handle = (_, node: Element): MdxFlowExpression | MdxTextExpression => ({
	type: node.properties['dataInline'] ? 'mdxTextExpression' : 'mdxFlowExpression',
	value: `/* ${String(node.properties['dataText']).replaceAll('*/', '* /')} */`,
});

const component: Handle = (state, node: Element) => ({
	type: 'mdxJsxFlowElement',
	name: String(node.properties['dataName']),
	attributes: Object.entries(JSON.parse(String(node.properties['dataValues'])) as object).map(
		([name, value]) => ({ type: 'mdxJsxAttribute' as const, name, value: String(value) }),
	),
	children: state.toFlow(state.all(node)) as (BlockContent | DefinitionContent)[],
});

/** A link, or a place that links lead to. */
const anchor: Handle = (state, { properties, children }: Element) => {
	const content = state.all({ type: 'element', tagName: 'a', properties, children }) as never;
	const { href, title } = properties;
	if (href === undefined)
		return {
			type: 'mdxJsxTextElement',
			name: 'a',
			attributes: attributesOf(properties),
			children: content,
		};
	return {
		type: 'link',
		url: String(href),
		title: title ? String(title) : null,
		children: content,
	};
};

/** An item is not set apart from the next for a list at its end alone. What else it holds needs blank lines. */
const listItem: Handle = (state, node: Element) => {
	const item = defaultHandlers.li(state, node) as ListItem;
	const hasParagraph = node.children.some(
		(child) => child.type === 'element' && child.tagName === 'p',
	);
	const [first, second, ...others] = item.children;
	const isShort =
		(second === undefined || (first?.type === 'paragraph' && second.type === 'list')) &&
		others.length === 0;
	return { ...item, spread: item.spread && (hasParagraph || !isShort) };
};

/** A line that begins with one of these words would be read as code. */
const statements = ['import', 'export'].map((word) => ({
	atBreak: true,
	character: word[0]!,
	after: `${word.slice(1)}\\b`,
}));

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

const printer = unified()
	.use(rehypeRemark, {
		handlers: {
			...tags,
			a: anchor,
			component,
			li: listItem,
			'note-reference': noteReference,
			'note-text': noteText,
			remark,
		},
		nodeHandlers: { comment: () => undefined },
	})
	.use(remarkGfm)
	.use(remarkMdx, { printWidth: Infinity })
	.use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', unsafe: statements } as never)
	.freeze();

/** Returns the tree of a text in HTML. */
export function parseHtml(html: string): HtmlRoot {
	return parser.parse(html);
}

/** Returns a text in HTML as MDX that compiles and says the same. Changes the tree. */
export function printMdx(tree: HtmlRoot): string {
	tidy(tree);
	return printer.stringify(printer.runSync(tree as never) as unknown as Root);
}
