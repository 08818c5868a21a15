import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { now } from './clock.ts';
import { contentFolder } from './folders.ts';
import { documents, list, posts } from './markdown/loader.ts';
import {
	authorSchema,
	categorySchema,
	pageSchema,
	postSchema,
	textSchema,
} from './model/schema.ts';
import { site } from './site.ts';

const place = (name: string) => pathToFileURL(join(contentFolder, name)).href;

export const collections = {
	posts: defineCollection({
		loader: posts(place('posts'), site, now()),
		schema: ({ image }) => postSchema(image()).extend({ text: textSchema }),
	}),
	authors: defineCollection({ loader: documents(place('authors')), schema: authorSchema }),
	pages: defineCollection({ loader: documents(place('pages')), schema: pageSchema }),
	categories: defineCollection({
		loader: list(place('categories.yaml')),
		schema: categorySchema.extend({ order: z.int() }),
	}),
};
