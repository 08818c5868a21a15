import type { Image, Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement, MdxjsEsm } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { VFileMessage } from 'vfile-message';
import { finding, type Finding, type Position } from '../model/problems.ts';
import type { Text } from '../model/schema.ts';
import { countWords, excerpt, excerptLength, nearest } from '../model/text.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).freeze();

/** The syntax tree of a post's text, or the one thing that keeps it from being MDX. */
export function parseBody(file: string, body: string): Root | Finding {
	try {
		return parser.parse(body);
	} catch (error) {
		if (!(error instanceof VFileMessage)) throw error;
		const at = /end of file in expression/.test(error.reason) ? openBrace(body) : placeOf(error);
		return finding('broken-mdx', file, at, error.reason.replace(/\.$/, ''));
	}
}

/** What the rest of the site needs of a text: its opening, its length and the fonts it takes. */
export function readText(tree: Root, language: string): Text {
	let opening = '';
	let words = 0;
	const faces = new Set<Text['faces'][number]>();
	visit(tree, ['emphasis', 'strong'], ({ type }) => {
		faces.add(type === 'strong' ? 'bold' : 'italic');
	});
	visit(tree, ['paragraph', 'heading', 'tableCell'], (node, _, parent) => {
		const text = plain(node);
		words += countWords(text, language);
		if (/\p{Script=Cyrillic}/u.test(text)) faces.add('cyrillic');
		// The stylesheet sets these headings in italics.
		if (node.type === 'heading' && node.depth > 2) faces.add('italic');
		if (node.type === 'paragraph' && parent?.type === 'root' && opening.length <= excerptLength)
			opening += `${text} `;
		return SKIP;
	});
	return { excerpt: excerpt(opening), words, faces: [...faces].sort() };
}

/** The words of a node: a line break is a space, code of the text's own and comments are nothing. */
function plain(node: Nodes): string {
	if (node.type === 'break') return ' ';
	if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression') return '';
	if ('children' in node) return node.children.map(plain).join('');
	return toString(node, { includeImageAlt: false });
}

/** Everything wrong inside one text. `hasImage` answers for a path as the text gives it. */
export function checkBody(
	file: string,
	body: string,
	tree: Root,
	components: readonly string[],
	hasImage: (path: string) => boolean,
): Finding[] {
	return [
		...footnotes(file, body, tree),
		...images(file, tree, hasImage),
		...unknownComponents(file, tree, components),
	];
}

/** A note without a definition is not a note to the parser: it stays in the text as it was typed. */
function footnotes(file: string, body: string, tree: Root): Finding[] {
	const defined: string[] = [];
	visit(tree, 'footnoteDefinition', (node) => void defined.push(node.label ?? node.identifier));
	const findings: Finding[] = [];
	visit(tree, 'text', ({ position }) => {
		// What the parser made of a bare address has no place, and no note in it.
		if (!position) return;
		const start = position.start.offset!;
		const written = body.slice(start, position.end.offset);
		for (const { 1: name = '', index } of written.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
			const at = positionOf(body, start + index);
			findings.push(finding('undefined-footnote', file, at, name, nearest(name, defined)));
		}
	});
	return findings;
}

function images(file: string, tree: Root, hasImage: (path: string) => boolean): Finding[] {
	const findings: Finding[] = [];
	const addresses = new Map<string, string>();
	visit(tree, 'definition', ({ identifier, url }) => void addresses.set(identifier, url));
	visit(tree, ['image', 'imageReference'], (node) => {
		const url =
			node.type === 'imageReference' ? addresses.get(node.identifier) : (node as Image).url;
		const at = node.position!.start;
		if (url === undefined) return;
		if (/^([a-z]+:)?\/\//i.test(url)) findings.push(finding('remote-image', file, place(at), url));
		else if (!hasImage(decoded(url))) findings.push(finding('missing-image', file, place(at), url));
	});
	return findings;
}

function decoded(url: string): string {
	try {
		return decodeURIComponent(url);
	} catch {
		return url;
	}
}

function unknownComponents(file: string, tree: Root, components: readonly string[]): Finding[] {
	const known = [...components];
	visit(tree, 'mdxjsEsm', (node: MdxjsEsm) => void known.push(...declared(node)));
	const findings: Finding[] = [];
	visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
		const { name, position } = node as MdxJsxFlowElement | MdxJsxTextElement;
		const [root = ''] = name?.split('.') ?? [];
		if (root === 'img') findings.push(finding('html-image', file, place(position!.start)));
		if (!/^\p{Lu}/u.test(root) || known.includes(root)) return;
		const at = place(position!.start);
		findings.push(finding('unknown-component', file, at, root, nearest(root, components)));
	});
	return findings;
}

/** The names that an import or export of the text brings in. */
function declared({ data }: MdxjsEsm): string[] {
	return (data?.estree?.body ?? []).flatMap((statement) => {
		if (statement.type === 'ImportDeclaration')
			return statement.specifiers.map(({ local }) => local.name);
		if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
		const { declaration } = statement;
		return declaration.type === 'VariableDeclaration'
			? declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
			: [declaration.id.name];
	});
}

/** Where a message points; of a tag that is not closed, only its words say where it was opened. */
function placeOf({ reason, line, column }: VFileMessage): Position {
	const [, opened, at] = /tag for `<\w*>` \((\d+):(\d+)/.exec(reason) ?? [];
	return opened ? { line: +opened, column: +at! } : { line: line ?? 1, column: column ?? 1 };
}

/** Where the last brace was opened that nothing closes; the parser only sees that the text ends. */
function openBrace(body: string): Position {
	const open: number[] = [];
	for (const { 0: brace, index } of body.matchAll(/[{}]/g))
		if (brace === '{') open.push(index);
		else open.pop();
	return positionOf(body, open.at(-1) ?? 0);
}

function place({ line, column }: Position): Position {
	return { line, column };
}

function positionOf(text: string, offset: number): Position {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}
