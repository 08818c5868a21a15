/**
 * Returns the file of a post with an alias added at the end of its aliases, and all else unchanged;
 * `undefined` if they are written in a way that cannot be added to.
 */
export function withAlias(text: string, alias: string): string | undefined {
	const [head] = /^\uFEFF?---[ \t]*\r?\n[^]*?\r?\n---[ \t]*(\r?\n|$)/.exec(text) ?? [];
	if (head === undefined) return undefined;
	const end = head.includes('\r\n') ? '\r\n' : '\n';
	const changed = inFrontmatter(head, alias, end);
	return changed === undefined ? undefined : changed + text.slice(head.length);
}

function inFrontmatter(head: string, alias: string, end: string): string | undefined {
	if (!/^aliases\s*:/m.test(head))
		return head.replace(/---[ \t]*(\r?\n|$)$/, (close) => `aliases: [${alias}]${end}${close}`);
	const inBrackets = /^aliases[ \t]*:[ \t]*\[([^\]\n]*)\]/m.exec(head);
	if (inBrackets) {
		const inside = inBrackets[1]!.replace(/[,\s]+$/, '');
		return head.replace(inBrackets[0], `aliases: [${inside}${inside ? ', ' : ''}${alias}]`);
	}
	const inLines = /^aliases[ \t]*:[ \t]*\r?\n((?:[ \t]*- .*\r?\n)+)/m.exec(head);
	if (!inLines) return undefined;
	const [indent] = /^[ \t]*- /.exec(inLines[1]!)!;
	return head.replace(inLines[0], `${inLines[0]}${indent}${alias}${end}`);
}

/**
 * Returns a text whose links to one post, and the field that says what it translates, are changed to
 * another address. Both are ids of posts.
 */
export function relinked(text: string, from: string, to: string): string {
	const start = `(?<=\\]\\(<?|\\]:[ \\t]*<?|href=["'])`;
	const pattern = new RegExp(`${start}/${from}/?(?=[)>#?"'\\s]|$)`, 'gm');
	const translated = new RegExp(
		`^(translationOf:[ \\t]*["']?)${from}(?=["']?[ \\t]*(#.*)?\\r?$)`,
		'm',
	);
	return text.replace(pattern, `/${to}/`).replace(translated, `$1${to}`);
}
