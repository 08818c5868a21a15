import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { ParseOptions } from '../../markdown/parse/reading.ts';
import { createSetQuotes } from '../../markdown/plugins/quotes.ts';
import { createRender } from '../../markdown/render/rendering.ts';
import type { Components } from '../../markdown/rules/jsx.ts';
import type { Quotes } from '../../model/publication/site.ts';
import { componentOf } from './props.ts';
import { authorSchema, pageSchema, postSchema } from '../../model/content/schema.ts';

/** A kind of MDX file, and where it belongs below its folder. */
export interface Kind<Fields> extends ParseOptions<Fields> {
	readonly name: KindName;
	readonly pattern: RegExp;
	/** The pattern in words. */
	readonly place: string;
}

export const kindNames = ['posts', 'authors', 'pages'] as const;
/** The folder of its files. */
export type KindName = (typeof kindNames)[number];
/** The arguments of {@link createKinds}. */
export type KindOptions = Parameters<typeof createKinds>;

/**
 * The kinds of files of a site. `base` is the path of its address; `language` is that of texts that
 * name none; `quotes` says how their quotation marks are set.
 */
export function createKinds(base: string, language: string, quotes: Quotes) {
	const shared = {
		language,
		components: readComponents(),
		setQuotes: createSetQuotes(language, quotes),
		render: createRender(base, language),
		summarized: false,
	};
	return {
		posts: {
			...shared,
			name: 'posts',
			schema: postSchema,
			summarized: true,
			pattern: /^\d{4}\/(?!index\.mdx)[^/]+(\/index)?\.mdx$/,
			place: 'posts/<year>/<slug>.mdx, or posts/<year>/<slug>/index.mdx beside its images',
		},
		authors: {
			...shared,
			name: 'authors',
			schema: authorSchema,
			pattern: /^[^/]+\.mdx$/,
			place: 'authors/<id>.mdx',
		},
		pages: {
			...shared,
			name: 'pages',
			schema: pageSchema,
			pattern: /^[^/]+\.mdx$/,
			place: 'pages/<slug>.mdx',
		},
	} as const;
}

const componentFolder = resolve(import.meta.dirname, '../../components/prose');

/** The components that texts may use by name. */
export function readComponents(): Components {
	const names = readdirSync(componentFolder).sort();
	return new Map(
		names.map((name) => {
			const code = readFileSync(join(componentFolder, name), 'utf8');
			return [basename(name, '.astro'), componentOf(code)] as const;
		}),
	);
}
