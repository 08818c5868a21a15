import MarkdownIt from 'markdown-it';

/** The Markdown of captions and credits: emphasis, code and escapes. */
const markdown = new MarkdownIt('zero').enable(['emphasis', 'backticks', 'escape', 'entity']);

/** Returns a line of inline Markdown as HTML. */
export function inlineHtml(text: string): string {
	return markdown.renderInline(text);
}

/** Returns a line of inline Markdown as plain text. */
export function inlineText(text: string): string {
	const [line] = markdown.parseInline(text, {});
	return (line?.children ?? []).map(({ content }) => content).join('');
}
