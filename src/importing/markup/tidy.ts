import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { elementsOf, isBlock } from './elements.ts';
import { keepTables } from './tables.ts';

/*
 * Markdown has no signs for all that HTML can hold: emphasis that begins with a space, a link without
 * words, a paragraph in a heading. These steps change such HTML so that it has, and keep every word.
 */

/** Brings a tree into a form that Markdown can have. Words, links, images and their order stay. */
export function tidy(tree: Root): void {
	drop(tree);
	keepTables(tree);
	const whole: Element = {
		type: 'element',
		tagName: 'div',
		properties: {},
		children: tree.children as ElementContent[],
	};
	tidyElement(whole);
	tree.children = whole.children;
}

/** What readers never see, and tags that only dress. */
function drop(tree: Root): void {
	visit(tree, (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		if (node.type === 'comment' || node.type === 'doctype') {
			parent.children.splice(index, 1);
			return index;
		}
		if (node.type !== 'element') return undefined;
		if (/^(script|style|meta|link|title|template|base|noscript)$/.test(node.tagName)) {
			parent.children.splice(index, 1);
			return [SKIP, index];
		}
		const isPlain = node.properties['lang'] === undefined && node.properties['dir'] === undefined;
		if (
			/^(font|span|nobr|big|blink|marquee|bdi|data|time|label|[a-z]\w*:\w+)$/.test(node.tagName) &&
			isPlain
		) {
			parent.children.splice(index, 1, ...node.children);
			return [SKIP, index];
		}
		if (node.tagName === 'center') node.tagName = 'div';
		return undefined;
	});
}

const emphasis = /^(em|i|strong|b|del|s|strike)$/;
/** Elements whose edges cannot be a break or white space in MDX. */
const edged =
	/^(a|abbr|b|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|u|var)$/;
const kinds: Readonly<Record<string, string>> = { i: 'em', b: 'strong', s: 'del', strike: 'del' };
function tidyElement(node: Element, around: readonly string[] = []): void {
	if (node.tagName === 'pre') return;
	if (node.tagName === 'code' && isCode(node)) node.children = inLines(node.children);
	const name = kinds[node.tagName] ?? node.tagName;
	if (emphasis.test(node.tagName)) node.tagName = name;
	// `~` beside the signs for deleted text would count as one of them.
	if (name === 'del' && /^\s*~|~\s*$/.test(toString(node))) node.tagName = 'html-s';
	if (/^(h[1-6]|t[hd]|html-caption|summary|dt)$/.test(name)) node.children = inline(node.children);
	if (/^h[1-6]$/.test(name)) node.children = withoutBreaks(node.children);
	for (const child of node.children)
		if (child.type === 'element') tidyElement(child, [...around, name]);
	node.children = node.children.flatMap((child) => lifted(child, [...around, name]));
	node.children = joined(node.children);
	if (isBlock(node)) node.children = withoutEdges(node.children);
	markBreaks(node);
}

/** Whether an element of code has text, and text alone. */
function isCode(code: Element): boolean {
	return toString(code).trim() !== '' && !elementsOf(code).some(({ tagName }) => tagName === 'img');
}

/** The text of code, and its breaks. */
function inLines(children: readonly ElementContent[]): ElementContent[] {
	return joined(
		children.flatMap((child) => {
			if (child.type === 'text' || isBreak(child)) return [child];
			return child.type === 'element' ? inLines(child.children) : [];
		}),
	);
}

/** Takes a child apart: what stands at the edges of emphasis goes before or after it. */
function lifted(child: ElementContent, around: readonly string[]): ElementContent[] {
	if (child.type !== 'element') return [child];
	const name = child.tagName;
	// Strong within strong is no stronger.
	if (emphasis.test(name) && around.includes(name)) return child.children;
	if (name === 'code') {
		if (around.includes('code') || !isCode(child)) return child.children;
		if (child.children.some(isBreak))
			return child.children.flatMap((part) =>
				isBreak(part) ? [part] : lifted({ ...child, children: [part] }, around),
			);
	}
	if (!edged.test(name)) return [child];
	const inside = [...child.children];
	const [before, after] = [takeEdge(inside, 'start'), takeEdge(inside, 'end')];
	const isKept = inside.length > 0 || (name === 'a' && child.properties['id'] !== undefined);
	return [...before, ...(isKept ? [{ ...child, children: inside }] : []), ...after];
}

/** Takes the breaks and the white space at one edge out of `inside`. Returns them in their order. */
function takeEdge(inside: ElementContent[], side: 'start' | 'end'): ElementContent[] {
	const isStart = side === 'start';
	const taken: ElementContent[] = [];
	for (let node = inside.at(isStart ? 0 : -1); node; node = inside.at(isStart ? 0 : -1)) {
		const value = node.type === 'text' ? node.value : undefined;
		const rest = isStart ? value?.trimStart() : value?.trimEnd();
		if (!isBreak(node) && rest === value) break;
		if (isStart) inside.shift();
		else inside.pop();
		const edge = isStart
			? value?.slice(0, value.length - rest!.length)
			: value?.slice(rest!.length);
		const part = edge === undefined ? [node] : text(edge);
		if (isStart) taken.push(...part);
		else taken.unshift(...part);
		if (!rest) continue;
		if (isStart) inside.unshift(...text(rest));
		else inside.push(...text(rest));
		break;
	}
	return taken;
}

/** Joins neighbours of one kind, and texts. */
function joined(children: readonly ElementContent[]): ElementContent[] {
	const all: ElementContent[] = [];
	for (const child of children) {
		const last = all.at(-1);
		if (last?.type === 'text' && child.type === 'text')
			all[all.length - 1] = { type: 'text', value: last.value + child.value };
		else if (
			last?.type === 'element' &&
			child.type === 'element' &&
			last.tagName === child.tagName &&
			/^(em|strong|del|code)$/.test(child.tagName)
		)
			all[all.length - 1] = { ...last, children: joined([...last.children, ...child.children]) };
		else all.push(child);
	}
	return all;
}

function withoutBreaks(children: readonly ElementContent[]): ElementContent[] {
	return children.map((child) => {
		if (child.type !== 'element') return child;
		if (child.tagName === 'br') return { type: 'text', value: ' ' };
		return { ...child, children: withoutBreaks(child.children) };
	});
}

/** Drops breaks at the edges of each line in a block: where it begins and ends, and beside other blocks. */
function withoutEdges(children: readonly ElementContent[]): ElementContent[] {
	const isNothing = (node: ElementContent) =>
		isBreak(node) || (node.type === 'text' && /^[ \t\n]*$/.test(node.value));
	const isEdge = (node: ElementContent | undefined) => node === undefined || isBlock(node);
	/** Whether nothing but breaks and white space stands between a child and an edge. */
	const isAtEdge = (index: number, step: 1 | -1) => {
		let at = index + step;
		while (children[at] && isNothing(children[at]!)) at += step;
		return isEdge(children[at]);
	};
	return children.filter(
		(child, index) => !isBreak(child) || !(isAtEdge(index, 1) || isAtEdge(index, -1)),
	);
}

/** Marks breaks that no text follows: a tag at the beginning of a line would end the paragraph. */
function markBreaks({ tagName, children }: Element): void {
	for (const [index, child] of children.entries()) {
		const next = children[index + 1];
		const isBefore =
			(next?.type === 'text' && next.value.trim() !== '') ||
			(next?.type === 'element' && /^(em|strong|code|del)$/.test(next.tagName));
		if (isBreak(child) && (!isBefore || /^(dt|summary|html-)/.test(tagName)))
			(child as Element).tagName = 'html-br';
	}
}

/** What a cell or heading holds, in one line. */
function inline(children: readonly ElementContent[]): ElementContent[] {
	const line: ElementContent[] = [];
	for (const child of children) {
		if (child.type !== 'element' || !isBlock(child)) {
			line.push(child.type === 'element' ? { ...child, children: inline(child.children) } : child);
			continue;
		}
		line.push(...text(' '), ...inline(child.children), ...text(' '));
	}
	return line.filter((node) => node.type !== 'text' || node.value !== '');
}

function isBreak(node: ElementContent): boolean {
	return node.type === 'element' && /^(html-)?br$/.test(node.tagName);
}

function text(value: string): ElementContent[] {
	return value ? [{ type: 'text', value }] : [];
}
