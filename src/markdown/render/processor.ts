import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import { createPlugins } from '../plugins/plugins.ts';

/**
 * Creates the processor with which Astro compiles MDX. `base` is the path of the site's address,
 * `language` the default language of texts. `gfm` and `smartypants` are off, so that only the
 * listed plugins run.
 */
export function createProcessor(base: string, language: string) {
	const { remarkRehypeOptions, rehypePlugins } = createPlugins(base, language);
	return unified({
		gfm: false,
		smartypants: false,
		remarkPlugins: [remarkGfm, blankFirstLines],
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
