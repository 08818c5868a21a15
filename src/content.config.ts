// Not from `astro:content`, which has Vite compile a second Astro.
import { defineCollection } from 'astro/content/config';
import { z } from 'astro/zod';
import { edition } from './edition.ts';

const { images, texts } = edition().loaders;

/** What only Astro can print. All else that pages show is in the edition. */
export const collections = {
	/** The images that are published, by their paths below the folder of content. */
	images: defineCollection({
		loader: images,
		schema: ({ image }) => z.object({ image: image() }),
	}),
	/** The texts with code of their own, as `posts/<id>`, `authors/<id>` or `pages/<id>`. */
	texts: defineCollection({ loader: texts }),
};
