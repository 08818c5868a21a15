import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import type { Copying } from '../../src/build/copier.ts';
import { ask } from '../../src/build/disk.ts';
import { openMade } from '../../src/build/made.ts';

/** Makes files of these texts, and a site of them. Answers which were made anew. */
async function build(parent: string, texts: Readonly<Record<string, string>>) {
	const made = openMade(join(parent, 'made'));
	const anew: string[] = [];
	for (const [path, text] of Object.entries(texts))
		await made.make(path, text, () => {
			anew.push(path);
			return text;
		});
	made.end();
	await put(join(parent, 'site'), [
		{ folder: made.folder, versions: made.versions },
		{ folder: join(parent, 'public'), copied: true },
	]);
	return anew;
}

async function put(to: string, parts: Copying['parts']) {
	const copier = new Worker(new URL('../../src/build/copier.ts', import.meta.url));
	await ask<void>(copier, { parts, to } satisfies Copying);
	await copier.terminate();
}

const scratch = () => mkdtempSync(join(tmpdir(), 'made-'));
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

test('what is made is made again only when what it is made of changes', async () => {
	const parent = scratch();
	await build(parent, { 'a/cite.ris': 'one', 'b/cite.ris': 'two' });
	const anew = await build(parent, { 'a/cite.ris': 'one', 'b/cite.ris': 'changed' });
	assert.deepEqual(anew, ['b/cite.ris']);
	assert.equal(read(parent, 'site/b/cite.ris'), 'changed');
	await build(parent, { 'a/cite.ris': 'one' });
	assert.ok(!existsSync(join(parent, 'site/b/cite.ris')));
	assert.ok(!existsSync(join(parent, 'made/b/cite.ris')));
});

test('what an interrupted build has made of a post that is withdrawn is in no later site', async () => {
	const parent = scratch();
	await build(parent, { 'a/cite.ris': 'one' });
	// This one is killed before it ends.
	openMade(join(parent, 'made')).put('secret/cite.ris', 'secret', 'secret');
	await build(parent, { 'a/cite.ris': 'one' });
	assert.ok(existsSync(join(parent, 'site/a/cite.ris')));
	assert.ok(!existsSync(join(parent, 'site/secret/cite.ris')));
	assert.ok(!existsSync(join(parent, 'made/secret/cite.ris')));
});

test('what an interrupted build has made of something else is made anew', async () => {
	const parent = scratch();
	await build(parent, { 'a/cite.ris': 'one' });
	openMade(join(parent, 'made')).put('a/cite.ris', 'two', 'two');
	assert.deepEqual(await build(parent, { 'a/cite.ris': 'one' }), ['a/cite.ris']);
	assert.equal(read(parent, 'site/a/cite.ris'), 'one');
});

test('what is made anew leaves the site before as it was', async () => {
	const parent = scratch();
	await build(parent, { 'a/cite.ris': 'one' });
	renameSync(join(parent, 'site'), join(parent, 'published'));
	await build(parent, { 'a/cite.ris': 'two' });
	assert.equal(read(parent, 'published/a/cite.ris'), 'one');
	assert.equal(read(parent, 'site/a/cite.ris'), 'two');
});

test('what somebody has written into the site is made anew', async () => {
	const parent = scratch();
	await build(parent, { 'a/cite.ris': 'one' });
	writeFileSync(join(parent, 'site/a/cite.ris'), 'edited');
	await build(parent, { 'a/cite.ris': 'one' });
	assert.equal(read(parent, 'site/a/cite.ris'), 'one');
});

test('a file of the owner takes the place of one that is made, as long as it is there', async () => {
	const parent = scratch();
	await build(parent, { 'card.png': 'one' });
	mkdirSync(join(parent, 'public'));
	writeFileSync(join(parent, 'public/card.png'), 'own');
	symlinkSync('nowhere', join(parent, 'public/dangling'));
	await build(parent, { 'card.png': 'one' });
	assert.equal(read(parent, 'site/card.png'), 'own');
	rmSync(join(parent, 'public'), { recursive: true });
	assert.deepEqual(await build(parent, { 'card.png': 'one' }), []);
	assert.equal(read(parent, 'site/card.png'), 'one');
});

test('a list that cannot be read is as none', async () => {
	const parent = scratch();
	await build(parent, { a: 'one' });
	writeFileSync(join(parent, 'made.json'), '{');
	assert.deepEqual(await build(parent, { a: 'one' }), ['a']);
});

test('what somebody writes into the site does not reach a file of the owner', async () => {
	const parent = scratch();
	mkdirSync(join(parent, 'public'));
	writeFileSync(join(parent, 'public/note.txt'), 'own');
	await build(parent, {});
	writeFileSync(join(parent, 'site/note.txt'), 'edited');
	await build(parent, {});
	assert.equal(read(parent, 'public/note.txt'), 'own');
	assert.equal(read(parent, 'site/note.txt'), 'own');
});

test('a file may be made of parts', () => {
	const parent = mkdtempSync(join(tmpdir(), 'made-'));
	const made = openMade(join(parent, 'made'));
	const parts = Array.from({ length: 3000 }, (_, part) => Buffer.from(`${part} `));
	for (const key of ['before', 'after']) made.put('feed.xml', key, parts);
	assert.equal(read(parent, 'made/feed.xml'), parts.join(''));
});
