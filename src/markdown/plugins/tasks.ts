import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { LabelsFor } from './labels.ts';

/** Labels the checkboxes of task lists. */
export function tasks(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { done, open } = labelsFor(file);
		visit(tree, 'element', ({ tagName, properties }) => {
			if (tagName === 'input' && properties['type'] === 'checkbox')
				properties['ariaLabel'] = properties['checked'] ? done : open;
		});
	};
}
