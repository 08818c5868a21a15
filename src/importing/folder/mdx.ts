import { escapeHtml } from '../../model/text/html.ts';

/**
 * Returns a text in MDX as Markdown: imports and exports go, what stands in braces becomes a remark, and so
 * do the tags of components, whose contents stay.
 */
export function withoutCode(mdx: string): string {
	const kept: string[] = [];
	const keep = (part: string) => `\uE000${kept.push(part) - 1}\uE000`;
	const remark = (source: string) =>
		keep(`<remark data-text="${escapeHtml(source)}" data-inline="true"></remark>`);
	return mdx
		.replace(/^(`{3,}|~{3,})[^]*?^\1.*$|`[^`\n]+`/gm, keep)
		.replace(/^(?:import|export)\s[^\n]*(?:\n(?!\n)[^\n]+)*\n/gm, '')
		.replace(/\{\s*\/\*([^]*?)\*\/\s*\}/g, (_, inside: string) => remark(inside.trim()))
		.replace(/<\/[A-Z][\w.]*\s*>/g, '')
		.replace(/<[A-Z][\w.]*(?:\s[^<>]*?)?\/?>/g, remark)
		.replace(/\{[^{}\n]*\}/g, remark)
		.replace(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)]!);
}
