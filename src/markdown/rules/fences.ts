import { finding, type Finding } from '../../model/checks/problems.ts';
import { fencesIn, indentedIn } from '../parse/fences.ts';

/** Finds code that is indented instead of standing between fences. */
export function indentedCode(file: string, body: string): Finding[] {
	const lines = body.split('\n');
	return indentedIn(lines).map(({ first, last, fenced }) => ({
		...finding('indented-code', file, { line: first + 1, column: 1 }),
		repair: { length: lines.slice(first, last + 1).join('\n').length, text: fenced },
	}));
}

/** Finds code that does not end, or ends too early. */
export function unclosedFences(file: string, body: string): Finding[] {
	const lines = body.split('\n');
	const all = fencesIn(lines);
	const open = all.find(({ isClosed }) => !isClosed);
	if (!open) return [];
	// The one that is open at the end may be meant as the end of one that ended too early.
	const early = all.findLast(({ endsIndented }) => endsIndented);
	const isEnd = /^[ \t>]*(`{3,}|~{3,})\s*$/.test(lines[open.first]!);
	const { first, column } = early && isEnd ? early : open;
	const ends = early && isEnd ? early.last + 1 : undefined;
	return [finding('unclosed-fence', file, { line: first + 1, column }, ends)];
}
