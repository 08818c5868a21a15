import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { readComponents } from '../../../src/publishing/content/kinds.ts';
import { readContent } from '../../../src/markdown/parse/reading.ts';
import { createSetQuotes } from '../../../src/markdown/plugins/quotes.ts';
import { createRender } from '../../../src/markdown/render/rendering.ts';
import { parseYaml } from '../../../src/markdown/parse/source.ts';
import { catalogue } from '../../../src/model/checks/catalogue.ts';
import { parseFields, type Schema } from '../../../src/model/content/fields.ts';
import { placesSchema } from '../../../src/model/content/places.ts';
import {
	authorSchema,
	categorySchema,
	pageSchema,
	postSchema,
	tagSchema,
} from '../../../src/model/content/schema.ts';

const guide = readFileSync('content/README.md', 'utf8');
const examples = (language: string) =>
	[...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
		([, text]) => text!,
	);

test('every example of the editors’ guide passes the checks', async () => {
	const components = readComponents();
	const render = createRender('/', 'en');
	const setQuotes = createSetQuotes('en', 'by-language');
	const options = { components, language: 'en', setQuotes, render, summarized: true };
	const read = (text: string, schema: Schema) =>
		readContent('a.mdx', text, { ...options, schema }).problems;
	const [post, ...rest] = examples('mdx');
	const author = rest.pop()!;
	const [category, tags, places] = examples('yaml');
	const list = (text: string, schema: Schema) =>
		parseFields('a.yaml', parseYaml('a.yaml', text).data, schema).findings;
	assert.deepEqual(
		[
			...read(post!, postSchema),
			...read(author, authorSchema),
			...rest.flatMap((text) => read(`---\ntitle: T\nsummary: S\n---\n\n${text}`, pageSchema)),
			...list(category!, z.array(categorySchema)),
			...list(tags!, z.array(tagSchema)),
			...list(places!, placesSchema),
		],
		[],
	);
});

test('PROBLEMS.md explains every problem once, and says how grave it is', () => {
	const page = readFileSync('content/PROBLEMS.md', 'utf8');
	const explained = [...page.matchAll(/^### (.+)\n\n(Error|Warning)\. \S/gm)].map(
		([, code, severity]) => `${code} ${severity!.toLowerCase()}`,
	);
	assert.deepEqual(
		explained.toSorted(),
		Object.entries(catalogue)
			.map(([code, { severity }]) => `${code} ${severity}`)
			.sort(),
	);
});
