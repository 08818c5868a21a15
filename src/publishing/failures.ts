import { existsSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { displayPath } from '../folders.ts';
import { formats } from '../model/checks/reports.ts';
import { finding } from '../model/checks/problems.ts';

/**
 * What an error of a build says, at the place in the content whose code has failed, if that can be
 * found. The stack is told only if there is nothing else.
 */
export function explain(error: unknown, folder: string): string {
	if (!(error instanceof Error)) return String(error);
	const message = stripVTControlCharacters(error.message || (error.stack ?? ''));
	const place = placeInBundle(error, folder) ?? placeInReport(message, folder);
	if (!place) return message;
	const [, reason = message] = /^(?:Build failed.*\n+)?(?:\[\w+\] )?(.+)/.exec(message) ?? [];
	const file = displayPath(place.file);
	const at = { line: place.line, column: 1 };
	const { repair: _, ...found } = finding('failing-code', file, at, reason.replace(/\.$/, ''));
	return formats.text([{ ...found, ...at }]);
}

/** A file of the content, absolute, and a line of it. */
interface Place {
	readonly file: string;
	readonly line: number;
}

/** Follows the stack into what the bundler has made, where a comment names the file of each part. */
function placeInBundle({ stack = '' }: Error, folder: string): Place | undefined {
	for (const [, url = '', line = ''] of stack.matchAll(/(file:\/\/\S+?\.mjs):(\d+):\d+/g)) {
		const chunk = fileURLToPath(url);
		if (!existsSync(chunk)) continue;
		const lines = readFileSync(chunk, 'utf8').split('\n').slice(0, Number(line));
		const named = lines.findLast((words) => /^\/\/ \S/.test(words))?.slice(3) ?? '';
		const file = resolve(named.replace(/\?.*$/, ''));
		if (isWithin(file, folder)) return { file, line: lineLike(lines.at(-1)!, file) };
	}
	return undefined;
}

/** Finds the file that the bundler’s report of an error names. */
function placeInReport(message: string, folder: string): Place | undefined {
	for (const [, path = ''] of message.matchAll(/([^\s"'[\]]+\.\w+):\d+:\d+/g)) {
		const file = resolve(path);
		if (isWithin(file, folder))
			return { file, line: lineLike(message.split('\n', 3).join(' '), file) };
	}
	return undefined;
}

function isWithin(file: string, folder: string): boolean {
	return file.startsWith(folder + sep) && existsSync(file);
}

/**
 * The line of a file, from 1, that shares most words with `code`. The bundler moves code to other lines,
 * and changes little else.
 */
function lineLike(code: string, file: string): number {
	const wanted = new Set(code.match(/[\p{L}\p{N}_$]+/gu));
	const lines = readFileSync(file, 'utf8').split('\n');
	const scores = lines.map(
		(line) => new Set(line.match(/[\p{L}\p{N}_$]+/gu)).intersection(wanted).size,
	);
	return scores.indexOf(Math.max(...scores)) + 1;
}
