import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { LabelsFor } from './labels.ts';

/** Gives the notes a visible heading, in the language of the text. */
export function footnotes(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { notes, back } = labelsFor(file);
		const seen = new Set<string>();
		visit(tree, 'element', (node) => {
			if (node.properties['id'] === 'footnote-label') {
				node.properties = { id: 'footnote-label' };
				node.children = [{ type: 'text', value: notes }];
			}
			// What leads to a note for the first time is where the note stands on wide screens.
			if (node.properties['dataFootnoteRef'] !== undefined) {
				const [label] = node.children;
				const note = label?.type === 'text' ? label.value : '';
				if (!seen.has(note)) node.properties['dataNote'] = note;
				seen.add(note);
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
