import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { contentFolder } from './folders.ts';
import { documents, list, posts } from './markdown/loader.ts';
import {
	authorSchema,
	categorySchema,
	pageSchema,
	postSchema,
	textSchema,
} from './model/schema.ts';

const folder = (name: string) => pathToFileURL(join(contentFolder, name)).href;

export const collections = {
	posts: defineCollection({
		loader: posts(folder('posts')),
		schema: ({ image }) => postSchema(image()).extend({ text: textSchema }),
	}),
	authors: defineCollection({ loader: documents(folder('authors')), schema: authorSchema }),
	pages: defineCollection({ loader: documents(folder('pages')), schema: pageSchema }),
	categories: defineCollection({
		loader: list(folder('categories.yaml')),
		schema: categorySchema,
	}),
};
