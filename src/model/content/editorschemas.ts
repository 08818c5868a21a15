import { z } from 'astro/zod';
import type { Content } from '../checks/content.ts';
import { placesSchema } from './places.ts';
import { authorSchema, categorySchema, pageSchema, postSchema } from './schema.ts';
import { order } from '../text/text.ts';

/** JSON Schemas (https://json-schema.org/draft/2020-12) by the name of a kind of content. */
export type EditorSchemas = Readonly<Record<string, z.core.JSONSchema.BaseSchema>>;

/**
 * What editor programs complete, explain and underline: the schemas of all content, which know the
 * authors, categories and tags that there are. Tags are proposed, not prescribed.
 */
export function editorSchemas({ authors, categories, posts }: Content): EditorSchemas {
	const ids = (entries: readonly { readonly id: string }[]) => ({
		type: 'string' as const,
		enum: entries.map(({ id }) => id).sort(order),
	});
	const tags = [...new Set(posts.flatMap(({ data }) => data.tags ?? []))].sort(order);
	const author = ids(authors);
	const category = ids(categories);

	const post = jsonSchema(postSchema);
	refine(post, 'author', { anyOf: [author, { type: 'array', items: author, minItems: 1 }] });
	refine(post, 'categories', { items: category });
	refine(post, 'tags', { items: { anyOf: [{ type: 'string', enum: tags }, { type: 'string' }] } });
	const list = jsonSchema(z.array(categorySchema));
	refine(list.items as Schema, 'parent', category);
	return {
		post,
		author: jsonSchema(authorSchema),
		page: jsonSchema(pageSchema),
		category: list,
		place: jsonSchema(placesSchema),
	};
}

type Schema = z.core.JSONSchema.BaseSchema;

function jsonSchema(schema: z.ZodType): Schema {
	// What an editor writes, before anything is made of it.
	return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

function refine({ properties }: Schema, name: string, by: Schema): void {
	const { description } = properties![name] as Schema;
	properties![name] = {
		...(properties![name] as Schema),
		...by,
		...(description && { description }),
	};
}
