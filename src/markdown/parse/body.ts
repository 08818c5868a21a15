import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFileMessage } from 'vfile-message';
import type { Finding } from '../../model/checks/problems.ts';
import type { Text } from '../../model/text/rendered.ts';
import { excerpt, excerptLength, frequent, wordsIn } from '../../model/text/text.ts';
import { isInline, isJsx } from './jsx.ts';
import { nodesOf } from './nodes.ts';
import { errorsIn } from './recovery.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** Returns the syntax tree of a text, or what is wrong with it if it is not valid MDX. */
export function parseBody(file: string, body: string): Root | Finding[] {
	const parse = (text: string) => parser.parse(text);
	try {
		return parse(body);
	} catch (error) {
		if (!(error instanceof VFileMessage)) throw error;
		return errorsIn(file, body, parse);
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
		if (/\p{Script=Mongolian}/u.test(text)) faces.add('mongolian');
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

/** The first paragraphs without markup, cut to the length of an excerpt; dots stand for what is between. */
function opening(tree: Root): string {
	let text = '';
	let isGap = false;
	for (const node of tree.children) {
		if (text.length > excerptLength) break;
		const words = node.type === 'paragraph' ? plain(node).trim() : '';
		if (words !== '') text += `${isGap && text !== '' ? '… ' : ''}${words} `;
		if (words !== '') isGap = false;
		else if (!/^mdx(Flow|Text|js)|^definition$|^footnoteDefinition$/.test(node.type)) isGap = true;
	}
	return excerpt(text);
}

/** The plain text of a node. A line break is a space; expressions and comments are left out. */
function plain(node: Nodes): string {
	if (node.type === 'break') return ' ';
	if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
	if ('children' in node) {
		const words = node.children.map(plain).join('');
		return isJsx(node) && !isInline(node) ? ` ${words} ` : words;
	}
	return toString(node, { includeImageAlt: false });
}
