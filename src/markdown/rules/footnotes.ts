import { finding, type Finding } from '../../model/checks/problems.ts';
import { nearest } from '../../model/text/text.ts';
import { nodesOf } from '../parse/nodes.ts';
import { matches, placeOf, type Prose } from '../parse/prose.ts';

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

	// A note without a definition is not a note to the parser: it stays in the text as it was typed.
	const names = definitions.map(({ label, identifier }) => label ?? identifier);
	for (const node of nodesOf(tree, 'text'))
		for (const { groups, at } of matches(prose, node, /(?<!\\)\[\^([^\]\s]+)\]/g)) {
			const [, name = ''] = groups;
			findings.push(finding('undefined-footnote', file, at, name, nearest(name, names)));
		}
	return findings;
}
