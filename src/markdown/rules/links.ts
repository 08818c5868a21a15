import { finding, type Finding } from '../../model/checks/problems.ts';
import { nearest } from '../../model/text/text.ts';
import { nodesOf } from '../parse/nodes.ts';
import { matches, type Prose } from '../parse/prose.ts';
import { imagesOf } from '../parse/links.ts';

/** Finds remote images, images without a description, and broken image syntax. */
export function images(prose: Prose): Finding[] {
	const { file, tree } = prose;
	const findings = imagesOf(tree).flatMap(({ url, alt, at }) => {
		if (/^([a-z]+:)?\/\//i.test(url)) return [finding('remote-image', file, at, url)];
		return alt.trim() === '' ? [finding('image-without-description', file, at, url)] : [];
	});
	for (const node of nodesOf(tree, 'text'))
		for (const { groups, at } of matches(
			prose,
			node,
			/(?<!\\)!\[[^\]\n]{0,500}\]\([^()<>\n]{0,300}[ \t][^()<>\n]{0,300}\)/g,
		))
			findings.push(finding('broken-image', file, at, groups[0]!));
	return findings;
}

/** Finds links such as `[a][b]` without a definition. The parser leaves them in text nodes. */
export function definitions(prose: Prose): Finding[] {
	const { file, tree } = prose;
	const names = nodesOf(tree, 'definition').map(({ label, identifier }) => label ?? identifier);
	const findings: Finding[] = [];
	for (const node of nodesOf(tree, 'text'))
		for (const { groups, at } of matches(prose, node, /(?<![\\\]\w])\[[^\][^]+\]\[([^\][^]+)\]/g)) {
			const [, name = ''] = groups;
			findings.push(finding('undefined-reference', file, at, name, nearest(name, names)));
		}
	return findings;
}
