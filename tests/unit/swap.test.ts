import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { ask } from '../../src/build/disk.ts';
import { abandon, begin, isReplaceable, nextTo, recover, swap } from '../../src/build/swap.ts';

test('the new site takes the place of the old one, with which the next begins', async () => {
	const parent = await mkdtemp(join(tmpdir(), 'swap-'));
	const folder = join(parent, 'dist');
	for (const text of ['first', 'second', 'third']) {
		await begin(folder);
		await mkdir(nextTo(folder), { recursive: true });
		await writeFile(join(nextTo(folder), 'index.html'), text);
		await swap(folder);
		assert.equal(await readFile(join(folder, 'index.html'), 'utf8'), text);
	}
	assert.deepEqual((await readdir(parent)).sort(), ['.dist.spare', 'dist']);
	await begin(folder);
	assert.equal(await readFile(join(nextTo(folder), 'index.html'), 'utf8'), 'second');
	await abandon(folder);
	assert.deepEqual((await readdir(parent)).sort(), ['.dist.spare', 'dist']);
});

test('a new site begins with what is kept, and with nothing else of an old one', async () => {
	const parent = await mkdtemp(join(tmpdir(), 'copier-'));
	const [kept, site] = [join(parent, 'kept'), join(parent, 'site')];
	const put = async (path: string, text: string) => {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	};
	for (const name of ['same', 'edited', 'folder']) await put(join(kept, name, 'index.html'), name);
	const copier = new Worker(resolve('src/build/copier.ts'));
	const restore = () => ask<void>(copier, { parts: [{ folder: kept, copied: true }], to: site });
	await restore();
	await put(join(site, 'edited/index.html'), 'EDITED');
	await put(join(site, 'stray/index.html'), 'stray');
	await rm(join(site, 'folder'), { recursive: true });
	await put(join(site, 'folder'), 'a file where a folder is wanted');
	await restore();
	await copier.terminate();
	const names = (await readdir(site, { recursive: true })).filter((name) => name.includes('/'));
	assert.deepEqual(names.sort(), ['edited/index.html', 'folder/index.html', 'same/index.html']);
	assert.equal(await readFile(join(site, 'edited/index.html'), 'utf8'), 'edited');
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
