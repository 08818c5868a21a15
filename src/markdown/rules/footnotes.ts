import { finding, type Finding } from '../../model/checks/problems.ts';
import { nearest } from '../../model/text/text.ts';
import { nodesOf } from '../parse/nodes.ts';
import { matches, placeOf, type Prose } from '../parse/prose.ts';

/** Finds duplicate, unused and undefined footnotes. */
export function footnotes(prose: Prose): Finding[] {
	const { file, tree } = prose;
	const definitions = nodesOf(tree, 'footnoteDefinition');
	const used = new Set(nodesOf(tree, 'footnoteReference').map(({ identifier }) => identifier));

	const findings: Finding[] = [];
	const seen = new Set<string>();
	for (const node of definitions) {
		const { identifier, label } = node;
		if (seen.has(identifier))
			findings.push(finding('duplicate-footnote', file, placeOf(node), label ?? identifier));
		else if (!used.has(identifier))
			findings.push(finding('unused-footnote', file, placeOf(node), label ?? identifier));
		seen.add(identifier);
	}

	// The parser leaves a reference without a definition in a text node.
	const names = definitions.map(({ label, identifier }) => label ?? identifier);
	for (const node of nodesOf(tree, 'text'))
		for (const { groups, at } of matches(prose, node, /(?<!\\)\[\^([^\]\s]+)\]/g)) {
			const [, name = ''] = groups;
			findings.push(finding('undefined-footnote', file, at, name, nearest(name, names)));
		}
	return findings;
}
