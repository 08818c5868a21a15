import { toString } from 'mdast-util-to-string';
import { finding, type Finding } from '../../model/checks/problems.ts';
import { slug } from '../../model/text/text.ts';
import { nodesOf } from '../parse/nodes.ts';
import { matches, placeOf, type Prose } from '../parse/prose.ts';

/** Checks the headings. The title of the post has level 1, so the text starts at level 2. */
export function headings(prose: Prose): Finding[] {
	const { file, tree, frontmatter } = prose;
	const findings: Finding[] = [];
	/** The parent headings, one per level, each with the slugs of its direct subheadings. */
	const above: { depth: number; below: Set<string> }[] = [{ depth: 1, below: new Set() }];
	for (const node of nodesOf(tree, 'heading')) {
		const at = placeOf(node);
		const text = toString(node).trim();
		if (text === '') findings.push(finding('empty-heading', file, at));
		if (node.depth === 1) {
			const isTitle = slug(text) === slug(String(frontmatter['title'] ?? ''));
			findings.push(finding('heading-level-one', file, at, isTitle));
			continue;
		}
		while (above.at(-1)!.depth >= node.depth) above.pop();
		const parent = above.at(-1)!;
		// Told of the first of several below one heading.
		if (node.depth > parent.depth + 1 && parent.below.size === 0)
			findings.push(finding('heading-skip', file, at, parent.depth, node.depth));
		// Of a heading without words, the signs count.
		const name = slug(text) || text;
		if (text !== '' && parent.below.has(name))
			findings.push(finding('duplicate-heading', file, at, text));
		parent.below.add(name);
		above.push({ depth: node.depth, below: new Set() });
	}
	for (const node of nodesOf(tree, 'paragraph'))
		for (const { groups, at } of matches(prose, node, /^(#{2,6})(?!#)([^\S \t\n])?(?=\S)/gm)) {
			const [whole = '', marks = ''] = groups;
			findings.push({
				...finding('heading-without-space', file, at, marks),
				repair: { length: whole.length, text: `${marks} ` },
			});
		}
	return findings;
}
