import {
	isAlias,
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	LineCounter,
	parseDocument,
	Scalar,
	stringify,
	visit,
	type Document,
	type YAMLError,
} from 'yaml';
import {
	finding,
	type FieldPath,
	type Finding,
	type Position,
} from '../../model/checks/problems.ts';
import type { Locator } from './locate.ts';

/** A content file, split into frontmatter and text. */
export interface Source extends Locator {
	/** The frontmatter as plain data; `undefined` if it is missing or invalid YAML. */
	readonly data: unknown;
	/** The text. Blank lines replace the frontmatter, so that line numbers stay the same. */
	readonly body: string;
	readonly findings: readonly Finding[];
}

const frontmatter = /^\uFEFF?---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/;

/** Parses an MDX file: frontmatter between two lines of three hyphens, then text. */
export function parseSource(file: string, text: string): Source {
	const [block, yaml = ''] = frontmatter.exec(text) ?? [];
	if (block === undefined)
		return {
			...parseYaml(file, '', 1),
			data: undefined,
			body: text,
			findings: [
				finding('missing-frontmatter', file, { line: 1, column: 1 }, /^\uFEFF?\+{3}/.test(text)),
			],
		};
	const body = block.replace(/[^\r\n]/g, '') + text.slice(block.length);
	const fields = parseYaml(file, yaml, 2);
	// YAML parses empty frontmatter as null.
	return { ...fields, data: fields.data === null ? {} : fields.data, body };
}

/** Parses a YAML file, or a part that starts at line `firstLine` of a file, counted from 1. */
export function parseYaml(file: string, yaml: string, firstLine = 1): Source {
	const lines = new LineCounter();
	// YAML 1.2 keeps a date as a string, and so its precision.
	const document = parseDocument(yaml.replace(/^\uFEFF/, ''), {
		version: '1.2',
		lineCounter: lines,
		prettyErrors: false,
	});
	const at = (offset: number): Position => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
	};
	// A warning counts as an error: YAML reads the value in another way than the editor means. Only
	// the first error is reported, because one mistake often causes several.
	const [slip] = [...document.errors, ...document.warnings, ...special(document)];
	return {
		data: slip ? undefined : (document.toJS() as unknown),
		body: '',
		findings: slip ? [explain(file, slip, yaml, document, at)] : lostToComments(file, document, at),
		locate: (place) => {
			if ('line' in place) return place;
			if ('keyOf' in place) return at(keyOffset(document, place.keyOf));
			return at(valueOffset(document, place));
		},
		rewrite: (path, text) => {
			const node = document.getIn(path, true);
			if (!isScalar(node) || !node.range) return undefined;
			const [start, end] = node.range;
			if (yaml.slice(start, end).includes('\n') || /^BLOCK/.test(node.type ?? '')) return undefined;
			const value = new Scalar(text);
			if (node.type) value.type = node.type;
			if (node.type === 'PLAIN' && /[,[\]{}#:]/.test(text)) value.type = 'QUOTE_DOUBLE';
			return { length: end - start, text: stringify(value, { lineWidth: 0 }).trimEnd() };
		},
	};
}

type Slip = Pick<YAMLError, 'message' | 'pos'> & { readonly code?: string };

/** Explains a parser error in terms that an editor understands. */
function explain(
	file: string,
	{ code, message, pos: [offset] }: Slip,
	yaml: string,
	document: Document,
	at: (offset: number) => Position,
): Finding {
	const line = /.*/.exec(yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1))![0];
	const [, name = '', value = ''] = /^[\s-]*([\w-]+):\s+(.*?)\s*$/.exec(line) ?? [];
	if (code === 'DUPLICATE_KEY')
		return finding(
			'duplicate-field',
			file,
			at(offset),
			/[^\s:]+/.exec(yaml.slice(offset))?.[0] ?? '',
		);
	if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:(\s|$)/.test(value))
		return finding('unquoted-colon', file, at(offset), name, value);
	const start = /MISSING_CHAR|BAD_INDENT/.test(code ?? '') ? openedAt(document, offset) : offset;
	return finding('broken-yaml', file, at(start), message.replace(/\.$/, ''));
}

/** The start of the quotes or brackets whose end is missing at `offset`. */
function openedAt(document: Document, offset: number): number {
	let opened = offset;
	visit(document, {
		Node(_, node) {
			const open = isScalar(node)
				? /^QUOTE/.test(node.type ?? '')
				: isCollection(node) && node.flow;
			if (!open || !node.range || node.range[1] < offset) return undefined;
			opened = node.range[0];
			return visit.BREAK;
		},
	});
	return opened;
}

/** Finds anchors and aliases. Editors mean a plain ampersand or asterisk. */
function special(document: Document): Slip[] {
	const found: Slip[] = [];
	visit(document, {
		Node(_, node) {
			if (isAlias(node) || ('anchor' in node && node.anchor))
				found.push({
					message: 'A value starts with & or *',
					pos: [node.range?.[0] ?? 0, node.range?.[1] ?? 0],
				});
		},
	});
	return found;
}

/**
 * Finds values cut by a comment, as in `title: Salt #1`. Without a space after the hash sign, the
 * comment is probably text.
 */
function lostToComments(
	file: string,
	document: Document,
	at: (offset: number) => Position,
): Finding[] {
	const findings: Finding[] = [];
	visit(document, {
		Scalar(key, node, path) {
			const [, lost] = /^(\S.*)/.exec(node.comment ?? '') ?? [];
			if (key === 'key' || lost === undefined) return;
			if (node.type !== 'PLAIN' || typeof node.value !== 'string') return;
			const pair = path.findLast(isPair);
			const name = isScalar(pair?.key) ? String(pair.key.value) : 'value';
			findings.push(finding('lost-to-comment', file, at(node.range![0]), name, `#${lost}`));
		},
	});
	return findings;
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
	return isPair(pair) && isScalar(pair.key) && pair.key.range
		? pair.key.range[0]
		: valueOffset(document, path);
}

/** Returns the id of a content file: its path below its folder, without `/index` and `.mdx`. */
export function idOf(path: string): string {
	// An index in the folder of a year is no post, and must not take the address of the year.
	return path.replace(/(?<!^\d{4})\/index\.mdx$|\.mdx$/, '');
}
