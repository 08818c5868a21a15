import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { LabelsFor } from './labels.ts';

/** Gives the notes a visible heading, in the language of the text. */
export function footnotes(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { notes, back } = labelsFor(file);
		visit(tree, 'element', (node) => {
			if (node.properties['id'] === 'footnote-label') {
				node.properties = { id: 'footnote-label' };
				node.children = [{ type: 'text', value: notes }];
			}
			if (node.properties['dataFootnoteBackref'] !== undefined)
				node.properties['ariaLabel'] = `${back} ${number(node)}`;
		});
	};
}

/** remark-rehype names the way back “Back to reference 2” or, from the second one on, “2-3”. */
function number(backref: Element): string {
	return String(backref.properties['ariaLabel']).replace(/^\D*/, '');
}
