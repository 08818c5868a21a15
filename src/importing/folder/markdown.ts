import type { Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Definition, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { element } from '../markup/elements.ts';
import { parseHtml } from '../markup/mdx.ts';

/*
 * Markdown is read as Markdown, not as MDX, in which braces and angle brackets are code. HTML in it is
 * parsed with it, so that a tag may stand around Markdown.
 */

const note: NonNullable<NonNullable<Options['handlers']>['text']> = (
	_,
	node: { identifier: string },
) => element('note-reference', { dataNote: node.identifier });

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const toTree = unified()
	.use(remarkRehype, {
		allowDangerousHtml: true,
		handlers: { footnoteReference: note, footnoteDefinition: () => undefined },
	})
	.freeze();

/** Returns the tree of a text in Markdown, with its notes at the end. */
export function treeOfMarkdown(markdown: string): HtmlRoot {
	const source = parser.parse(markdown);
	const html = htmlOf(source);
	const notes: string[] = [];
	const definitions: Definition[] = [];
	visit(source, 'definition', (node) => void definitions.push(node));
	visit(source, 'footnoteDefinition', ({ identifier, children }) => {
		notes.push(
			`<note-text data-note="${identifier}">${htmlOf({ type: 'root', children: [...children, ...definitions] })}</note-text>`,
		);
	});
	return parseHtml(html + notes.join(''));
}

function htmlOf(tree: Root): string {
	return toHtml(toTree.runSync(tree) as HtmlRoot, { allowDangerousHtml: true });
}
