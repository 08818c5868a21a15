import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
	exchange,
	isReplaceable,
	nextTo,
	previousOf,
	recover,
	swap,
} from '../../../src/publishing/swap.ts';

test('the new site takes the place of the old one, which stays until the next', async () => {
	const parent = await mkdtemp(join(tmpdir(), 'swap-'));
	const folder = join(parent, 'dist');
	const texts = ['first', 'second', 'third'];
	for (const [index, text] of texts.entries()) {
		await rm(previousOf(folder), { recursive: true, force: true });
		await mkdir(nextTo(folder));
		await writeFile(join(nextTo(folder), 'index.html'), text);
		await swap(folder);
		assert.equal(await readFile(join(folder, 'index.html'), 'utf8'), text);
		if (index === 0) continue;
		const before = await readFile(join(previousOf(folder), 'index.html'), 'utf8');
		assert.equal(before, texts[index - 1]);
	}
	assert.deepEqual((await readdir(parent)).sort(), ['.dist.previous', 'dist']);
});

test(
	'on Linux, two folders are exchanged in one step',
	{ skip: process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch) },
	async () => {
		const parent = await mkdtemp(join(tmpdir(), 'exchange-'));
		const [one, other] = [join(parent, 'one'), join(parent, "other's “folder”")];
		for (const folder of [one, other]) {
			await mkdir(folder);
			await writeFile(join(folder, 'name'), folder);
		}
		assert.ok(exchange(one, other));
		assert.equal(await readFile(join(one, 'name'), 'utf8'), other);
		assert.equal(await readFile(join(other, 'name'), 'utf8'), one);
		assert.ok(!exchange(one, join(parent, 'absent')), 'it says if it could not');
	},
);

test('only an absent or empty folder, or a built site, may be replaced', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'swap-'));
	assert.ok(await isReplaceable(join(folder, 'absent')));
	assert.ok(await isReplaceable(folder));
	await writeFile(join(folder, 'thesis.doc'), '');
	assert.ok(!(await isReplaceable(folder)));
	await mkdir(join(folder, '_astro'));
	assert.ok(await isReplaceable(folder), 'also one of which a build was interrupted');
	assert.ok(!(await isReplaceable(join(folder, 'thesis.doc'))), 'a file is no folder');
	assert.ok(!(await isReplaceable(process.cwd())), 'never the project itself');
	assert.ok(!(await isReplaceable('/')), 'nor what contains it');
});

test('a site that an interrupted swap has moved aside comes back', async () => {
	const parent = await mkdtemp(join(tmpdir(), 'swap-'));
	const folder = join(parent, 'dist');
	await mkdir(previousOf(folder));
	await writeFile(join(previousOf(folder), 'index.html'), 'old');
	await recover(folder);
	assert.equal(await readFile(join(folder, 'index.html'), 'utf8'), 'old');
	await mkdir(previousOf(folder));
	await recover(folder);
	assert.deepEqual(await readdir(folder), ['index.html'], 'a site that is there stays');
});
