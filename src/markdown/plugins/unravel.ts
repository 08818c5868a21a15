import type { Paragraph, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Unwraps paragraphs that contain only tags, as MDX does when it compiles a text: `<Audio … />` on
 * a line of its own is not a paragraph. Other spaces than plain ones are words. Removes comments.
 */
export function unravel(tree: Root): void {
	visit(tree, (node, index, parent) => {
		if (index === undefined || !parent) return undefined;
		if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
			parent.children.splice(index, 1);
			return index;
		}
		if (node.type !== 'paragraph' || !isOfTags(node)) return undefined;
		const tags = node.children.filter((child) => child.type === 'mdxJsxTextElement');
		const blocks = tags.map((tag) => ({ ...tag, type: 'mdxJsxFlowElement' }));
		parent.children.splice(index, 1, ...(blocks as RootContent[]));
		return index;
	});
}

function isOfTags({ children }: Paragraph): boolean {
	return (
		children.some(({ type }) => /^mdx/.test(type)) &&
		children.every(
			(child) =>
				/^mdx/.test(child.type) || (child.type === 'text' && !/[^\t\r\n ]/.test(child.value)),
		)
	);
}
