import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Texts about authors stand on the pages of posts, several of them at times: their ids begin with
 * the author's, so that a note in one leads to no note of another.
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
