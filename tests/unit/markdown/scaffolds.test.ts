import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	authorScaffold,
	postScaffold,
	withCategory,
} from '../../../src/markdown/parse/scaffolds.ts';
import { parseYaml } from '../../../src/markdown/parse/source.ts';
import { check } from '../corpus/publication.ts';

const names = [
	'Plain',
	'It\'s: "quoted" #1',
	'Ө: Ү — <b>{x}</b> & y*z',
	'- list',
	'true',
	'2020',
	'null',
	'~',
	'!tag',
	'&anchor',
	'%',
	'@at `tick',
	'a, [b], {c}',
	'back\\slash',
	'ends with colon:',
	`${'long '.repeat(60)}end`,
	'a\u2028line',
];

test('a new post, author and category pass the checks, whatever they are called', async () => {
	for (const name of names) {
		const categories = '- id: water\n  label: Water\n';
		const { problems, content } = await check({
			'categories.yaml': withCategory(categories, {
				id: 'new',
				label: name,
				parent: 'water',
				description: name,
			}),
			'authors/new.mdx': authorScaffold({ name }),
			'authors/other.mdx': authorScaffold({ name, given: name, family: name }),
			'posts/2026/new.mdx': postScaffold({
				title: name,
				date: '2026-11-23',
				authors: ['ann', 'new'],
				categories: ['new'],
				tags: [`${name} a`, 'two'],
				language: 'mn',
			}),
		});
		assert.deepEqual(
			problems.map(({ code, message }) => `${code} ${message}`),
			[],
			name,
		);
		const { data } = content.posts.find(({ id }) => id === '2026/new')!;
		assert.deepEqual([data.title, data.draft, data.tags![0]], [name, true, `${name} a`]);
		assert.equal(content.authors.find(({ id }) => id === 'other')!.data.family, name);
	}
});

test('every comment of a new file can be made a field by deleting the hash sign', async () => {
	const uncommented = (text: string) => text.replace(/^# ?/gm, '');
	const post = { title: 'T', date: '2020', authors: ['ann'], categories: [], tags: [] };
	const { problems } = await check({
		'authors/new.mdx': uncommented(authorScaffold({ name: 'N' })),
		'posts/2020/two/index.mdx': uncommented(postScaffold(post)),
	});
	assert.deepEqual(
		problems.map(({ code, message }) => `${code} ${message}`),
		['missing-image There is no image "./picture.jpg" beside this file.'],
	);
});

test('a category is added to any list of categories, which stays as it was', () => {
	const category = { id: 'new', label: 'New' };
	const ids = (text: string) =>
		(parseYaml('a.yaml', text).data as { id: string }[]).map(({ id }) => id);
	for (const [before, expected] of [
		['', ['new']],
		['[]\n', ['new']],
		['# none yet\n', ['new']],
		['- id: a\n  label: A', ['a', 'new']],
		['- id: a\n  label: A\n# end\n', ['a', 'new']],
		['- id: a\r\n  label: A\r\n', ['a', 'new']],
	] as const) {
		const after = withCategory(before, category);
		assert.deepEqual(ids(after), expected);
		assert.ok(after.startsWith(before.replace('[]', '').trimEnd()));
	}
});
