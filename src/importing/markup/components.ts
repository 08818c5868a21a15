import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { mediaOf } from '../../model/content/media.ts';
import { component, element, paragraph, text } from './elements.ts';
import type { Resolve } from './rewrite.ts';

/** The components of texts, with the attributes that an export may give them. */
const known: Readonly<Record<string, readonly string[]>> = {
	Aside: ['title'],
	Audio: ['src', 'title', 'credit'],
	Correction: ['date'],
	PullQuote: ['cite'],
	Quote: ['author', 'handle', 'url', 'date'],
	Video: ['src', 'title', 'credit'],
};

/** Makes components of what an export of a site like ours marks as such. */
export function components(tree: Root, { file }: Pick<Resolve, 'file'>): void {
	visit(tree, 'element', (node, index, parent) => {
		const name = String(node.properties['dataComponent']);
		const names = Object.hasOwn(known, name) ? known[name] : undefined;
		if (!parent || index === undefined || names === undefined) return undefined;
		const given = valuesOf(node);
		const values = Object.fromEntries(
			names.flatMap((one) => (given[one] === undefined ? [] : [[one, given[one]]])),
		);
		const children = node.children.filter(
			(child) => child.type !== 'element' || child.properties['dataShown'] === undefined,
		);
		const src = values['src'] === undefined ? undefined : (file(values['src']) ?? values['src']);
		const isPlayed = !/^(Audio|Video)$/.test(name) || mediaOf(name as 'Audio' | 'Video', src ?? '');
		parent.children[index] = isPlayed
			? component(name, { ...values, src }, children)
			: paragraph([element('a', { href: src ?? '' }, [text(values['title'] ?? src ?? '')])]);
		return [SKIP, index];
	});
}

function valuesOf({ properties }: Element): Readonly<Record<string, string>> {
	try {
		const values: unknown = JSON.parse(String(properties['dataValues']));
		return Object.fromEntries(
			Object.entries(values as object).filter(([, value]) => typeof value === 'string'),
		) as Record<string, string>;
	} catch {
		return {};
	}
}
