import { unified } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import { below } from './base.ts';
import { footnotes } from './footnotes.ts';
import { headingLinks } from './headings.ts';
import { scrollable } from './scrollable.ts';
import { tasks } from './tasks.ts';

/**
 * How MDX becomes HTML for a site whose address has the path `base`. `gfm` and `smartypants` are
 * off because the plugins below decide.
 */
export function createProcessor(base: string) {
	return unified({
		gfm: false,
		smartypants: false,
		remarkPlugins: [remarkGfm],
		remarkRehype: { clobberPrefix: '' },
		rehypePlugins: [rehypeSlug, headingLinks, scrollable, tasks, footnotes, below(base)],
	});
}
