import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { contentFolder } from './folders.ts';
import { documents, list, posts, type Place } from './markdown/loader.ts';
import {
	authorSchema,
	categorySchema,
	pageSchema,
	postSchema,
	textSchema,
} from './model/schema.ts';

/**
 * Astro keeps what it once read of an unchanged file. What it reads also depends on this code,
 * which it does not look at.
 */
const version = createHash('sha256');
for (const file of globSync('src/{markdown,model}/*.ts').sort()) version.update(readFileSync(file));
const code = version.digest('hex');

const place = (name: string): Place => ({
	url: pathToFileURL(join(contentFolder, name)).href,
	version: code,
});

export const collections = {
	posts: defineCollection({
		loader: posts(place('posts')),
		schema: ({ image }) => postSchema(image()).extend({ text: textSchema }),
	}),
	authors: defineCollection({ loader: documents(place('authors')), schema: authorSchema }),
	pages: defineCollection({ loader: documents(place('pages')), schema: pageSchema }),
	categories: defineCollection({
		loader: list(place('categories.yaml')),
		schema: categorySchema.extend({ order: z.int() }),
	}),
};
