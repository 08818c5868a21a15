import { z } from 'astro/zod';
import type { Content } from '../checks/content.ts';
import { placesSchema } from './places.ts';
import { authorSchema, categorySchema, pageSchema, postSchema, tagSchema } from './schema.ts';
import { order } from '../text/text.ts';

/** JSON Schemas (https://json-schema.org/draft/2020-12), by the kind of content. */
export type EditorSchemas = Readonly<Record<string, z.core.JSONSchema.BaseSchema>>;

/**
 * Returns the schemas for completion and validation in editor programs. They allow only existing
 * authors and categories; they propose existing tags and allow new ones.
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
		tag: jsonSchema(z.array(tagSchema)),
		place: jsonSchema(placesSchema),
	};
}

type Schema = z.core.JSONSchema.BaseSchema;

function jsonSchema(schema: z.ZodType): Schema {
	// The schema of the file, before any transform.
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
