import { unified } from '@astrojs/markdown-remark';
import remarkGfm from 'remark-gfm';
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
		remarkPlugins: [remarkGfm],
		remarkRehype: remarkRehypeOptions,
		rehypePlugins,
	});
}
