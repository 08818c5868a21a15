import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { labelsFor } from './labels.ts';

/** Names the boxes of a task list, which have no label of their own. */
export function tasks() {
	return (tree: Root, file: VFile) => {
		const { done, open } = labelsFor(file.data.astro?.frontmatter);
		visit(tree, 'element', ({ tagName, properties }) => {
			if (tagName === 'input' && properties['type'] === 'checkbox')
				properties['ariaLabel'] = properties['checked'] ? done : open;
		});
	};
}
