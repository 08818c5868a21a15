import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import { finding, type Finding, type Position } from '../../model/checks/problems.ts';
import { withoutCode } from './fences.ts';
import { oldHtml } from './oldhtml.ts';
import { positionOf } from './prose.ts';

/** An error of the parser in the terms of an editor, and the signs that the parser takes for code. */
interface Slip {
	readonly found: Finding;
	/** Offsets of the signs that must go for the parser to go on. */
	readonly signs: readonly number[];
}

/**
 * Returns all that is wrong in a text that is not valid MDX. Old Markdown comes first; then, after each
 * error, the sign that begins it is taken for a letter, and the text is parsed again.
 */
export function errorsIn(file: string, body: string, parse: (text: string) => Root): Finding[] {
	const { findings, rest } = oldHtml(file, body);
	let text = rest;
	// Each error costs as long as the text; of a very long one, the next run tells the others.
	const most = Math.max(5, 4_000_000 / body.length);
	for (let count = 0; count < most; count++) {
		const error = errorOf(text, parse);
		if (!error) break;
		const { found, signs } = explain(file, text, error);
		findings.push(found);
		const before = text;
		for (const offset of signs) text = `${text.slice(0, offset)}\u2039${text.slice(offset + 1)}`;
		if (text === before) break;
	}
	return findings.sort((a, b) => lineOf(a) - lineOf(b));
}

function errorOf(text: string, parse: (text: string) => Root): VFileMessage | undefined {
	try {
		parse(text);
		return undefined;
	} catch (error) {
		if (!(error instanceof VFileMessage)) throw error;
		return error;
	}
}

function lineOf({ at }: Finding): number {
	return 'line' in at ? at.line : 0;
}

function explain(file: string, text: string, error: VFileMessage): Slip {
	const { reason, ruleId, line = 1, column = 1 } = error;
	const at = offsetOf(text, { line: line ?? 1, column: column ?? 1 });
	if (ruleId === 'end-tag-mismatch') return unpaired(file, text, error, at);
	if (/end of file in expression/.test(reason)) {
		const brace = openBrace(text);
		return slip(finding('stray-brace', file, positionOf(text, brace)), brace);
	}
	if (ruleId === 'acorn' || ruleId === 'non-esm') {
		const start = startOfCode(text, at);
		const code = text[start] === '{' ? 'stray-brace' : 'stray-statement';
		return braces(finding(code, file, positionOf(text, start)), text, start);
	}
	if (/spread/.test(ruleId ?? '')) {
		const brace = Math.max(0, text.lastIndexOf('{', at));
		return braces(finding('stray-brace', file, positionOf(text, brace)), text, brace);
	}

	const [, quote] = /closing quote `(.)`/.exec(reason) ?? [];
	const bracket = quote
		? // Nothing closes it, so it is the last of its kind.
			text.lastIndexOf('<', text.lastIndexOf(quote, at - 1))
		: text.lastIndexOf('<', at - (text[at] === '<' ? 1 : 0));
	const start = positionOf(text, Math.max(bracket, 0));
	const [after = ''] = /^[^\s>]*/.exec(text.slice(bracket + 1)) ?? [];
	if (ruleId === 'unexpected-closing-slash')
		return slip(finding('stray-end-tag', file, start, after.replace(/^\//, '')), bracket);
	if (bracket < 0) {
		const brace = text.lastIndexOf('{', at);
		const begin = positionOf(text, Math.max(brace, 0));
		return slip(finding('broken-mdx', file, begin, reason.replace(/\.$/, '')), brace);
	}
	if (/^(https?:|mailto:|[\w.+-]+@)/.test(after))
		return slip(finding('angle-link', file, start, after), bracket);
	if (/before name/.test(reason) || !/^\/?\p{L}/u.test(after))
		return slip(finding('stray-angle-bracket', file, start, after), bracket);
	const [, sign = ''] = /^Unexpected character `(.+?)`/.exec(reason) ?? [];
	const [name = ''] = /^\/?[\p{L}\d.:-]+/u.exec(after) ?? [];
	return {
		found: finding('broken-tag', file, start, name, sign),
		signs: withEnd(text, name, bracket),
	};
}

/** A tag and its end, which may stand in another block, and would be told as well. */
function withEnd(text: string, name: string, begin: number): number[] {
	if (name === '') return [begin];
	let depth = 0;
	for (const { 0: tag, index } of text.slice(begin).matchAll(/<\/?[\w.:-]+[^<>]*>?/g)) {
		const [, slash, other] = /^<(\/?)([\w.:-]+)/.exec(tag)!;
		if (other !== name || tag.endsWith('/>')) continue;
		depth += slash ? -1 : 1;
		if (depth === 0) return [begin, begin + index];
	}
	return [begin];
}

/** Code that is none. Within a tag, the tag cannot be read either. */
function braces(found: Finding, text: string, brace: number): Slip {
	const [tag, name = ''] = /<([\w.:-]+)[^<>]*$/.exec(text.slice(0, brace)) ?? [];
	const signs = tag === undefined ? [] : withEnd(text, name, brace - tag.length);
	return { found, signs: [...signs, brace] };
}

function slip(found: Finding, offset: number): Slip {
	return { found, signs: offset < 0 ? [] : [offset] };
}

/** A tag whose other half is missing or stands in another block. */
function unpaired(file: string, text: string, { reason }: VFileMessage, at: number): Slip {
	const [, ended] = /^Expected the closing tag `<\/([^>]*)>` either/.exec(reason) ?? [];
	if (ended !== undefined) {
		const end = text.lastIndexOf(`</${ended}`, at);
		const begin = text.lastIndexOf(`<${ended}`, end - 1);
		const found = finding('misplaced-end-tag', file, positionOf(text, Math.max(end, 0)), ended);
		return { found, signs: [begin, end].filter((offset) => offset >= 0) };
	}
	const [, name = '', line = '1', column = '1'] =
		/closing tag for `<([^>]*)>` \((\d+):(\d+)/.exec(reason) ?? [];
	const start = { line: Number(line), column: Number(column) };
	return {
		found: finding('unclosed-tag', file, start, name),
		signs: withEnd(text, name, offsetOf(text, start)),
	};
}

function offsetOf(text: string, { line, column }: Position): number {
	let start = 0;
	for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
	return start + column - 1;
}

/** The start of the brace, import or export that contains `at`. */
function startOfCode(text: string, at: number): number {
	const before = text.slice(0, at);
	const brace = before.lastIndexOf('{');
	const statement = [...before.matchAll(/^(import|export)\b/gm)].at(-1)?.index ?? -1;
	return Math.max(brace, statement, 0);
}

/** The last unclosed brace. The parser only reports the end of the text. */
function openBrace(text: string): number {
	const open: number[] = [];
	for (const { 0: brace, index } of withoutCode(text).matchAll(/(?<!\\)[{}]/g))
		if (brace === '{') open.push(index);
		else open.pop();
	return open.at(-1) ?? text.indexOf('{');
}
