import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { LabelsFor } from './labels.ts';

/** Labels the checkboxes of task lists. */
export function tasks(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { words, lang } = labelsFor(file);
		visit(tree, 'element', ({ tagName, properties }) => {
			if (tagName !== 'input' || properties['type'] !== 'checkbox') return;
			properties['ariaLabel'] = properties['checked'] ? words.done : words.open;
			if (lang) properties['lang'] = lang;
		});
	};
}
