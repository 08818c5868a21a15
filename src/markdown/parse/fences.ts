/** A block of code between fences, by its lines, counted from 0. */
export interface Fence {
	readonly first: number;
	/** The column of the opening fence, from 1. */
	readonly column: number;
	/** The line of the closing fence; the last of the text if there is none. */
	readonly last: number;
	readonly isClosed: boolean;
	/** Whether the closing fence is indented as code would be in plain Markdown, which MDX allows. */
	readonly endsIndented: boolean;
}

/** Finds the blocks of code between fences, at the margin or within lists and quotations. */
export function fencesIn(lines: readonly string[]): Fence[] {
	const fences: Fence[] = [];
	for (let first = 0; first < lines.length; first++) {
		const [, before = '', marks] =
			/^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(`{3,}(?=[^`]*$)|~{3,})/.exec(lines[first]!) ?? [];
		if (marks === undefined) continue;
		const closing = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`);
		const found = lines.findIndex((line, index) => index > first && closing.test(line));
		const last = found < 0 ? lines.length - 1 : found;
		const indent = /^[ \t>]*/.exec(lines[last]!)![0].length;
		const endsIndented = found >= 0 && indent >= before.length + 4;
		fences.push({ first, column: before.length + 1, last, isClosed: found >= 0, endsIndented });
		first = last;
	}
	return fences;
}

/** A text with code blanked, between fences and grave accents, and all else in its place. */
export function withoutCode(body: string): string {
	const lines = body.split('\n');
	for (const { first, last } of fencesIn(lines))
		for (let line = first; line <= last; line++) lines[line] = lines[line]!.replace(/./g, ' ');
	// A paragraph ends the code within it.
	return lines
		.join('\n')
		.replace(/(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?(?<!`)\1(?!`)/g, (code) =>
			code.replace(/[^\n]/g, ' '),
		);
}

/** Lines of code that only their indent marks, by their lines, counted from 0. */
export interface Indented {
	readonly first: number;
	readonly last: number;
	/** The same code between fences. */
	readonly fenced: string;
}

/** What people type into a terminal, and signs that stand in code and seldom in words. */
const code =
	/^\s*([$>#]!?\s?\S|[./]+\w|(npm|npx|yarn|pnpm|git|cd|ls|mkdir|sudo|apt|brew|pip|docker|curl|python3?|node|go|cargo|make|echo|import|export|const|let|var|def|class|return|function|if|for|while|SELECT|<[\w!/?])\b)|[{};=<>\\|]|\w\(|--\w|\/\/|<\w/;

/**
 * Finds paragraphs that are indented by four spaces or a tab, which plain Markdown takes for code and
 * MDX for words. Those within lists, notes and tags are meant as they are, and so is indented prose.
 */
export function indentedIn(lines: readonly string[]): Indented[] {
	const fences = fencesIn(lines);
	const isFenced = (line: number) =>
		fences.some(({ first, last }) => line >= first && line <= last);
	const found: Indented[] = [];
	let isInside = false;
	for (let first = 0; first < lines.length; first++) {
		const line = lines[first]!;
		if (isFenced(first) || line.trim() === '') continue;
		if (!/^( {4}|\t)/.test(line)) {
			// Of a list, a note, a tag or code of MDX, the lines below may be indented.
			if (/^\S/.test(line))
				isInside = /^([-*+]|\d{1,9}[.)])\s|^\[\^|^[<{]|^(import|export)\b/.test(line);
			else isInside ||= /^\s*([-*+]|\d{1,9}[.)])\s/.test(line);
			continue;
		}
		if (isInside || (first > 0 && lines[first - 1]!.trim() !== '')) continue;
		let last = first;
		for (let next = first; next < lines.length && !isFenced(next); next++) {
			if (/^( {4}|\t)\s*\S/.test(lines[next]!)) last = next;
			else if (lines[next]!.trim() !== '') break;
		}
		const block = lines.slice(first, last + 1);
		// Components are indented as their authors like.
		if (!/^\s*<\/?[A-Z]/.test(line) && block.some((one) => code.test(one))) {
			const bare = block.map((one) => one.replace(/^( {4}|\t)/, ''));
			const marks = bare.some((one) => one.includes('```')) ? '~~~' : '```';
			found.push({ first, last, fenced: [marks, ...bare, marks].join('\n') });
		}
		first = last;
	}
	return found;
}
