import MarkdownIt from 'markdown-it';

/** The Markdown of captions and credits: emphasis, code, links and escapes. */
const markdown = new MarkdownIt('zero').enable([
	'emphasis',
	'backticks',
	'escape',
	'entity',
	'link',
]);

/** Returns a line of inline Markdown as HTML. */
export function inlineHtml(text: string): string {
	return markdown.renderInline(text);
}

/** Returns a line of inline Markdown as plain text. */
export function inlineText(text: string): string {
	return tokensIn(text)
		.map(({ content }) => content)
		.join('');
}

/** Returns the addresses of the links in a line of inline Markdown. */
export function inlineLinks(text: string): string[] {
	return tokensIn(text).flatMap((token) => String(token.attrGet('href') ?? '') || []);
}

function tokensIn(text: string) {
	const [line] = markdown.parseInline(text, {});
	return line?.children ?? [];
}

/** Splits a line into text, at even places, and what stands as it is: code, escapes, addresses. */
export function splitInline(text: string): string[] {
	return text.split(/(``.+?``|`[^`]+`|\\.|\]\((?:[^()\\]|\\.|\([^()]*\))*\))/s);
}

/** Returns a line with `base`, the path of the site, before the links that start with a slash. */
export function inlineBelow(text: string, base: string): string {
	return splitInline(text)
		.map((part, index) => (index % 2 ? part.replace(/^(\]\(\s*<?)\/(?!\/)/, `$1${base}/`) : part))
		.join('');
}
