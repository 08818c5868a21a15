import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';

/** The heading over the notes and the name of the way back, in the languages of the publication. */
const labels: Record<string, { notes: string; back: string }> = {
	de: { notes: 'Anmerkungen', back: 'Zurück zur Textstelle' },
	en: { notes: 'Notes', back: 'Back to the text at note' },
	mn: { notes: 'Тайлбар', back: 'Бичвэр рүү буцах, тайлбар' },
};

/** Gives the notes a visible heading in the language of the text. */
export function footnotes() {
	return (tree: Root, file: VFile) => {
		const language = String(file.data.astro?.frontmatter?.['language'] ?? 'en').split('-')[0]!;
		const { notes, back } = labels[language] ?? labels['en']!;
		visit(tree, 'element', (node: Element) => {
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
