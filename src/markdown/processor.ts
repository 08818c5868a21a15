import { unified } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import { below } from './base.ts';
import { footnotes } from './footnotes.ts';
import { headingLinks } from './headings.ts';
import { labelsOf } from './labels.ts';
import { ownIds } from './ownids.ts';
import { speak } from './speaking.ts';
import { scrollable } from './scrollable.ts';
import { tasks } from './tasks.ts';

/** How a text becomes HTML, however it is rendered. */
export function createPlugins(base: string, language: string) {
	const labels = labelsOf(language);
	return {
		remarkRehypeOptions: { clobberPrefix: '' },
		rehypePlugins: [
			rehypeSlug,
			headingLinks,
			scrollable(labels),
			tasks(labels),
			footnotes(labels),
			ownIds,
			speak(language),
			below(base),
		],
	};
}

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
