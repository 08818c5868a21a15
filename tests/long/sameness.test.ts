import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesIn } from '../../src/disk.ts';
import { createRandom } from '../bench/random.ts';
import { build, clean, compare, edit, edits, forget, kept, killed, siteOf } from '../edits.ts';

test('a build after any edit makes what a build from nothing makes', async (t) => {
	await build(kept);
	for (const [name, change] of Object.entries(edits))
		await t.test(name, async () => {
			change();
			await compare();
		});
});

test('after a build that is killed at any moment, the next makes the same', async () => {
	await compare();
	const random = createRandom(1);
	const expected = siteOf(clean);
	for (let round = 0; round < 100; round++) {
		const moment = random.between(0, 3500);
		if (round % 2 === 0) {
			forget(kept);
			await killed(kept, moment);
		} else {
			edit('content/posts/2020/one.mdx', 'lake', `lake ${round}`);
			await killed(kept, moment);
			edit('content/posts/2020/one.mdx', `lake ${round}`, 'lake');
		}
		await build(kept);
		assert.deepEqual(siteOf(kept), expected, `killed after ${moment} ms, round ${round}`);
	}
});

test('after damage to any kept file, a build makes the same', async () => {
	const folder = join(kept, 'node_modules/.astro');
	const damages = [
		() => Buffer.alloc(0),
		(bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
		(bytes: Buffer) => bytes.fill(7, bytes.length >> 1),
	];
	const expected = siteOf(clean);
	const files = filesIn(folder).filter((file) => !file.startsWith('compiled/'));
	for (const [index, file] of files.entries()) {
		const bytes = readFileSync(join(folder, file));
		writeFileSync(join(folder, file), damages[index % damages.length]!(bytes));
		await build(kept);
		assert.deepEqual(siteOf(kept), expected, file);
	}
});
