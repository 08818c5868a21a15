import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { hasClass, text } from './elements.ts';

/**
 * Takes away what editors and Word leave in texts: paragraphs of blanks, pictures in the place of emoji,
 * bold in headings. Headings begin at the second level, because the first is the title’s, and skip none.
 */
export function clean(tree: Root): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		if (node.tagName === 'img' && hasClass(node, /^(emoji|wp-smiley)$/)) {
			parent.children[index] = text(String(node.properties['alt'] ?? ''));
			return SKIP;
		}
		if (node.tagName === 'p' && isBlank(node)) {
			parent.children.splice(index, 1);
			return [SKIP, index];
		}
		return undefined;
	});
	headings(tree);
}

/** Whether an element shows nothing: neither words nor a picture, a player or a comment. */
function isBlank(node: Element): boolean {
	if (toString(node).replaceAll('\u00A0', ' ').trim() !== '') return false;
	let isEmpty = true;
	visit(node, 'element', (child) => {
		const { tagName, properties } = child;
		if (child !== node && (/^(?!(br|span|strong|em|b|i|font)$)/.test(tagName) || properties['id']))
			isEmpty = false;
	});
	return isEmpty;
}

function headings(tree: Root): void {
	let last = 1;
	visit(tree, 'element', (node) => {
		const [, level] = /^h([1-6])$/.exec(node.tagName) ?? [];
		if (level === undefined) return;
		last = Math.min(last + 1, Math.max(2, Number(level)));
		node.tagName = `h${last}`;
		unwrapBold(node);
	});
}

/** A heading that is bold as a whole is no bolder. */
function unwrapBold(heading: Element): void {
	const [child, ...others] = heading.children.filter(
		(one) => one.type !== 'text' || one.value.trim() !== '',
	);
	if (child?.type !== 'element' || others.length > 0 || !/^(strong|b)$/.test(child.tagName)) return;
	heading.children = child.children;
	unwrapBold(heading);
}
