import type { Root } from 'hast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { LabelsFor } from './labels.ts';

/** Components that add words of their own. */
const speaking = new Set(['Audio', 'Correction', 'Quote', 'Video']);

/** Gives these components the language of their text, and that of their words if it is another. */
export function componentLanguage(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { language, lang } = labelsFor(file);
		visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
			const { name, attributes } = node as unknown as {
				name: string;
				attributes: MdxJsxAttribute[];
			};
			if (!speaking.has(name)) return;
			attributes.push({ type: 'mdxJsxAttribute', name: 'language', value: language });
			if (lang) attributes.push({ type: 'mdxJsxAttribute', name: 'words', value: lang });
		});
	};
}
