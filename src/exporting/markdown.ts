import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { stringify } from 'yaml';
import { escapeHtml } from '../model/text/html.ts';
import type { WholeText } from './whole.ts';

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const printer = unified()
	.use(remarkGfm)
	.use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-' } as never)
	.freeze();
const inline = unified().use(remarkParse).freeze();

/**
 * Returns a text as Markdown with YAML before it, as Hugo, Jekyll, Quarto and Pandoc read it. What
 * components show becomes paragraphs, tags stay HTML, comments and code go.
 */
export function printMarkdown({ fields, tree }: Pick<WholeText, 'fields' | 'tree'>): string {
	const plain = structuredClone(tree);
	simplify(plain);
	const body = printer.stringify(plain as never);
	return `---\n${stringify(fields, { lineWidth: 0, version: '1.2' })}---\n\n${body}`;
}

function simplify(tree: Root): void {
	visit(tree as Nodes, (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const children = parent.children as RootContent[];
		if (/^mdx(jsEsm|FlowExpression|TextExpression)$/.test(node.type)) {
			children.splice(index, 1);
			return [SKIP, index];
		}
		if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
		children.splice(index, 1, ...(plainOf(node) as RootContent[]));
		return index;
	});
}

function plainOf(node: Jsx): (BlockContent | PhrasingContent)[] {
	const values = Object.fromEntries(
		node.attributes.flatMap((one) =>
			one.type === 'mdxJsxAttribute' && typeof one.value !== 'object'
				? [[one.name, one.value ?? '']]
				: [],
		),
	) as Record<string, string>;
	const name = node.name ?? '';
	const inside = node.children as (BlockContent | PhrasingContent)[];
	if (!/^\p{Lu}/u.test(name)) return inTags(name, values, inside);
	const { title, caption, credit, cite, author, handle, url, date, src } = values;
	const line = (markdown: string): BlockContent[] =>
		inline.parse(markdown).children as BlockContent[];
	const by = [author, handle && `(${handle})`, url ? `[${date ?? url}](${url})` : date];
	return [
		...(src ? line(`[${title ?? src}](${src})`) : title ? line(`**${title}**`) : []),
		...(/^(PullQuote|Quote)$/.test(name) && inside.length > 0
			? [{ type: 'blockquote' as const, children: inside as BlockContent[] }]
			: inside),
		...(author ? line(`— ${by.filter(Boolean).join(' ')}`) : []),
		...(cite ? line(`— ${cite}`) : []),
		...(caption || credit ? line([caption, credit].filter(Boolean).join(' ')) : []),
	];
}

/** A tag of HTML around Markdown; around blocks, blank lines let it stay Markdown. */
function inTags(
	name: string,
	values: Readonly<Record<string, string>>,
	inside: (BlockContent | PhrasingContent)[],
): (BlockContent | PhrasingContent)[] {
	if (name === '') return inside;
	const attributes = Object.entries(values).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
	const html = (value: string) => ({ type: 'html' as const, value });
	const start = `<${name}${attributes.join('')}`;
	return inside.length === 0 && /^(br|hr|img|wbr)$/.test(name)
		? [html(`${start}>`)]
		: [html(`${start}>`), ...inside, html(`</${name}>`)];
}
