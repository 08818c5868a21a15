import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { parseDate } from '../../model/publication/dates.ts';
import { component, hasClass } from './elements.ts';

/** Makes components of pull quotes and of posts of other networks that are quoted whole. */
export function quotations(tree: Root): void {
	visit(tree, 'element', (node, index, parent) => {
		if (!parent || index === undefined) return undefined;
		const made = hasClass(node, /^wp-block-pullquote$/)
			? pullQuote(node)
			: hasClass(node, /^twitter-tweet$/)
				? tweet(node)
				: undefined;
		if (!made) return undefined;
		parent.children[index] = made;
		return SKIP;
	});
}

function pullQuote(node: Element): Element {
	const quotation = find(node, 'blockquote') ?? node;
	const cite = find(quotation, 'cite');
	const children = quotation.children.filter((child) => child !== cite);
	return component('PullQuote', { cite: cite && toString(cite).trim() }, children);
}

/**
 * The last line of an embedded post has its author, and its date with its address: `— Ann Lee (@ann)
 * March 1, 2020`.
 */
function tweet(node: Element): Element | undefined {
	const [, author, handle, day] =
		/[—–-]\s*([^—–]+?)\s*\(@(\w+)\)\s*(.+?)\s*$/.exec(toString(node)) ?? [];
	if (author === undefined || day === undefined) return undefined;
	let url: string | undefined;
	visit(node, 'element', (link) => {
		if (link.tagName === 'a' && toString(link) === day)
			[url] = String(link.properties['href']).split('?');
	});
	const said = node.children.filter(
		(child): child is Element =>
			child.type === 'element' && child.tagName === 'p' && !toString(child).trim().endsWith(day),
	);
	if (said.length === 0) return undefined;
	return component('Quote', { author, handle: `@${handle}`, url, date: dayOf(day) }, said);
}

/** A day as English pages write it, `March 1, 2020`, in ISO 8601. */
function dayOf(written: string): string | undefined {
	const time = Date.parse(`${written} UTC`);
	const day = Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
	return day !== undefined && parseDate(day) ? day : undefined;
}

function find(node: Element, name: string): Element | undefined {
	const children: readonly ElementContent[] = node.children;
	return children.find(
		(child): child is Element => child.type === 'element' && child.tagName === name,
	);
}
