import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'astro/zod';
import { checkBody, parseBody } from '../../src/markdown/body.ts';
import { parseSource, parseYaml } from '../../src/markdown/source.ts';
import { parseFields } from '../../src/model/fields.ts';
import { placesSchema } from '../../src/model/places.ts';
import { authorSchema, categorySchema, postSchema } from '../../src/model/schema.ts';

const guide = readFileSync('content/README.md', 'utf8');
const examples = (language: string) =>
	[...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(
		([, text]) => text!,
	);

test('every example of the editors’ guide passes the checks', () => {
	const [post, components, author] = examples('mdx');
	const [category, places] = examples('yaml');
	const fields = (text: string) => parseSource('a.mdx', text);
	const findings = [
		...fields(post!).findings,
		...parseFields('a.mdx', fields(post!).data, postSchema(z.string())).findings,
		...fields(author!).findings,
		...parseFields('a.mdx', fields(author!).data, authorSchema).findings,
		...parseFields('a.yaml', parseYaml('a.yaml', category!).data, z.array(categorySchema)).findings,
		...parseFields('a.yaml', parseYaml('a.yaml', places!).data, placesSchema).findings,
		...[fields(post!).body, components!].flatMap((body) => {
			const tree = parseBody('a.mdx', body);
			if ('code' in tree) return [tree];
			return checkBody('a.mdx', body, tree, ['Figure', 'Aside', 'PullQuote'], () => true);
		}),
	];
	assert.deepEqual(findings, []);
});
