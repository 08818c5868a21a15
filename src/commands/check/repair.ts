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
		const repairable = apart(found.filter((problem) => problem.repair));
		const bytes = await readFile(file);
		// To write another encoding as UTF-8 would damage the text.
		if (repairable.length === 0 || !isUtf8(bytes)) continue;
		await writeFile(file, repaired(bytes.toString(), repairable));
		done.push(...repairable);
	}
	return done;
}

/** Drops problems that overlap an earlier one. */
function apart(problems: readonly Problem[]): Problem[] {
	let line = 0;
	let end = 0;
	return problems
		.toSorted((a, b) => a.line - b.line || a.column - b.column)
		.filter((problem) => {
			if (problem.line === line && problem.column < end) return false;
			line = problem.line;
			end = problem.column + problem.repair!.length;
			return true;
		});
}

/** Applies repairs from last to first, so that the positions stay valid. */
function repaired(text: string, problems: readonly Problem[]): string {
	const lines = text.split('\n');
	for (const { line, column, repair } of problems.toReversed()) {
		const before = lines[line - 1]!;
		const start = column - 1;
		lines[line - 1] = before.slice(0, start) + repair!.text + before.slice(start + repair!.length);
	}
	return lines.join('\n');
}
