import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Prefixes the ids in a text about an author with the author's id. A post page can contain several
 * such texts, and a footnote link must not lead to a footnote of another text.
 */
export function ownIds() {
	return (tree: Root, file: VFile) => {
		const [, author] = /\/authors\/([^/]+)\.mdx$/.exec(file.path) ?? [];
		if (!author) return;
		visit(tree, 'element', ({ properties }) => {
			const { id, href, ariaDescribedBy } = properties;
			if (id) properties['id'] = `${author}.${id}`;
			if (typeof href === 'string' && href.startsWith('#'))
				properties['href'] = `#${author}.${href.slice(1)}`;
			if (Array.isArray(ariaDescribedBy))
				properties['ariaDescribedBy'] = ariaDescribedBy.map((name) => `${author}.${name}`);
		});
	};
}
