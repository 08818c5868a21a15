import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { createHeadingIds } from '../markdown/parse/headingids.ts';
import { inlineBelow, inlineHtml } from '../model/text/inline.ts';
import { toString } from 'mdast-util-to-string';
import { escapeHtml } from '../model/text/html.ts';

/** A text as HTML that other systems show. */
export interface ExportedHtml {
	readonly html: string;
	/** Its notes, in their order, as WordPress keeps them. */
	readonly notes: readonly { readonly id: string; readonly content: string }[];
	/** Whether it has code, which no other system can run. */
	readonly hasCode: boolean;
}

/** Where what a text shows and links to is found from outside. */
export interface Outside {
	/** The whole address of a link. */
	link(url: string): string;
	/** The whole address of an image, and its number if it has one. */
	image(url: string, alt: string): { readonly url: string; readonly id?: number | undefined };
}

type Handle = NonNullable<NonNullable<Options['handlers']>['text']>;

/** Returns a text in MDX as HTML. A component is the HTML that shows the same, marked with its name. */
export function htmlOf(tree: Root, outside: Outside): ExportedHtml {
	let hasCode = false;
	const order: string[] = [];
	const inlineCode: Handle = (_, { value }: { value: string }) =>
		tag('code', {}, [{ type: 'text', value: value.trim() }]);
	const code: Handle = (_, node: { value: string }) => {
		if (!/^\s*(\/\*[^]*\*\/\s*)*$/.test(node.value)) hasCode = true;
		return undefined;
	};
	const note: Handle = (_, { identifier }: { identifier: string }) => {
		if (!order.includes(identifier)) order.push(identifier);
		const number = String(order.indexOf(identifier) + 1);
		const id = `note-${number}`;
		return tag('sup', { dataFn: id, className: ['fn'] }, [
			tag('a', { href: `#${id}`, id: `${id}-link` }, [{ type: 'text', value: number }]),
		]);
	};
	const jsx: Handle = (state, node: MdxJsxFlowElement | MdxJsxTextElement) => {
		const values: Record<string, string> = {};
		for (const one of node.attributes)
			if (one.type === 'mdxJsxAttribute' && (typeof one.value === 'string' || !one.value))
				values[one.name] = one.value ?? '';
			else hasCode = true;
		const children = state.all(node as never) as ElementContent[];
		const name = node.name ?? '';
		if (name === '') return children;
		return /^\p{Lu}/u.test(name)
			? componentOf(name, values, children, outside)
			: tag(name, values, children);
	};
	const toTree = unified().use(remarkRehype, {
		handlers: {
			inlineCode,
			footnoteReference: note,
			footnoteDefinition: () => undefined,
			mdxJsxFlowElement: jsx,
			mdxJsxTextElement: jsx,
			mdxFlowExpression: code,
			mdxTextExpression: code,
			mdxjsEsm: () => {
				hasCode = true;
				return undefined;
			},
		} as Options['handlers'],
	});
	const idOf = createHeadingIds();
	const toRoot = (part: Root) => {
		const root = toTree.runSync(part) as HtmlRoot;
		lead(root, outside, idOf);
		return root;
	};
	const print = (root: HtmlRoot) => toHtml(root, { allowDangerousHtml: true });
	const plain = structuredClone(tree);
	unravel(plain);
	const html = toRoot(plain)
		.children.flatMap((node) => blockOf(node, print))
		.join('\n\n');
	const definitions = new Map<string, FootnoteDefinition>();
	visit(tree as Nodes, 'footnoteDefinition', (node) => void definitions.set(node.identifier, node));
	const notes: { id: string; content: string }[] = [];
	// Notes may refer to further notes.
	for (let index = 0; index < order.length; index++) {
		const children = definitions.get(order[index]!)?.children ?? [];
		notes.push({ id: `note-${index + 1}`, content: print(toRoot({ type: 'root', children })) });
	}
	return { html, notes, hasCode };
}

/** Takes tags out of the paragraphs that MDX makes of lines with nothing else, as rows of tables are. */
function unravel(tree: Root): void {
	visit(tree as Nodes, 'paragraph', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const isBlank = (child: Nodes) => child.type === 'text' && child.value.trim() === '';
		const tags = node.children.filter((child) => !isBlank(child));
		const isOnlyTags = tags.every(({ type }) => /^mdx(JsxTextElement|TextExpression)$/.test(type));
		if (!isOnlyTags || tags.length === 0) return undefined;
		parent.children.splice(index, 1, ...(tags as never[]));
		return index;
	});
}

/**
 * A part of a text as a block of WordPress: without blocks, it would make paragraphs of line ends. The
 * block for HTML takes anything: https://developer.wordpress.org/block-editor/reference-guides/core-blocks/
 */
function blockOf(node: HtmlRoot['children'][number], print: (root: HtmlRoot) => string): string[] {
	if (node.type === 'text' && node.value.trim() === '') return [];
	const html = print({ type: 'root', children: [node] });
	const name = node.type === 'element' ? node.tagName : '';
	const [, level] = /^h([1-6])$/.exec(name) ?? [];
	const block = name === 'p' ? 'paragraph' : level ? `heading {"level":${level}}` : 'html';
	return [`<!-- wp:${block} -->\n${html}\n<!-- /wp:${block.split(' ')[0]} -->`];
}

function tag(
	tagName: string,
	properties: Element['properties'],
	children: ElementContent[],
): Element {
	return { type: 'element', tagName, properties, children };
}

/** The elements that show what is in the attributes of a component, for those who do not know it. */
function componentOf(
	name: string,
	values: Readonly<Record<string, string>>,
	children: ElementContent[],
	outside: Outside,
): Element {
	const line = (html: string, tagName = 'p') =>
		tag(tagName, { dataShown: 'true' }, [{ type: 'raw', value: html } as never]);
	const base = outside.link('/').replace(/\/$/, '');
	const inlineOf = (text: string) => inlineHtml(inlineBelow(text, base));
	const { caption, credit, title, cite, author, handle, url, date, src } = values;
	if (name === 'Figure' || name === 'Gallery') {
		const own = [
			caption && inlineOf(caption),
			credit && `<cite class="credit">${inlineOf(credit)}</cite>`,
		];
		const said = own.filter(Boolean).join(' ');
		const className = name === 'Figure' ? ['wp-block-image'] : ['wp-block-gallery'];
		const figcaption = tag('figcaption', { className: ['blocks-gallery-caption'] }, [
			{ type: 'raw', value: said } as never,
		]);
		return tag('figure', { className }, [...children, ...(said ? [figcaption] : [])]);
	}
	const given = { ...values, ...(src && { src: outside.link(src) }) };
	const marks = { dataComponent: name, dataValues: JSON.stringify(given) };
	const link = (address: string, words: string) =>
		`<a href="${escapeHtml(outside.link(address))}">${escapeHtml(words)}</a>`;
	const shown = [
		...(src
			? [line(link(src, title ?? src))]
			: title
				? [line(`<strong>${escapeHtml(title)}</strong>`)]
				: []),
		...children,
		...(cite ? [line(`<cite>${escapeHtml(cite)}</cite>`)] : []),
		...(author
			? [
					line(
						`— ${escapeHtml([author, handle && `(${handle})`].filter(Boolean).join(' '))} ${url ? link(url, date ?? url) : escapeHtml(date ?? '')}`,
					),
				]
			: []),
		...(credit ? [line(inlineOf(credit))] : []),
	];
	const outer = /^(PullQuote|Quote)$/.test(name) ? 'blockquote' : 'div';
	return tag(outer, marks, shown);
}

/** Gives links and images their whole addresses, and headings the ids that links of this site use. */
function lead(root: HtmlRoot, outside: Outside, idOf: (words: string) => string): void {
	visit(root, (node) => {
		if (node.type === 'element' && node.tagName === 'pre') return SKIP;
		// Line ends within a line mean a space, and between the parts of a table nothing.
		if (node.type === 'text')
			node.value = node.value.replace(/[ \t]*\n\s*/g, node.value.trim() === '' ? '\n' : ' ');
		if (node.type !== 'element') return undefined;
		if (/^(table|thead|tbody|tfoot|tr)$/.test(node.tagName))
			node.children = node.children.filter(
				(child) => child.type !== 'text' || child.value.trim() !== '',
			);
		if (/^(p|figure)$/.test(node.tagName))
			for (const child of node.children)
				if (child.type === 'text') child.value = child.value.replace(/\n/g, ' ');
		const { properties } = node;
		if (node.tagName === 'a' && typeof properties['href'] === 'string')
			properties['href'] = outside.link(properties['href']);
		if (node.tagName === 'img' && typeof properties['src'] === 'string') {
			const { url, id } = outside.image(properties['src'], String(properties['alt'] ?? ''));
			properties['src'] = url;
			if (id !== undefined) properties['className'] = [`wp-image-${id}`];
		}
		if (/^h[1-6]$/.test(node.tagName)) properties['id'] ??= idOf(toString(node));
		return undefined;
	});
}
