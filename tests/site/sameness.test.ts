import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../src/disk.ts';
import { build, clean, compare, edit, edits, forget, kept, killed, siteOf } from '../edits.ts';

/*
 * A few kinds of edit: a text, a picture, a text with code, our code, an integration.
 * `tests/long/sameness.test.ts` makes all of them.
 */

const chosen: readonly (readonly (keyof typeof edits)[])[] = [
	['a word of a text', 'a picture in a text replaced'],
	['a file that a text imports', 'a label that a plugin writes'],
	['an integration with a script'],
];

test('a build after an edit makes what a build from nothing makes', async (t) => {
	await build(kept);
	for (const names of chosen)
		await t.test(names.join(', '), async () => {
			for (const name of names) edits[name]();
			await compare();
		});
});

test('after a build that failed, and one that was killed, too', async () => {
	edit('content/posts/2020/one.mdx', 'A large lake', 'A small lake');
	edit('content/posts/2020/four.mdx', 'In {year}', '{year.at.no.time}');
	await assert.rejects(build(kept));
	edit('content/posts/2020/four.mdx', '{year.at.no.time}', 'In {year}');
	await killed(kept, 1800);
	assert.ok(siteOf(kept).size > 20, 'the last site is whole');
	await compare();
});

test('a first build that is killed while images are made leaves nothing half made', async () => {
	forget(kept);
	await killed(kept, 2300);
	await build(kept);
	assert.deepEqual(siteOf(kept), siteOf(clean));
});

test('damage to what is kept is noticed, said and mended', async (t) => {
	const folder = join(kept, 'node_modules/.astro');
	const isList = (file: string) => /^\w+\/(\w+\.json|parsed)$/.test(file);
	const [lists, files] = [
		filesIn(folder).filter(isList),
		filesIn(folder).filter((file) => !isList(file)),
	];
	for (const [name, damaged, damage] of [
		['files halved', files, (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
		['lists garbled', lists, (bytes: Buffer) => bytes.fill(7, bytes.length >> 1)],
	] as const)
		await t.test(name, async () => {
			for (const file of damaged)
				writeFileSync(join(folder, file), damage(readFileSync(join(folder, file))));
			assert.match(await build(kept), /damaged/);
			assert.deepEqual(siteOf(kept), siteOf(clean));
		});
});
