import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Copied, Copying } from '../../src/build/copier.ts';
import { ask } from '../../src/build/disk.ts';
import { madeIn, openMade } from '../../src/build/made.ts';

/** A cache, and a site that begins with what the cache holds. */
async function next(parent: string) {
	const cache = join(parent, 'cache');
	const site = join(parent, 'site');
	mkdirSync(cache, { recursive: true });
	const copier = new Worker(new URL('../../src/build/copier.ts', import.meta.url));
	const none = join(cache, 'none');
	const own = join(parent, 'public');
	const copying: Copying = { copied: none, linked: madeIn(cache), own, to: site };
	const [, files] = await ask<[Copied, Copied]>(copier, copying);
	await copier.terminate();
	const made = openMade(cache, site, files);
	let count = 0;
	const put = (path: string, text: string) =>
		made.put(path, text, () => {
			count++;
			return text;
		});
	return { site, put, end: () => made.end(), count: () => count };
}

test('what is made is made again only when what it is made of changes', async () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const first = await next(parent);
	await first.put('a/cite.ris', 'one');
	await first.put('b/cite.ris', 'two');
	await first.end();
	const second = await next(parent);
	await second.put('a/cite.ris', 'one');
	await second.put('b/cite.ris', 'changed');
	await second.end();
	assert.equal(second.count(), 1);
	assert.equal(readFileSync(join(second.site, 'b/cite.ris'), 'utf8'), 'changed');
});

test('what an interrupted build has made of a post that is withdrawn is in no later site', async () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const first = await next(parent);
	await first.put('a/cite.ris', 'one');
	await first.end();
	// This one is killed before it ends.
	await (await next(parent)).put('secret/cite.ris', 'secret');
	const third = await next(parent);
	await third.put('a/cite.ris', 'one');
	await third.end();
	assert.ok(!existsSync(join(third.site, 'secret/cite.ris')));
	assert.ok(existsSync(join(third.site, 'a/cite.ris')));
});

test('what is made anew leaves the site before as it was', async () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const first = await next(parent);
	await first.put('a/cite.ris', 'one');
	await first.end();
	const published = join(parent, 'published');
	renameSync(first.site, published);
	const second = await next(parent);
	await second.put('a/cite.ris', 'two');
	await second.end();
	assert.equal(readFileSync(join(published, 'a/cite.ris'), 'utf8'), 'one');
	assert.equal(readFileSync(join(second.site, 'a/cite.ris'), 'utf8'), 'two');
});

test('what somebody has written into the site is made anew', async () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const first = await next(parent);
	await first.put('a/cite.ris', 'one');
	await first.end();
	writeFileSync(join(first.site, 'a/cite.ris'), 'edited');
	const second = await next(parent);
	await second.put('a/cite.ris', 'one');
	assert.equal(readFileSync(join(second.site, 'a/cite.ris'), 'utf8'), 'one');
});

test('what Astro will write itself is not there before', async () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const first = await next(parent);
	await first.put('card.png', 'one');
	await first.end();
	mkdirSync(join(parent, 'public'));
	writeFileSync(join(parent, 'public/card.png'), 'own');
	symlinkSync('nowhere', join(parent, 'public/dangling'));
	const second = await next(parent);
	assert.ok(!existsSync(join(second.site, 'card.png')));
	await second.put('card.png', 'one');
	assert.equal(second.count(), 1);
});

test('a list that cannot be read is as none', async () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const first = await next(parent);
	await first.put('a', 'one');
	await first.end();
	writeFileSync(join(parent, 'cache/beside.json'), '{');
	const second = await next(parent);
	await second.put('a', 'one');
	assert.equal(second.count(), 1);
});
