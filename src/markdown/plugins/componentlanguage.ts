import type { Root } from 'hast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { languageOf } from './labels.ts';

/** Components that add words of their own. */
const speaking = new Set(['Audio', 'Correction', 'Quote', 'Video']);

/** Gives these components the language of their text as an attribute. */
export function componentLanguage(language: string) {
	return () => (tree: Root, file: VFile) => {
		visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
			const { name, attributes } = node as unknown as {
				name: string;
				attributes: MdxJsxAttribute[];
			};
			if (!speaking.has(name)) return;
			const value = languageOf(file, language);
			attributes.push({ type: 'mdxJsxAttribute', name: 'language', value });
		});
	};
}
