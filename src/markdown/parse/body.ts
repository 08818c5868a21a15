import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import { finding, type Finding, type Position } from '../../model/checks/problems.ts';
import type { Text } from '../../model/text/rendered.ts';
import { excerpt, excerptLength, frequent, wordsIn } from '../../model/text/text.ts';
import { nodesOf } from './nodes.ts';
import { oldHtml } from './oldhtml.ts';
import { positionOf } from './prose.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Returns the syntax tree of a text, or what is wrong with it if it is not valid MDX. */
export function parseBody(file: string, body: string): Root | Finding[] {
	try {
		return parser.parse(body);
	} catch (error) {
		if (!(error instanceof VFileMessage)) throw error;
		const old = oldHtml(file, body);
		return old.length > 0 ? old : [explain(file, body, error)];
	}
}

/** Returns the excerpt, word count, frequent terms, footnote count and font faces of a text. */
export function readText(
	tree: Root,
	language: string,
): Pick<Text, 'excerpt' | 'words' | 'terms' | 'notes' | 'faces'> {
	const all: string[] = [];
	const faces = new Set<Text['faces'][number]>();
	for (const { type } of nodesOf(tree, 'emphasis', 'strong'))
		faces.add(type === 'strong' ? 'bold' : 'italic');
	for (const node of nodesOf(tree, 'paragraph', 'heading', 'tableCell')) {
		const text = plain(node);
		for (const word of wordsIn(text, language)) all.push(word);
		if (/\p{Script=Cyrillic}/u.test(text)) faces.add('cyrillic');
		// The stylesheet sets these headings in italics.
		if (node.type === 'heading' && node.depth > 2) faces.add('italic');
	}
	const notes = nodesOf(tree, 'footnoteReference').map(({ identifier }) => identifier);
	return {
		excerpt: opening(tree),
		words: all.length,
		terms: frequent(all).join(' '),
		notes: new Set(notes).size,
		faces: [...faces].sort(),
	};
}

/** The first paragraphs without markup, cut to the length of an excerpt. */
function opening(tree: Root): string {
	let text = '';
	for (const node of tree.children)
		if (node.type === 'paragraph' && text.length <= excerptLength) text += `${plain(node)} `;
	return excerpt(text);
}

/** The plain text of a node. A line break is a space; expressions and comments are left out. */
function plain(node: Nodes): string {
	if (node.type === 'break') return ' ';
	if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
	if ('children' in node) return node.children.map(plain).join('');
	return toString(node, { includeImageAlt: false });
}

/** Explains a parser error in terms that an editor understands. */
function explain(
	file: string,
	body: string,
	{ reason, ruleId, line, column }: VFileMessage,
): Finding {
	const at: Position = { line: line ?? 1, column: column ?? 1 };
	const [, tag, tagLine, tagColumn] =
		/closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(reason) ?? [];
	if (tag !== undefined)
		return finding('unclosed-tag', file, { line: +tagLine!, column: +tagColumn! }, tag);
	if (/end of file in expression/.test(reason))
		return finding('stray-brace', file, openBrace(body));
	if (ruleId === 'acorn') return finding('stray-brace', file, startOfCode(body, at));

	const [, sign = ''] = /Unexpected character `(.+?)`/.exec(reason) ?? [];
	const before = offsetOf(body, at) - 1;
	const bracket = body.lastIndexOf('<', before);
	const [after = ''] = /^[^\s>]*/.exec(body.slice(bracket + 1)) ?? [];
	const start = positionOf(body, Math.max(bracket, 0));
	if (sign === '!') return finding('html-comment', file, start);
	if (/^(https?:|mailto:|[\w.+-]+@)/.test(after)) return finding('angle-link', file, start, after);
	if (/before name/.test(reason)) return finding('stray-angle-bracket', file, start, after);
	return finding('broken-mdx', file, at, reason.replace(/\.$/, ''));
}

function offsetOf(text: string, { line, column }: Position): number {
	const lines = text.split('\n');
	return lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
}

/** The start of the brace, import or export that contains `at`. */
function startOfCode(body: string, at: Position): Position {
	const before = body.slice(0, offsetOf(body, at));
	const brace = before.lastIndexOf('{');
	const statement = [...before.matchAll(/^(import|export)\b/gm)].at(-1)?.index ?? -1;
	return positionOf(body, Math.max(brace, statement, 0));
}

/** The last unclosed brace. The parser only reports the end of the text. */
function openBrace(body: string): Position {
	const open: number[] = [];
	for (const { 0: brace, index } of body.matchAll(/[{}]/g))
		if (brace === '{') open.push(index);
		else open.pop();
	return positionOf(body, open.at(-1) ?? 0);
}
