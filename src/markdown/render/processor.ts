import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { Quotes } from '../../model/publication/site.ts';
import { createPlugins } from '../plugins/plugins.ts';
import { createSetQuotes, quotes } from '../plugins/quotes.ts';

/**
 * Creates the processor with which Astro compiles MDX. `base` is the path of the site's address,
 * `language` the default language of texts, `setting` how their quotation marks are set. `gfm` and `smartypants` are off, so that only the
 * listed plugins run.
 */
export function createProcessor(base: string, language: string, setting: Quotes) {
	const { remarkRehypeOptions, rehypePlugins } = createPlugins(base, language);
	return unified({
		gfm: false,
		smartypants: false,
		remarkPlugins: [remarkGfm, blankFirstLines, quotes(createSetQuotes(language, setting))],
		remarkRehype: remarkRehypeOptions,
		rehypePlugins,
	});
}

/** Doubles a blank first line of code, because Astro parses the HTML again, and loses one line end. */
function blankFirstLines() {
	return (tree: Root) =>
		visit(tree, 'code', (code) => {
			if (code.value.startsWith('\n')) code.value = `\n${code.value}`;
		});
}
