import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../../../src/model/checks/catalogue.ts';
import { mistakes } from '../corpus/mistakes.ts';
import { check, text, type Files } from '../corpus/publication.ts';
import { unusual } from '../corpus/unusual.ts';

test('each kind of mistake is told once, with its code and its place', async (t) => {
	for (const [code, files] of mistakes)
		await t.test(`${code}: ${excerpt(files)}`, async () => {
			const { problems } = await check(unmarked(files));
			assert.deepEqual(
				problems.map(({ code, file, line, column }) => `${file}:${line}:${column} ${code}`),
				[`${placeOf(code, files)} ${code}`],
			);
		});
});

test('the corpus has every kind of mistake', () => {
	const met = new Set(mistakes.map(([code]) => code));
	const missing = Object.keys(catalogue).filter((code) => !met.has(code as keyof typeof catalogue));
	assert.deepEqual(
		missing,
		[
			'misplaced-reply',
			'orphan-reply',
			'linked-file',
			'bad-security-contact',
			'bad-security-expiry',
			'expiring-security',
			'broken-menu',
			'broken-mdx',
			'failing-code',
			'position-in-image',
			'bad-site-language',
			'site-language-twice',
			'unspoken-language',
			'untranslated',
		],
		'which have tests of their own',
	);
});

test('what is unusual but right is not told', async (t) => {
	for (const [name, files] of Object.entries(unusual))
		await t.test(name, async () => {
			const { problems } = await check(files);
			assert.deepEqual(
				problems.map(({ code, file, line, column }) => `${file}:${line}:${column} ${code}`),
				[],
			);
		});
});

/** The line with the mistake. */
function excerpt(files: Files): string {
	const marked = Object.values(files).find((text) => text.includes('‸' as never)) ?? '';
	return /.*‸.*/.exec(String(marked))?.[0].slice(0, 60) ?? Object.keys(files)[0]!;
}

function unmarked(files: Files): Files {
	return Object.fromEntries(
		Object.entries(files).map(([path, text]) => [
			path,
			typeof text === 'string' ? text.replace('‸', '') : text,
		]),
	);
}

function placeOf(code: string, files: Files): string {
	if (code === 'no-posts') return 'posts:1:1';
	for (const [path, text] of Object.entries(files)) {
		if (typeof text !== 'string' || !text.includes('‸')) continue;
		const before = text.slice(0, text.indexOf('‸')).split('\n');
		return `${path}:${before.length}:${before.at(-1)!.length + 1}`;
	}
	return `${Object.keys(files)[0]}:1:1`;
}

test('no value, however strange, stops the checks', async () => {
	for (const files of [
		text('![x](/%00) [y](/files/%00)'),
		text(`![x](./${'long'.repeat(80)}.png)`),
		text('![x](./one.mdx/x.png)'),
		text('[a](</\\[>) [b](http://[) [c](//)'),
		text('A.', 'tags: ["\\ud800abc"]\naliases: ["/\\ud800/"]\n'),
		{ 'posts/2020/two.mdx': '---\n: \n: \n---\n' },
		{ 'permalinks.json': '{ "x": ' },
		{ 'categories.yaml': '- 1\n- null\n- [a]\n' },
	])
		await check(files);
});

test('one slip in a file does not make what depends on it seem lost', async () => {
	const { problems } = await check({
		'posts/2020/one.mdx': '---\ntitle: A: B\n---\n',
		...text('[a](/category/water/) [b](/tag/salt-works/)'),
		'permalinks.json': '{ "/category/water/": "category/water" }',
	});
	assert.deepEqual(
		problems.map(({ code }) => code),
		['unquoted-colon'],
	);
});
