import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { createLoaders } from './build/loader.ts';
import { now } from './clock.ts';
import {
	authorSchema,
	categorySchema,
	pageSchema,
	postSchema,
	textSchema,
} from './model/schema.ts';
import { site } from './site.ts';

const { posts, authors, pages, categories } = createLoaders(site, now());

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
