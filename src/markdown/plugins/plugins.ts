import rehypeSlug from 'rehype-slug';
import { attributes } from './attributes.ts';
import { below } from './base.ts';
import { footnotes } from './footnotes.ts';
import { headingIds, headingLinks } from './headings.ts';
import { labelsOf } from './labels.ts';
import { ownIds } from './ownids.ts';
import { componentLanguage } from './componentlanguage.ts';
import { scrollable } from './scrollable.ts';
import { tasks } from './tasks.ts';

/** Returns the plugins and options that turn a text into HTML, for compiled and rendered texts. */
export function createPlugins(base: string, language: string) {
	const labels = labelsOf(language);
	return {
		remarkRehypeOptions: { clobberPrefix: '' },
		rehypePlugins: [
			attributes,
			rehypeSlug,
			headingIds,
			headingLinks,
			scrollable(labels),
			tasks(labels),
			footnotes(labels),
			ownIds,
			componentLanguage(labels),
			below(base),
		],
	};
}
