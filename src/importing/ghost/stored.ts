import { escapeHtml } from '../../model/text/html.ts';
import { htmlOfCard, type Card } from './cards.ts';

/* The texts of Ghost, which are trees in JSON, as HTML. */

interface LexicalNode extends Card {
	readonly type: string;
	readonly children?: readonly LexicalNode[];
	readonly text?: string;
	/** The sum of the signs of {@link formats}. */
	readonly format?: number | string;
	readonly tag?: string;
	readonly url?: string;
}

/** https://github.com/facebook/lexical/blob/main/packages/lexical/src/LexicalConstants.ts */
const formats = ['strong', 'em', 's', 'u', 'code', 'sub', 'sup', 'mark'] as const;

/** Returns a text in the format `lexical`. */
export function htmlOfLexical(json: string): string {
	const { root } = JSON.parse(json) as { root: LexicalNode };
	return inside(root);
}

function inside({ children = [] }: LexicalNode): string {
	return children.map(htmlOfNode).join('');
}

function htmlOfNode(node: LexicalNode): string {
	const type = node.type.replace(/^extended-/, '');
	switch (type) {
		case 'text': {
			const bits = typeof node.format === 'number' ? node.format : 0;
			return formats
				.filter((_, bit) => bits & (1 << bit))
				.reduce((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(node.text ?? ''));
		}
		case 'linebreak':
			return '<br>';
		case 'tab':
			return ' ';
		case 'paragraph':
			return `<p>${inside(node)}</p>`;
		case 'heading':
			return `<${node.tag ?? 'h2'}>${inside(node)}</${node.tag ?? 'h2'}>`;
		case 'list':
			return `<${node.tag ?? 'ul'}>${inside(node)}</${node.tag ?? 'ul'}>`;
		case 'listitem':
			return `<li>${inside(node)}</li>`;
		case 'quote':
			return `<blockquote><p>${inside(node)}</p></blockquote>`;
		case 'aside':
			return `<figure class="wp-block-pullquote"><blockquote><p>${inside(node)}</p></blockquote></figure>`;
		case 'link':
		case 'autolink':
			return `<a href="${escapeHtml(node.url ?? '')}">${inside(node)}</a>`;
		default:
			return node.children ? inside(node) : htmlOfCard(type, node);
	}
}

type Marker = readonly [
	type: number,
	opened: readonly number[],
	closed: number,
	text: string | number,
];

interface Mobiledoc {
	readonly markups: readonly (readonly [tag: string, attributes?: readonly string[]])[];
	readonly atoms: readonly (readonly [name: string, text: string, payload: Card])[];
	readonly cards: readonly (readonly [name: string, payload: Card])[];
	readonly sections: readonly (readonly [type: number, ...rest: unknown[]])[];
}

/**
 * Returns a text in the format `mobiledoc`:
 * https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
 */
export function htmlOfMobiledoc(json: string): string {
	const { markups, atoms = [], cards, sections } = JSON.parse(json) as Mobiledoc;
	const line = (markers: readonly Marker[]): string => {
		const open: string[] = [];
		return markers
			.map(([type, opened, closed, content]) => {
				const tags = opened.map((index) => {
					const [tag = 'span', attributes = []] = markups[index] ?? [];
					open.push(tag);
					const href = attributes[attributes.indexOf('href') + 1];
					return tag === 'a' ? `<a href="${escapeHtml(href ?? '')}">` : `<${tag}>`;
				});
				const atom = type === 1 ? atoms[Number(content)] : undefined;
				const text = atom
					? atom[0] === 'soft-return'
						? '<br>'
						: escapeHtml(atom[1])
					: escapeHtml(String(content));
				const ends = Array.from({ length: closed }, () => `</${open.pop() ?? 'span'}>`);
				return tags.join('') + text + ends.join('');
			})
			.join('');
	};
	return sections
		.map(([type, one, other]) => {
			if (type === 1) return `<${String(one)}>${line(other as Marker[])}</${String(one)}>`;
			if (type === 2) return `<p><img src="${escapeHtml(String(one))}"></p>`;
			if (type === 3) {
				const items = (other as Marker[][]).map((item) => `<li>${line(item)}</li>`);
				return `<${String(one)}>${items.join('')}</${String(one)}>`;
			}
			const [name, payload] = cards[Number(one)] ?? ['', {}];
			return htmlOfCard(name, payload);
		})
		.join('');
}
