import { unified } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import remarkGfm from 'remark-gfm';
import { footnotes } from './footnotes.ts';
import { headingLinks } from './headings.ts';
import { scrollable } from './scrollable.ts';

/** How MDX becomes HTML. `gfm` and `smartypants` are off because the plugins below decide. */
export const processor = unified({
	gfm: false,
	smartypants: false,
	remarkPlugins: [remarkGfm],
	remarkRehype: { clobberPrefix: '' },
	rehypePlugins: [rehypeSlug, headingLinks, scrollable, footnotes],
});
