import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element } from '../markup/elements.ts';

/** Makes notes of what mammoth makes of them: a link in <sup>, and a list at the end of the text. */
export function notes(tree: Root): void {
	const numbers = new Map<string, string>();
	/** Notes are numbered as they are first referred to. */
	const numberOf = (name: string) => {
		if (!numbers.has(name)) numbers.set(name, String(numbers.size + 1));
		return numbers.get(name)!;
	};
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const [link] = node.children;
		const name = node.tagName === 'sup' && link?.type === 'element' ? noteIn(link) : undefined;
		if (name !== undefined) {
			parent.children[index] = element('note-reference', { dataNote: numberOf(name) });
			return SKIP;
		}
		const items = node.children.filter((child) => child.type === 'element');
		const isNotes = items.length > 0 && items.every(({ properties }) => noteOf(properties['id']));
		if (node.tagName !== 'ol' || !isNotes) return undefined;
		const texts = items.map(({ properties, children }) =>
			element('note-text', { dataNote: numberOf(noteOf(properties['id'])!) }, children),
		);
		for (const text of texts) removeBackLinks(text);
		parent.children.splice(index, 1, ...texts);
		return index + texts.length;
	});
}

/** The name of the note to which a link leads. */
function noteIn({ tagName, properties }: Element): string | undefined {
	return tagName === 'a' ? noteOf(String(properties['href']).replace(/^#/, '')) : undefined;
}

/** An id, if it is that of a note. */
function noteOf(id: unknown): string | undefined {
	return /^(footnote|endnote)-\d+$/.exec(String(id))?.[0];
}

function removeBackLinks(text: Element): void {
	visit(text, 'element', ({ tagName, properties }, index, parent) => {
		if (tagName !== 'a' || !/^#(foot|end)note-ref-/.test(String(properties['href'])) || !parent)
			return undefined;
		parent.children.splice(index!, 1);
		const before = parent.children[index! - 1];
		if (before?.type === 'text') before.value = before.value.trimEnd();
		return index;
	});
}
