import { createRequire } from 'node:module';

// Astro has Vite compile this file and all that it imports: with `astro:content`, a second Astro. Node
// has loaded the rest already.
const load = createRequire(import.meta.url);
const { defineCollection } = load('astro/content/config') as typeof import('astro/content/config');
const { createLoaders } = load('./build/loader.ts') as typeof import('./build/loader.ts');
const { z } = load('astro/zod') as typeof import('astro/zod');
const { textSchema } = load('./model/body.ts') as typeof import('./model/body.ts');
const { authorSchema, categorySchema, pageSchema, postSchema } = load(
	'./model/schema.ts',
) as typeof import('./model/schema.ts');

const { posts, authors, pages, categories } = createLoaders();

export const collections = {
	posts: defineCollection({
		loader: posts,
		schema: ({ image }) => postSchema(image()).extend({ text: textSchema(image()) }),
	}),
	authors: defineCollection({
		loader: authors,
		schema: ({ image }) => authorSchema.safeExtend({ text: textSchema(image()) }),
	}),
	pages: defineCollection({
		loader: pages,
		schema: ({ image }) => pageSchema.extend({ text: textSchema(image()) }),
	}),
	categories: defineCollection({
		loader: categories,
		schema: categorySchema.extend({ order: z.int() }),
	}),
};
