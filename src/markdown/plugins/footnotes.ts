import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { directionOf } from '../../model/text/direction.ts';
import type { LabelsFor } from './labels.ts';

/**
 * Gives footnotes a visible heading and labelled back links, in the language of the text. The arrow of a
 * back link points against the direction of the text.
 */
export function footnotes(labelsFor: LabelsFor) {
	return () => (tree: Root, file: VFile) => {
		const { words, lang, language } = labelsFor(file);
		const isMirrored = directionOf(language) === 'rtl';
		const seen = new Set<string>();
		visit(tree, 'element', (node) => {
			if (node.properties['id'] === 'footnote-label') {
				node.properties = { id: 'footnote-label', ...(lang && { lang }) };
				node.children = [{ type: 'text', value: words.notes }];
			}
			// On wide screens, a footnote stands beside its first reference.
			if (node.properties['dataFootnoteRef'] !== undefined) {
				const [label] = node.children;
				const note = label?.type === 'text' ? label.value : '';
				if (!seen.has(note)) node.properties['dataNote'] = note;
				seen.add(note);
			}
			if (node.properties['dataFootnoteBackref'] !== undefined) {
				node.properties['ariaLabel'] = words.back(number(node));
				if (lang) node.properties['lang'] = lang;
				const [arrow] = node.children;
				if (isMirrored && arrow?.type === 'text') arrow.value = arrow.value.replace('↩', '↪');
			}
		});
	};
}

/**
 * The number of a back link. remark-rehype writes “Back to reference 2”, and “Back to reference
 * 2-3” in the link to the third reference to footnote 2.
 */
function number(backref: Element): string {
	return String(backref.properties['ariaLabel']).replace(/^\D*/, '');
}
