/** A name has a capital, and up to five words; small ones such as “van” stand between. */
const word = "\\p{Lu}[\\p{L}\\p{M}.'’\\-]*";
const particle = '(?:van|von|de|der|den|di|da|del|bin|ibn|al|el|la|le|ter|zu)';
const name = `${word}(?:\\s+(?:${particle}\\s+)*${word}){0,4}`;
/** A name at the beginning of what may go on with what the person is. */
const leading = new RegExp(
	`^(${name})(?=$|\\s*[(:–—]|\\.?$|\\s(?:is|was|who|from|at|of|in)\\b)`,
	'u',
);
/** What stands after a name between commas, and is none. */
const profession =
	/\b(universit|profess|institut|department|college|school|cent(er|re)|ministr|director|fellow|student|editor|lecturer|research|ph\.?d|dr\b|founder|author)/i;

const begin = /^(?:(?:written|posted|guest post)\s+)?(?:by|von)[:\s]\s*(.+)$/i;
const asGuest = /\bguest (?:post|column|contribution)\b[^.]*?\b(?:by|from)[:\s]\s*(.+)$/i;
const inTitle =
	/\bguest (?:post|column|contribution)s? (?:by|from)\s+(.+?)\s*(?:[:–—|]|\s-\s|$)|\(by (.+?)\)\s*$/i;

/**
 * Returns the names in a line that is a byline, such as `By Ann Lee and Bo Ray`, or says that a guest wrote;
 * `[]` if it is none.
 */
export function namesInByline(line: string): string[] {
	return namesIn((begin.exec(line.trim()) ?? asGuest.exec(line))?.[1] ?? '');
}

/** Returns the names in a title such as `Guest Post by Ann Lee: Salt`. */
export function namesInTitle(title: string): string[] {
	const [, one, other] = inTitle.exec(title) ?? [];
	return namesIn(one ?? other ?? '');
}

/** The names at the beginning of a list, up to the first part that is none. */
function namesIn(list: string): string[] {
	const names: string[] = [];
	for (const part of list.split(/\s*(?:,\s*(?:and|und)\s|,|;|&|\s(?:and|und)\s)\s*/i)) {
		if (profession.test(part) && names.length > 0) break;
		const found = leading.exec(part.trim())?.[1]?.replace(/\.$/, '');
		if (found === undefined) break;
		names.push(found);
		if (found.length < part.trim().replace(/\.$/, '').length) break;
	}
	return names;
}

/** What spellings of one name have in common: letters, without case and accents. */
export function nameKey(written: string): string {
	return written
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\d]+/gu, ' ')
		.trim();
}
