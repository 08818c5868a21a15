import assert from 'node:assert/strict';
import {
	existsSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import {
	linkFile,
	openOutputCache,
	openSealed,
	seal,
} from '../../../src/publishing/output/outputcache.ts';

const scratch = () => join(mkdtempSync(join(tmpdir(), 'outputs-')), 'outputs');

/** Makes files of these texts, each with its text as its key. Returns which were made anew. */
function build(folder: string, texts: Readonly<Record<string, string>>, version = 'code') {
	const cache = openOutputCache(folder, version);
	const anew = Object.entries(texts).flatMap(([path, text]) => {
		if (cache.get(path, text)) return [];
		cache.put(path, text, text);
		return [path];
	});
	cache.close();
	for (const [path, text] of Object.entries(texts))
		assert.equal(readFileSync(join(folder, path), 'utf8'), text);
	return { anew, damaged: cache.damaged, emptied: cache.emptied };
}

test('a file is made again only when what it is made of changes', () => {
	const folder = scratch();
	assert.deepEqual(build(folder, { 'a/x': 'one', 'b/x': 'two' }).anew, ['a/x', 'b/x']);
	assert.deepEqual(build(folder, { 'a/x': 'one', 'b/x': 'changed' }).anew, ['b/x']);
	assert.deepEqual(build(folder, { 'a/x': 'one' }).anew, []);
	assert.ok(!existsSync(join(folder, 'b/x')), 'what nobody wants is gone');
});

test('other code makes all files anew, and says so', () => {
	const folder = scratch();
	assert.equal(build(folder, { a: 'one' }).emptied, undefined, 'nothing was kept');
	const { anew, emptied } = build(folder, { a: 'one' }, 'other code');
	assert.deepEqual([anew, emptied], [['a'], 'the code changed']);
});

test('a file that is damaged in any way is made anew, and counted', () => {
	const text = 'a text of some length';
	const damages: Record<string, (file: string) => void> = {
		emptied: (file) => writeFileSync(file, ''),
		halved: (file) => writeFileSync(file, text.slice(0, 10)),
		garbled: (file) => writeFileSync(file, text.replace('some', 'SOME')),
		gone: (file) => rmSync(file),
		'a folder': (file) => {
			rmSync(file);
			mkdirSync(file);
		},
	};
	for (const [name, damage] of Object.entries(damages)) {
		const folder = scratch();
		build(folder, { a: text, b: text });
		damage(join(folder, 'a'));
		if (name === 'a folder') rmSync(join(folder, 'a'), { recursive: true });
		const { anew, damaged } = build(folder, { a: text, b: text });
		assert.deepEqual([anew, damaged], [['a'], 1], name);
	}
});

test('a file that was copied, and so has another time, is still whole', () => {
	const folder = scratch();
	build(folder, { a: 'one' });
	utimesSync(join(folder, 'a'), 1, 1);
	assert.deepEqual(build(folder, { a: 'one' }).anew, []);
});

test('a list that is cut short or garbled is not believed', () => {
	for (const damage of [(text: string) => text.slice(0, -9), (text: string) => `x${text}`]) {
		const folder = scratch();
		build(folder, { a: 'one' });
		const list = `${folder}.json`;
		writeFileSync(list, damage(readFileSync(list, 'utf8')));
		const { anew, emptied } = build(folder, { a: 'one' });
		assert.deepEqual([anew, emptied], [['a'], 'the list of what is kept is damaged']);
	}
});

test('what an interrupted build has made is neither used nor left', () => {
	const folder = scratch();
	build(folder, { a: 'one' });
	const interrupted = openOutputCache(folder, 'code');
	interrupted.put('a', 'two', 'two');
	interrupted.put('secret', 'secret', 'secret');
	assert.deepEqual(build(folder, { a: 'one' }).anew, ['a']);
	assert.ok(!existsSync(join(folder, 'secret')));
});

test('a file that is made anew leaves the published one as it was', () => {
	const folder = scratch();
	build(folder, { a: 'one' });
	const published = join(folder, '..', 'published');
	linkSync(join(folder, 'a'), published);
	build(folder, { a: 'two' });
	assert.equal(readFileSync(published, 'utf8'), 'one');
});

test('a file may be made of parts, or be another one’s', () => {
	const folder = scratch();
	const cache = openOutputCache(folder, 'code');
	const parts = Array.from({ length: 3000 }, (_, part) => Buffer.from(`${part} `));
	for (const key of ['before', 'after']) cache.put('feed.xml', key, parts);
	assert.equal(readFileSync(join(folder, 'feed.xml'), 'utf8'), parts.join(''));
	const { path } = cache.link('deep/copy.xml', 'key', join(folder, 'feed.xml'));
	assert.equal(readFileSync(path, 'utf8'), parts.join(''));
});

test('a file that is linked makes room for itself, and leaves what is there', () => {
	const folder = scratch();
	build(folder, { a: 'made' });
	const site = join(folder, '..', 'site');
	linkFile(join(folder, 'a'), join(site, 'deep/a'));
	assert.equal(readFileSync(join(site, 'deep/a'), 'utf8'), 'made');
	writeFileSync(join(site, 'own'), 'own');
	linkFile(join(folder, 'a'), join(site, 'own'));
	assert.equal(readFileSync(join(site, 'own'), 'utf8'), 'own', 'the owner’s file stays');
	assert.throws(() => linkFile(join(folder, 'none'), join(site, 'deep/b')), /ENOENT/);
});

test('what another program keeps is deleted where it is not as it was sealed', () => {
	const folder = scratch();
	mkdirSync(join(folder, 'assets'), { recursive: true });
	const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
	write('data.json', '{}');
	assert.equal(openSealed(folder), 0, 'what was never sealed is not called damaged');
	assert.ok(!existsSync(join(folder, 'data.json')), 'but may be half of a file');
	write('data.json', '{}');
	write('assets/a.webp', 'image');
	seal(folder);
	assert.equal(openSealed(folder), 0);
	write('assets/a.webp', 'im');
	write('assets/b.webp', 'half an image of an interrupted build');
	assert.equal(openSealed(folder), 1);
	assert.ok(existsSync(join(folder, 'data.json')));
	assert.ok(
		!existsSync(join(folder, 'assets/a.webp')) && !existsSync(join(folder, 'assets/b.webp')),
	);
});
