import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, opendirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { layDocuments } from '../../src/build/searchdocs.ts';

/** Lays documents, given their texts by id; tells which were made. */
function lay(folder: string, texts: Readonly<Record<string, string>>) {
	const made: string[] = [];
	const documents = Object.entries(texts).map(([id, text]) => ({
		id,
		key: text,
		make: () => {
			made.push(id);
			return text;
		},
	}));
	versions.push(layDocuments(folder, documents));
	const read = (id: string) => readFileSync(join(folder, id, 'index.html'), 'utf8');
	for (const [id, text] of Object.entries(texts)) assert.equal(read(id), text);
	return made;
}

/** What was answered, in turn. */
const versions: string[] = [];

/** The names in a folder, in the order of the file system. */
function namesIn(folder: string): string[] {
	const names: string[] = [];
	const entries = opendirSync(folder);
	for (let entry = entries.readSync(); entry; entry = entries.readSync()) names.push(entry.name);
	entries.closeSync();
	return names;
}

// Where there is one, in memory: unlike others, such a file system keeps files as they came.
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const newFolder = () => join(mkdtempSync(join(parent, 'searchdocs-')), 'search');

test('only a document of which something has changed is made anew', async () => {
	const folder = newFolder();
	assert.deepEqual(lay(folder, { '2019/a': 'A', '2019/b': 'B' }), ['2019/a', '2019/b']);
	assert.deepEqual(lay(folder, { '2019/a': 'A', '2019/b': 'B' }), []);
	assert.deepEqual(lay(folder, { '2019/a': 'A', '2019/b': 'edited' }), ['2019/b']);
	assert.deepEqual(lay(folder, { '2019/a': 'A', '2020/c': 'C' }), ['2020/c']);
	assert.ok(!existsSync(join(folder, '2019/b')));
	assert.deepEqual(lay(folder, { '2019/b': 'edited', '2020/c': 'C' }), ['2019/b']);
});

test('documents lie in the same order however they came to be there', async () => {
	const ids = ['b', 'd', 'a', 'c', 'e'].map((name) => `2019/${name}`);
	const texts = (some: readonly string[]) => Object.fromEntries(some.map((id) => [id, id]));
	const [grown, whole] = [newFolder(), newFolder()];
	for (let count = 1; count <= ids.length; count++)
		lay(grown, texts(ids.slice(0, count).toSorted()));
	lay(whole, texts(ids.toSorted()));
	assert.deepEqual(namesIn(join(grown, '2019')), namesIn(join(whole, '2019')));
});

test('what an interrupted build has left is not taken for what it is not', async () => {
	const folder = newFolder();
	lay(folder, { '2019/a': 'A' });
	// It had a text that is withdrawn since, and a post that is not published.
	const interrupted = () => {
		throw new Error('interrupted');
	};
	const secret = { id: '2019/secret', key: 'secret', make: () => 'secret' };
	const withdrawn = { id: '2019/a', key: 'withdrawn', make: () => 'withdrawn' };
	const last = { id: '2019/z', key: 'Z', make: interrupted };
	assert.throws(() => layDocuments(folder, [withdrawn, secret, last]), /interrupted/);
	assert.deepEqual(lay(folder, { '2019/a': 'A' }), ['2019/a']);
	assert.ok(!existsSync(join(folder, '2019/secret')));
	writeFileSync(`${folder}.json`, '{');
	assert.deepEqual(lay(folder, { '2019/a': 'A' }), ['2019/a']);
});

test('the digest changes with the documents', () => {
	const folder = newFolder();
	versions.length = 0;
	for (const texts of [{ a: 'A' }, { a: 'A' }, { a: 'A', b: 'B' }, { a: 'B', b: 'B' }, { a: 'A' }])
		lay(folder, texts as Record<string, string>);
	const [first, same, more, edited, again] = versions;
	assert.equal(same, first);
	assert.equal(again, first);
	assert.equal(new Set([first, more, edited]).size, 3);
});
