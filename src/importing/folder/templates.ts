import { escapeHtml } from '../../model/text/html.ts';
import { inlineHtml } from '../../model/text/inline.ts';

/*
 * What generators put into texts before they are Markdown: tags of Liquid and Nunjucks, shortcodes of
 * Hugo, attribute lists of kramdown. What is known becomes Markdown or HTML; all else a remark for editors.
 */

/** Returns the old address of a text by the path of its file; `undefined` if there is none. */
export type FindText = (path: string) => string | undefined;

const highlights = {
	liquid: /\{%-?\s*highlight\s+([\w+-]+)[^%]*%\}([^]*?)\{%-?\s*endhighlight\s*-?%\}/g,
	hugo: /\{\{[<%]\s*highlight\s+([\w+-]+)[^>%]*[>%]\}\}([^]*?)\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g,
};

/** Replaces what a generator would have replaced. Code is left as it stands, but for what marks it as such. */
export function replaceTemplates(text: string, system: 'hugo' | 'liquid', find: FindText): string {
	const code: string[] = [];
	const keep = (inside: string) => `\uE000${code.push(inside) - 1}\uE000`;
	const restore = (part: string): string =>
		part.replace(/\uE000(\d+)\uE000/g, (_, index: string) => restore(code[Number(index)]!));
	const highlight = (_: string, language: string, inside: string) => keep(fence(language, inside));
	// In Hugo shortcodes work in code too; what has to stand there is escaped.
	if (system === 'hugo')
		return restore(replaceShortcodes(text.replace(highlights.hugo, highlight), find));
	const kept = text
		.replace(highlights.liquid, highlight)
		.replace(/\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g, (_, inside: string) =>
			keep(inside),
		)
		.replace(/^(`{3,}|~{3,})[^]*?^\1.*$|`[^`\n]+`/gm, keep);
	return restore(replaceLiquid(kept, find));
}

function remark(source: string): string {
	return `<remark data-text="${escapeHtml(source)}" data-inline="true"></remark>`;
}

function fence(language: string, code: string): string {
	return `\n\`\`\`${language}\n${code.replace(/^\n|\n$/g, '')}\n\`\`\`\n`;
}

function replaceLiquid(text: string, find: FindText): string {
	return text
		.replace(/\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/g, '')
		.replace(/\{\{-?\s*(site\.(baseurl|url)|page\.baseurl)[^}]*\}\}/g, '')
		.replace(
			/\{\{-?\s*["']([^"']+)["']\s*\|\s*(relative_url|absolute_url|url)[^}]*\}\}/g,
			(_, path: string) => path,
		)
		.replace(
			/\{%-?\s*(?:post_url|link)\s+(\S+)\s*-?%\}/g,
			(source, path: string) => find(path) ?? remark(source),
		)
		.replace(/\{%[^]*?%\}|\{\{[^]*?\}\}|\{#[^]*?#\}/g, remark)
		.replace(/^\{:[^}\n]*\}[ \t]*$/gm, '')
		.replace(/\{:(?:[.#\w\s="':-]*)\}/g, '')
		.replace(/^(#{1,6} .*?)[ \t]*\{#[\w-]+\}[ \t]*$/gm, '$1')
		.replace(/^\*\[[^\]]+\]:.*$/gm, remark);
}

const attribute = (source: string, name: string) =>
	new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|\`([^\`]*)\`|([^\\s>]+))`)
		.exec(source)
		?.slice(1)
		.find((one) => one !== undefined);

function replaceShortcodes(text: string, find: FindText): string {
	const escaped: string[] = [];
	const kept = text.replace(
		/\{\{([<%])\/\*([^]*?)\*\/([>%])\}\}/g,
		(_, open: string, inside: string, close: string) =>
			`\uE001${escaped.push(`{{${open}${inside}${close}}}`) - 1}\uE001`,
	);
	return kept
		.replace(
			/\{\{[<%]\s*(?:rel)?ref\s+(?:path=)?["']?([^"'\s>%]+)["']?[^>%]*[>%]\}\}/g,
			(source, path: string) => find(path) ?? `#${encodeURIComponent(source)}`,
		)
		.replace(
			/\{\{[<%]\s*(\/?)\s*([\w./-]+)([^]*?)\/?[>%]\}\}/g,
			(source, end: string, name: string, rest: string) =>
				end ? '' : shortcode(name, rest, source),
		)
		.replace(/^(#{1,6} .*?)[ \t]*\{[.#][^}\n]*\}[ \t]*$/gm, '$1')
		.replace(/^\{[.#][^}\n]*\}[ \t]*$/gm, '')
		.replace(/\uE001(\d+)\uE001/g, (_, index: string) => escaped[Number(index)]!);
}

function shortcode(name: string, rest: string, source: string): string {
	const [first = ''] = /["']?([^"'\s=]+)["']?(?!\s*=)/.exec(rest.trim())?.slice(1) ?? [];
	const value = (key: string) => escapeHtml(attribute(rest, key) ?? '');
	const id = attribute(rest, 'id') ?? first;
	switch (name) {
		case 'figure': {
			const image = `<img src="${value('src')}" alt="${value('alt') || value('title')}">`;
			const shown = attribute(rest, 'link') ? `<a href="${value('link')}">${image}</a>` : image;
			const caption = inlineHtml(attribute(rest, 'caption') ?? attribute(rest, 'title') ?? '');
			const credit = value('attr') && ` ${value('attr')}`;
			return `\n\n<figure>${shown}${caption || credit ? `<figcaption>${caption}${credit}</figcaption>` : ''}</figure>\n\n`;
		}
		case 'youtube':
			return `\n\n<p>https://www.youtube.com/watch?v=${escapeHtml(id)}</p>\n\n`;
		case 'vimeo':
			return `\n\n<p>https://vimeo.com/${escapeHtml(id)}</p>\n\n`;
		case 'gist':
			return `\n\nhttps://gist.github.com/${rest.trim().replace(/["']/g, '').split(/\s+/).slice(0, 2).join('/')}\n\n`;
		default:
			return remark(source);
	}
}
