import type { ElementContent, Root } from 'hast';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { tidy } from './tidy.ts';

const printer = unified()
	.use(rehypeRemark)
	.use(remarkStringify, { emphasis: '*', resourceLink: true } as never)
	.freeze();

/** What captions can have. Of all else, the words stay. */
const kept = /^(a|em|i|strong|b|code)$/;

/** Returns what is in a caption as a line of inline Markdown. */
export function captionOf(children: readonly ElementContent[]): string {
	const tree: Root = {
		type: 'root',
		children: [
			{ type: 'element', tagName: 'p', properties: {}, children: children.flatMap(simplified) },
		],
	};
	tidy(tree);
	const line = printer.stringify(printer.runSync(tree) as never);
	return line.replace(/[ \t\r\n]+/g, ' ').trim();
}

function simplified(node: ElementContent): ElementContent[] {
	if (node.type !== 'element') return node.type === 'text' ? [node] : [];
	if (node.tagName === 'br') return [{ type: 'text', value: ' ' }];
	const children = node.children.flatMap(simplified);
	const isKept = kept.test(node.tagName) && (node.tagName !== 'a' || node.properties['href']);
	return isKept ? [{ ...node, children }] : [...children, { type: 'text', value: ' ' }];
}
