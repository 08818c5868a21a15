import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { isReplaceable, nextTo, recover, swap } from '../../src/build/swap.ts';

test('the new site takes the place of the old one and leaves nothing behind', async () => {
	const parent = await mkdtemp(join(tmpdir(), 'swap-'));
	const folder = join(parent, 'dist');
	for (const text of ['old', 'new']) {
		await mkdir(nextTo(folder));
		await writeFile(join(nextTo(folder), 'index.html'), text);
		await swap(nextTo(folder), folder);
		assert.equal(await readFile(join(folder, 'index.html'), 'utf8'), text);
	}
	assert.deepEqual(await readdir(parent), ['dist']);
});

test('only an absent or empty folder, or a built site, may be replaced', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'swap-'));
	assert.ok(await isReplaceable(join(folder, 'absent')));
	assert.ok(await isReplaceable(folder));
	await writeFile(join(folder, 'thesis.doc'), '');
	assert.ok(!(await isReplaceable(folder)));
	await writeFile(join(folder, 'index.html'), '');
	await writeFile(join(folder, '404.html'), '');
	await mkdir(join(folder, '_astro'));
	assert.ok(await isReplaceable(folder));
	assert.ok(!(await isReplaceable(join(folder, 'index.html'))), 'a file is no folder');
	assert.ok(!(await isReplaceable(process.cwd())), 'never the project itself');
	assert.ok(!(await isReplaceable('/')), 'nor what contains it');
});

test('a site that an interrupted swap had taken away comes back', async () => {
	const parent = await mkdtemp(join(tmpdir(), 'swap-'));
	const folder = join(parent, 'dist');
	await mkdir(join(parent, '.dist.previous'));
	await writeFile(join(parent, '.dist.previous/index.html'), 'old');
	await recover(folder);
	assert.equal(await readFile(join(folder, 'index.html'), 'utf8'), 'old');
	await mkdir(join(parent, '.dist.previous'));
	await recover(folder);
	assert.deepEqual(await readdir(folder), ['index.html'], 'a site that is there stays');
});
