import type { Root } from 'hast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import { inlineBelow } from '../../model/text/inline.ts';

const isCaption = (name: string) => name === 'caption' || name === 'credit';
const named = /^(href|src|poster)$/;

/**
 * Adds the path of the site to links that start with a slash. With the base `/journal/`,
 * `/2019/slug/` becomes `/journal/2019/slug/`.
 */
export function below(base: string) {
	const prefix = base.replace(/\/$/, '');
	const move = (address: unknown) =>
		typeof address === 'string' && /^\/(?!\/)/.test(address) ? prefix + address : address;

	return () => (tree: Root) => {
		if (!prefix) return;
		visit(tree, 'element', ({ properties }) => {
			for (const name of Object.keys(properties))
				if (named.test(name)) properties[name] = move(properties[name]) as string;
		});
		visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
			const { attributes } = node as unknown as { attributes: MdxJsxAttribute[] };
			for (const attribute of attributes)
				if (attribute.type !== 'mdxJsxAttribute') continue;
				else if (named.test(attribute.name)) attribute.value = move(attribute.value) as string;
				else if (isCaption(attribute.name) && typeof attribute.value === 'string')
					attribute.value = inlineBelow(attribute.value, prefix);
		});
	};
}
