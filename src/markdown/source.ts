import {
	isAlias,
	isMap,
	isNode,
	isScalar,
	LineCounter,
	parseDocument,
	visit,
	type Document,
} from 'yaml';
import { finding, type FieldPath, type Finding, type Position } from '../model/problems.ts';

/** A content file taken apart: what YAML says, and the text below it. */
export interface Source {
	/** The frontmatter as plain data; `undefined` where it could not be read. */
	readonly data: unknown;
	/** The text, with blank lines in place of the frontmatter, so that its lines keep their numbers. */
	readonly body: string;
	readonly findings: readonly Finding[];
	/** Where a field stands: its value, or the nearest one above it that is there. */
	readonly locate: (path: FieldPath) => Position;
	/** Where the name of a field stands. */
	readonly locateKey: (path: FieldPath) => Position;
}

const frontmatter = /^\uFEFF?---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

/** An MDX file: frontmatter between two lines of three hyphens, then text. */
export function parseSource(file: string, text: string): Source {
	const [block, yaml = ''] = frontmatter.exec(text) ?? [];
	if (block === undefined)
		return {
			...parseYaml(file, '', 1),
			body: text,
			findings: [finding('missing-frontmatter', file, { line: 1, column: 1 })],
		};
	const body = block.replace(/[^\r\n]/g, '') + text.slice(block.length);
	const fields = parseYaml(file, yaml, 2);
	// Frontmatter without a field is null to YAML.
	return { ...fields, data: fields.data === null ? {} : fields.data, body };
}

/** A YAML file, or the part of one that starts at `firstLine`, counted from 1. */
export function parseYaml(file: string, yaml: string, firstLine = 1): Source {
	const lines = new LineCounter();
	// YAML 1.2: a date stays the text it was written as, so that its precision is kept.
	const document = parseDocument(yaml, { version: '1.2', lineCounter: lines, prettyErrors: false });
	const at = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
	};
	// A warning is a value that is not read as it was meant. One slip makes the parser stumble
	// several times.
	const findings = [...document.errors, ...document.warnings, ...special(document)]
		.slice(0, 1)
		.map(({ message, pos }) =>
			finding('broken-yaml', file, at(pos[0]), message.replace(/\.$/, '')),
		);
	return {
		data: findings.length > 0 ? undefined : (document.toJS() as unknown),
		body: '',
		findings,
		locate: (path) => at(valueOffset(document, path)),
		locateKey: (path) => at(keyOffset(document, path)),
	};
}

/** Anchors and aliases: in prose an ampersand or asterisk is just that. */
function special(document: Document): { message: string; pos: [number] }[] {
	const found: { message: string; pos: [number] }[] = [];
	visit(document, {
		Node(_, node) {
			if (isAlias(node) || ('anchor' in node && node.anchor))
				found.push({ message: 'A value starts with & or *', pos: [node.range?.[0] ?? 0] });
		},
	});
	return found;
}

function valueOffset(document: Document, path: FieldPath): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document, path: FieldPath): number {
	const map = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
	const pair = isMap(map)
		? map.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
		: undefined;
	return isNode(pair?.key) && pair.key.range ? pair.key.range[0] : valueOffset(document, path);
}

/** The id of a content file from its path below its folder: without `/index` and `.mdx`. */
export function idOf(path: string): string {
	return path.replace(/(\/index)?\.mdx$/, '');
}
