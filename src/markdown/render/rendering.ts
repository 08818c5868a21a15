import type { Element, Nodes, Parents, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as Text } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Body, ComponentPiece, Piece } from '../../model/text/rendered.ts';
import { decoded } from '../../model/publication/urls.ts';
import { hasCode } from '../parse/code.ts';
import { attributesOf, isJsx, type Jsx } from '../parse/jsx.ts';
import { createPlugins } from '../plugins/plugins.ts';
import { unravel } from '../plugins/unravel.ts';

/** A rendered text. */
export interface Rendered {
	readonly body: Body;
	/** The paths of the images, relative to the file of the text. */
	readonly images: string[];
}

/**
 * Creates a function that renders a syntax tree to the HTML that MDX would give, without compiling
 * it. The function returns `undefined` for a text with imports or code in braces. It changes the
 * tree, so nothing can use the tree afterwards.
 */
export function createRender(base: string, language: string) {
	const { remarkRehypeOptions, rehypePlugins } = createPlugins(base, language);
	const pipeline = unified()
		.use(remarkRehype, {
			...remarkRehypeOptions,
			passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'],
		})
		.use(rehypePlugins)
		.freeze();

	return (tree: Text, path: string, frontmatter: Record<string, unknown>): Rendered | undefined => {
		if (hasCode(tree)) return undefined;
		unravel(tree);
		const file = new VFile({ path, data: { astro: { frontmatter } } });
		const html = pipeline.runSync(tree, file) as Root;
		const images: string[] = [];
		return { body: { pieces: piecesOf(html, images) }, images };
	};
}

export type Render = ReturnType<typeof createRender>;

/** Splits the HTML at components and images. NUL, which no text contains, marks the places. */
function piecesOf(root: Parents, images: string[]): Piece[] {
	const others: Exclude<Piece, string>[] = [];
	visit(root, (node: Nodes, index, parent) => {
		if (index === undefined || !parent) return CONTINUE;
		const replace = (other: Nodes) => void (parent.children[index] = other as Element);
		const part = (other: Exclude<Piece, string>) => {
			replace({ type: 'raw', value: `\0${others.push(other) - 1}\0` });
			return SKIP;
		};
		if (isJsx(node)) {
			if (/^\p{Lu}/u.test(node.name ?? '')) return part(componentOf(node, images));
			replace(elementOf(node));
			return index;
		}
		if (node.type !== 'element' || node.tagName !== 'img') return CONTINUE;
		const { src, alt, title } = node.properties;
		const named = decoded(String(src));
		if (/^(\/|[a-z][a-z\d+.-]*:)/i.test(named)) return CONTINUE;
		const path = named.startsWith('.') ? named : `./${named}`;
		if (!images.includes(path)) images.push(path);
		return part({
			image: images.indexOf(path),
			alt: String(alt ?? ''),
			title: typeof title === 'string' ? title : undefined,
		});
	});
	visit(root, 'element', (element) => {
		if (element.tagName !== 'template') return;
		element.content = { type: 'root', children: element.children };
		element.children = [];
	});
	const html = toHtml(root as Root, { allowDangerousHtml: true });
	return html
		.split(/\0(\d+)\0/)
		.map((part, index) => (index % 2 ? others[Number(part)]! : part))
		.filter((piece) => piece !== '');
}

function componentOf(node: Jsx, images: string[]): ComponentPiece {
	return {
		component: node.name ?? '',
		attributes: written(node),
		children: piecesOf({ type: 'root', children: node.children as Nodes[] as Element[] }, images),
	};
}

/** An HTML element for a tag. A fragment, `<>`, becomes a root node with its children. */
function elementOf(node: Jsx): Nodes {
	const children = node.children as Nodes[] as Element[];
	if (!node.name) return { type: 'root', children };
	return { type: 'element', tagName: node.name, properties: written(node), children };
}

/** The attributes of a tag without code. The value of an attribute without a value is `true`. */
function written(node: Jsx): Record<string, string | true> {
	return Object.fromEntries(
		attributesOf(node).map(({ name, value }) => [name, typeof value === 'string' ? value : true]),
	);
}
