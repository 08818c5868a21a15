/** Lines longer than this are no bylines; of characters. One may have a biography in it. */
const longest = 400;

/**
 * Returns the first two and the last two lines of a text in HTML or Markdown, without tags and signs, in
 * which a byline may stand.
 */
export function edgesOf(body: string): string[] {
	const lines = (part: string) =>
		part
			.replace(/<!--[^]*?-->/g, '\n')
			.replace(/<\/?(p|div|br|h\d|li|blockquote|figure|address)\b[^>]*>/gi, '\n')
			.replace(/<[^>]*>/g, '')
			.replace(/&nbsp;|\u00A0/g, ' ')
			.replaceAll('&amp;', '&')
			.replace(/&#8217;|&rsquo;/g, '’')
			.split('\n')
			.map((line) => line.replace(/^[\s*_>#–—-]+|[\s*_]+$/g, ''))
			.filter(Boolean);
	// A cut may stand in a tag: its line is none.
	const [first, last] = [lines(body.slice(0, 800)), lines(body.slice(-800))];
	return [...new Set([...first.slice(0, 2), ...last.slice(-2)])].filter(
		(line) => line.length <= longest,
	);
}
