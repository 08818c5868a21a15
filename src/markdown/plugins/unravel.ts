import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Unwraps paragraphs that contain only tags, as MDX does when it compiles a text: `<Audio … />` on
 * a line of its own is not a paragraph. Removes comments.
 */
export function unravel(tree: Root): void {
	visit(tree, (node, index, parent) => {
		if (index === undefined || !parent) return undefined;
		if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
			parent.children.splice(index, 1);
			return index;
		}
		if (node.type !== 'paragraph' || !isOfTags(node)) return undefined;
		const tags = node.children.filter(({ type }) => type === 'mdxJsxTextElement');
		parent.children.splice(index, 1, ...(tags as PhrasingContent[] as RootContent[]));
		return index;
	});
}

function isOfTags({ children }: Paragraph): boolean {
	return (
		children.some(({ type }) => /^mdx/.test(type)) &&
		children.every(
			(child) => /^mdx/.test(child.type) || (child.type === 'text' && !child.value.trim()),
		)
	);
}
