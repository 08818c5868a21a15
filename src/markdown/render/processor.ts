import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
import { createPlugins } from '../plugins/plugins.ts';

/**
 * How MDX is compiled for a site whose address has the path `base`, and whose texts are in
 * `language` unless they say otherwise. `gfm` and `smartypants` are off: the plugins decide.
 */
export function createProcessor(base: string, language: string) {
	const { remarkRehypeOptions, rehypePlugins } = createPlugins(base, language);
	return unified({
		gfm: false,
		smartypants: false,
		remarkPlugins: [remarkGfm],
		remarkRehype: remarkRehypeOptions,
		rehypePlugins,
	});
}
