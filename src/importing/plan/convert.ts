import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { components } from '../markup/components.ts';
import { elementsOf } from '../markup/elements.ts';
import { clean } from '../markup/clean.ts';
import { figures } from '../markup/figures.ts';
import { countWords, measure, measureMdx, type Measure } from '../markup/measure.ts';
import { media } from '../markup/media.ts';
import { printMdx } from '../markup/mdx.ts';
import { quotations } from '../markup/quotations.ts';
import { images, leftovers, links, type Resolve } from '../markup/rewrite.ts';
import type { Balance } from './balance.ts';

/** What is counted in a text, and why a step may change it. */
type Reasons = Partial<Record<'words' | 'links' | 'images' | 'notes', string>>;

/**
 * Returns a text as MDX. Counts what comes in and goes out, and explains each difference by the step that
 * makes it; `place` says where the text stands. `strip` are patterns of paragraphs to leave out.
 */
export function convert(
	tree: Root,
	{ resolve, strip, title }: { resolve: Resolve; strip: readonly RegExp[]; title: string },
	balance: Balance,
	place: string,
): string {
	let last = measure(tree);
	count(balance.came, last);
	const step = (run: () => void, reasons: Reasons) => {
		run();
		const next = measure(tree);
		const change = (kind: keyof Reasons, by: number) => {
			if (reasons[kind] !== undefined) balance.explain(kind, by, reasons[kind], place);
		};
		change('words', countWords(next.text) - countWords(last.text));
		change('links', next.links - last.links);
		change('images', next.images - last.images);
		change('notes', next.notes - last.notes);
		last = next;
	};
	const tell = (kind: 'images' | 'links', by: number, reason: string) =>
		by === 0
			? balance.remark(`${kind}: ${reason}`, place)
			: balance.explain(kind, by, reason, place);
	if (strip.length > 0)
		step(() => withoutParagraphs(tree, strip), {
			words: 'left out as import.yaml says',
			links: 'left out as import.yaml says',
			images: 'left out as import.yaml says',
			notes: 'left out as import.yaml says',
		});
	step(() => links(tree, resolve, tell), {});
	step(() => images(tree, resolve, tell), {});
	step(() => components(tree, resolve), {
		words: 'what components show is in their attributes',
		links: 'what components show is in their attributes',
	});
	step(() => quotations(tree), {
		words: 'the date of a post of another network is its link',
		links: 'the date of a post of another network is its link',
	});
	step(() => figures(tree), {
		links: 'a link around an image without words',
		words: 'a caption is written in one line',
		images: 'a picture is shown once',
	});
	step(() => media(tree, title, resolve), {
		words: 'films have a title instead of their address',
		links: 'an embedded address became a link, or a film',
		images: 'the picture of a film is left out',
	});
	step(() => leftovers(tree), { links: 'a link within a form or a drawing' });
	step(() => clean(tree), {
		words: 'pictures of signs became signs',
		images: 'pictures of signs became signs',
	});
	for (const { tagName, properties } of elementsOf(tree))
		if (tagName === 'remark' && !/^(image: |led to )/.test(String(properties['dataText'])))
			balance.remark('not understood, and kept as a comment in the text', place);
	last = measure(tree);
	const mdx = printMdx(tree).trim();
	const after = measureMdx(mdx);
	count(balance.went, after);
	const bare = after.bareLinks - last.bareLinks;
	balance.explain('links', bare, 'an address in a text became a link', place);
	if (last.text !== after.text) {
		const [one, other] = firstDifference(last.text, after.text);
		balance.fail(`${place}: “${one}” became “${other}”`);
	}
	return mdx;
}

function count(add: Balance['came'], { text, links, images, notes }: Measure): void {
	add('words', countWords(text));
	add('links', links);
	add('images', images);
	add('notes', notes);
}

function firstDifference(one: string, other: string): [string, string] {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	const from = Math.max(0, at - 20);
	return [one.slice(from, at + 30), other.slice(from, at + 30)];
}

function withoutParagraphs(tree: Root, patterns: readonly RegExp[]): void {
	visit(tree, 'element', (node: Element, index, parent) => {
		if (!parent || index === undefined || !/^(p|div|h[1-6]|li)$/.test(node.tagName))
			return undefined;
		const line = toString(node).replace(/\s+/g, ' ').trim();
		if (line === '' || !patterns.some((pattern) => pattern.test(line))) return undefined;
		parent.children.splice(index, 1);
		return [SKIP, index];
	});
}
