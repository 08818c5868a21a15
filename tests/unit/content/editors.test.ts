import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorSchemas } from '../../../src/model/content/editorschemas.ts';
import { author, category, content, post } from '../sample.ts';

const schemas = editorSchemas(
	content({
		posts: [post('2020/one', { tags: ['Salt', 'Law'] }), post('2020/two', { tags: ['Law'] })],
		authors: [author('bob'), author('ann')],
		categories: [category('water', 'Water')],
	}),
);
const properties = (name: string) =>
	schemas[name]!.properties as Record<string, Record<string, unknown>>;

test('editor programs propose the authors, categories and tags that there are', () => {
	const authors = { type: 'string', enum: ['ann', 'bob'] };
	const { author, categories, tags } = properties('post');
	assert.deepEqual(author!['anyOf'], [authors, { type: 'array', items: authors, minItems: 1 }]);
	assert.deepEqual(categories!['items'], { type: 'string', enum: ['water'] });
	assert.deepEqual(tags!['items'], {
		anyOf: [{ type: 'string', enum: ['Law', 'Salt'] }, { type: 'string' }],
	});
});

test('every field is explained, down to the last', () => {
	const unexplained = (name: string, schema: unknown): string[] => {
		const { properties = {}, items } = schema as {
			properties?: Record<string, { description?: string }>;
			items?: object;
		};
		return [
			...Object.entries(properties).flatMap(([key, value]) => [
				...(value.description ? [] : [`${name}.${key}`]),
				...unexplained(`${name}.${key}`, value),
			]),
			...(items ? unexplained(`${name}[]`, items) : []),
		];
	};
	for (const [name, schema] of Object.entries(schemas))
		assert.deepEqual(unexplained(name, schema), []);
});

test('what has a default may be left out, and what is not known is underlined', () => {
	assert.deepEqual(schemas['post']!.required, ['title', 'date', 'author']);
	assert.equal(schemas['post']!.additionalProperties, false);
});
