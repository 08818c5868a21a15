import { z } from 'astro/zod';
import { createRender } from '../markdown/rendering.ts';
import type { Manner } from '../markdown/reading.ts';
import { authorSchema, pageSchema, postSchema } from '../model/schema.ts';
import { readComponents } from './components.ts';

/** A kind of MDX file, and where it belongs below its folder. */
export interface Kind<Data> extends Manner<Data> {
	readonly name: KindName;
	readonly pattern: RegExp;
	/** The pattern in words. */
	readonly place: string;
}

export const kindNames = ['posts', 'authors', 'pages'] as const;
/** The folder of its files. */
export type KindName = (typeof kindNames)[number];
/** What {@link createKinds} is told. */
export type KindOptions = Parameters<typeof createKinds>;

/** The kinds of files for a site whose address has the path `base`, and that speaks `language`. */
export async function createKinds(base: string, language: string) {
	const components = await readComponents();
	const manner = { language, components, render: createRender(base, language), summarized: false };
	return {
		posts: {
			...manner,
			name: 'posts',
			schema: postSchema(z.string()),
			summarized: true,
			pattern: /^\d{4}\/[^/]+(\/index)?\.mdx$/,
			place: 'posts/<year>/<slug>.mdx, or posts/<year>/<slug>/index.mdx beside its images',
		},
		authors: {
			...manner,
			name: 'authors',
			schema: authorSchema,
			pattern: /^[^/]+\.mdx$/,
			place: 'authors/<id>.mdx',
		},
		pages: {
			...manner,
			name: 'pages',
			schema: pageSchema,
			pattern: /^[^/]+\.mdx$/,
			place: 'pages/<slug>.mdx',
		},
	} as const;
}
