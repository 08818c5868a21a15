import { isUtf8 } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import type { Problem } from '../../model/checks/problems.ts';

/**
 * Applies the repairs of problems to their files. Resolves to the repaired problems. If two repairs
 * overlap, only the first is applied: call again after the next check.
 */
export async function repair(problems: readonly Problem[]): Promise<readonly Problem[]> {
	const done: Problem[] = [];
	for (const [file, found] of Map.groupBy(problems, ({ file }) => file)) {
		const bytes = await readFile(file);
		// To write another encoding as UTF-8 would damage the text.
		if (!found.some((problem) => problem.repair) || !isUtf8(bytes)) continue;
		const { text, repaired } = applied(bytes.toString(), found);
		await writeFile(file, text);
		done.push(...repaired);
	}
	return done;
}

/** Applies repairs in their order, except those that overlap an earlier one. */
function applied(text: string, problems: readonly Problem[]) {
	const ends = text.matchAll(/\r\n?|\n/g);
	const starts = [0, ...Array.from(ends, ({ 0: end, index }) => index + end.length)];
	const offsetOf = ({ line, column }: Problem) => starts[line - 1]! + column - 1;
	const repaired: Problem[] = [];
	let mended = '';
	let end = 0;
	for (const problem of problems.toSorted((a, b) => offsetOf(a) - offsetOf(b))) {
		const start = offsetOf(problem);
		if (!problem.repair || start < end) continue;
		mended += text.slice(end, start) + problem.repair.text;
		end = start + problem.repair.length;
		repaired.push(problem);
	}
	return { text: mended + text.slice(end), repaired };
}
