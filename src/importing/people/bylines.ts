/** A name has a capital, and up to five words; small ones such as “van” stand between. */
const word = "\\p{Lu}[\\p{L}\\p{M}.'’\\-]*";
const particle = '(?:van|von|de|der|den|di|da|del|bin|ibn|al|el|la|le|ter|zu)';
const name = new RegExp(`^${word}(?:\\s+(?:${particle}\\s+)*${word}){0,4}$`, 'u');
const begin =
	/^(?:(?:a )?guest (?:post|column|contribution)[:,]?\s*)?(?:(?:written|posted)\s+)?(?:by|von)[:\s]\s*(.+?)[.:]?$/i;
const inTitle =
	/\bguest (?:post|column|contribution)s? (?:by|from)\s+(.+?)\s*(?:[:–—|]|\s-\s|$)|\(by (.+?)\)\s*$/i;

/** Returns the names in a line that is a byline, such as `By Ann Lee and Bo Ray`; `[]` if it is none. */
export function namesInByline(line: string): string[] {
	return namesIn(begin.exec(line.trim())?.[1] ?? '');
}

/** Returns the names in a title such as `Guest Post by Ann Lee: Salt`. */
export function namesInTitle(title: string): string[] {
	const [, one, other] = inTitle.exec(title) ?? [];
	return namesIn(one ?? other ?? '');
}

/** Splits a list of names; `[]` if a part of it is none. */
function namesIn(list: string): string[] {
	const names = list
		.split(/\s*(?:,\s*(?:and|und)\s|,|;|&|\s(?:and|und)\s)\s*/i)
		.map((one) => one.trim())
		.filter(Boolean);
	return names.every((one) => name.test(one)) ? names : [];
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
