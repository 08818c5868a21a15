import type { Paragraph, Text } from 'mdast';
import { mediaOf } from '../../model/content/media.ts';
import { finding, type Finding, type Position } from '../../model/checks/problems.ts';
import { nodesOf } from '../parse/nodes.ts';
import { matches, placeOf, type Prose } from '../parse/prose.ts';

/**
 * Finds what Word, Google Docs and web pages leave behind when a text is pasted. Markdown reads it as
 * paragraphs: bullets and numbers of lists, tables between tabs, numbers of notes, addresses of films.
 */
export function pasted(prose: Prose): Finding[] {
	const { file, tree } = prose;
	const findings: Finding[] = [];
	const notes: { readonly number: string; readonly at: Position }[] = [];
	for (const node of nodesOf(tree, 'paragraph')) {
		findings.push(...lists(prose, node), ...tables(prose, node));
		for (const { groups, at } of matches(prose, node, /^\\?\[(\d+)\\?\][ \t]+(?=\S)/gm))
			notes.push({ number: groups[1]!, at });
		const address = film(prose, node);
		if (address) findings.push(finding('pasted-film', file, placeOf(node), address));
	}
	for (const node of nodesOf(tree, 'text')) findings.push(...foreign(prose, node));
	const referred = new Set(
		Array.from(
			prose.body.matchAll(/(?<=[^\s\\[(])\\?\[(\d+)\\?\](?![(:\d])/g),
			([, number]) => number,
		),
	);
	return [
		...findings,
		...notes
			.filter(({ number }) => referred.has(number))
			.map(({ at }) => finding('pasted-note', file, at)),
	];
}

/** Marks of other systems that Markdown shows as they are, each with what to write here. */
const marks: readonly (readonly [RegExp, string])[] = [
	[/^:{3,}[ \t]*[\w{][^\n]*/gm, 'Write <Aside> and </Aside> on lines of their own.'],
	[/^\[\[?_?toc_?\]?\][ \t]*$/gim, 'Delete it: a long text has its contents beside it.'],
	[
		/(?<![\\\w])!?\[\[(?!_?toc)[^[\]\n]+\]\]/gi,
		'Write [words](/2019/slug/) for a link, and ![words](./picture.jpg) for a picture.',
	],
	[
		/(?<![\\\w])\[(?:caption|gallery|embed|audio|video|youtube)\b[^\]\n]*\](?!\()/g,
		'Write <Figure>, <Video> or <Audio>.',
	],
];

function foreign(prose: Prose, node: Text): Finding[] {
	return marks.flatMap(([pattern, instead]) =>
		Array.from(matches(prose, node, pattern), ({ groups, at }) =>
			finding('foreign-markup', prose.file, at, groups[0]!.trim().slice(0, 40), instead),
		),
	);
}

const bullet =
	/^[ \t]*([•·▪▫◦‣⁃●○■□➢✓]|§(?!\s*§?\s*[\divxl])|\d+[.)]\u00A0|[-*+]\u00A0)[ \t\u00A0]*(?=\S)/gm;

/** Finds bullets, also single ones, and lines that count up from one another. */
function lists(prose: Prose, node: Paragraph): Finding[] {
	const found = [...matches(prose, node, bullet)].map(({ groups, at }) => {
		const [whole = '', sign = ''] = groups;
		const mark = /^\d/.test(sign) ? `${sign.trim()} ` : '- ';
		return {
			...finding('pasted-list', prose.file, at, sign.trim(), mark.trim()),
			repair: { length: whole.length, text: mark },
		};
	});
	const numbered = [...matches(prose, node, /^[ \t]*(\d{1,2})[.)][ \t]+(?=\S)/gm)].filter(
		({ groups }, index, all) =>
			[all[index - 1], all[index + 1]].some(
				(other) => other && Math.abs(Number(other.groups[1]) - Number(groups[1])) === 1,
			),
	);
	const [first] = numbered;
	return [
		...found,
		...(first ? [finding('pasted-list', prose.file, first.at, first.groups[0]!.trim(), '1.')] : []),
	];
}

/** Finds lines with as many tabs each, one after another. */
function tables(prose: Prose, node: Paragraph): Finding[] {
	const rows = [...matches(prose, node, /^[^\t\n]*\S\t[^\n]*\S[ \t]*$/gm)].filter(
		({ groups }, index, all) =>
			[all[index - 1], all[index + 1]].some((other) => other && tabs(other) === tabs({ groups })),
	);
	const [first] = rows;
	return first ? [finding('pasted-table', prose.file, first.at)] : [];
}

function tabs({ groups }: { readonly groups: readonly string[] }): number {
	return groups[0]!.trim().split('\t').length;
}

/** The address of a film that is a paragraph of its own. */
function film({ body }: Prose, { position }: Paragraph): string | undefined {
	const { start, end } = position ?? {};
	const text = body.slice(start?.offset, end?.offset).trim();
	return /^https?:\/\/\S+$/.test(text) && mediaOf('Video', text) ? text : undefined;
}
