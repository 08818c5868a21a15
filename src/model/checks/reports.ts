import { isError, sorted, type Problem } from './problems.ts';

/** Print problems for people, for programs and for the log of GitHub. */
export const formats = {
	text: (problems: readonly Problem[]) => sorted(problems).map(line).join('\n'),
	json: (problems: readonly Problem[]) => JSON.stringify(sorted(problems), null, '\t'),
	github: (problems: readonly Problem[]) => sorted(problems).map(annotation).join('\n'),
};

export type Format = keyof typeof formats;

/** The first problems of each code, at most `most`, and how many more there are. */
export function firstOfEach(problems: readonly Problem[], most: number) {
	const shown: Problem[] = [];
	const more = new Map<string, number>();
	for (const [code, all] of Map.groupBy(sorted(problems), ({ code }) => code)) {
		shown.push(...all.slice(0, most));
		if (all.length > most) more.set(code, all.length - most);
	}
	return { shown, more };
}

function line({ file, line, column, severity, code, message, fix }: Problem): string {
	return `${file}:${line}:${column}  ${severity}  ${code}  ${visible(`${message} ${fix}`)}`;
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotation({ file, line, column, severity, code, message, fix }: Problem): string {
	const text = escaped(visible(`${message} ${fix}`));
	const property = (value: string) => escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
	return `::${severity} file=${property(file)},line=${line},col=${column},title=${code}::${text}`;
}

function escaped(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes characters that break the line, move the cursor or change the text direction. */
export function visible(text: string): string {
	return text.replace(
		/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** Returns a sentence such as “3 errors and 1 warning in 2 files.” */
export function summary(problems: readonly Problem[]): string {
	if (problems.length === 0) return 'No problems in the content.';
	const errors = problems.filter(isError).length;
	const kinds = [counted(errors, 'error'), counted(problems.length - errors, 'warning')];
	const files = new Set(problems.map(({ file }) => file)).size;
	return `${kinds.filter(Boolean).join(' and ')} in ${counted(files, 'file')}.`;
}

function counted(count: number, thing: string): string {
	return count === 0 ? '' : `${count} ${thing}${count === 1 ? '' : 's'}`;
}
