import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { openIndex } from '../../src/build/keptindex.ts';

const scratch = () => mkdtempSync(join(tmpdir(), 'index-'));

function made(folder: string, text: string): string {
	for (const path of [
		'pagefind.js',
		'pagefind-ui.js',
		'index/a.pf_index',
		'fragment/b.pf_fragment',
	]) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

test('an index is put into a site as long as its documents are the same', () => {
	const parent = scratch();
	const kept = join(parent, 'index');
	const index = openIndex(kept);
	assert.ok(!index.isOf('one'));
	index.replace(made(join(parent, 'new'), 'first'), 'one');
	assert.ok(openIndex(kept).isOf('one'));
	assert.ok(!openIndex(kept).isOf('two'));
	assert.equal(index.put(join(parent, 'site')), 15);
	const files = readdirSync(join(parent, 'site'), { recursive: true, withFileTypes: true });
	assert.deepEqual(
		files
			.filter((entry) => entry.isFile())
			.map(({ name }) => name)
			.sort(),
		['a.pf_index', 'b.pf_fragment', 'pagefind.js'],
		'what nobody asks for is left out',
	);
	index.replace(made(join(parent, 'new'), 'second'), 'two');
	assert.equal(readFileSync(join(parent, 'site/pagefind.js'), 'utf8'), 'first');
	assert.ok(index.isOf('two'));
});

test('one that was edited in a site is not the one that was made', () => {
	const parent = scratch();
	const index = openIndex(join(parent, 'index'));
	index.replace(made(join(parent, 'new'), 'first'), 'one');
	index.put(join(parent, 'site'));
	writeFileSync(join(parent, 'site/index/a.pf_index'), 'edited');
	assert.ok(!index.isOf('one'));
});
