import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { updateLists, type ChangedList } from '../../../src/commands/import/lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-'));
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const category = (id: string, fields: object = {}) => ({
	entry: { id, label: id, ...fields },
	path: `/category/${id}/`,
});
let recorded: Record<string, ChangedList['written']> = {};

/** Imports these lists, and returns what changed. */
function importLists(
	categories: ReturnType<typeof category>[],
	redirects: Record<string, string> = {},
) {
	const lists = updateLists(folder, { categories, tags: [], redirects }, recorded);
	for (const { name, text } of lists) if (text !== '') write(name, text);
	recorded = Object.fromEntries(lists.map(({ name, written }) => [name, written]));
	return lists.filter(({ text }) => text !== '').map(({ name }) => name);
}

test('entries of lists follow an import, but for those of an editor', () => {
	write('categories.yaml', '# Mine.\n- id: own\n  label: Own # a remark\n');
	assert.deepEqual(
		importLists(
			[category('water'), category('salt'), category('own', { aliases: ['/old/own/'] })],
			{ '/a/': '/b/' },
		),
		['categories.yaml', 'redirects.yaml'],
	);
	assert.match(
		read('categories.yaml'),
		/^# Mine\.\n- id: own\n {2}label: Own # a remark\n- id: water\n/,
	);
	assert.deepEqual(parse(read('redirects.yaml')), { '/a/': '/b/', '/old/own/': '/category/own/' });

	assert.deepEqual(
		importLists(
			[category('water'), category('salt'), category('own', { aliases: ['/old/own/'] })],
			{ '/a/': '/b/' },
		),
		[],
		'a second import changes nothing',
	);

	write('categories.yaml', read('categories.yaml').replace('label: salt', 'label: Salt Lakes'));
	write('redirects.yaml', read('redirects.yaml').replace('/a/: /b/\n', ''));
	importLists([category('water', { aliases: ['/old/'] }), category('own')], {
		'/a/': '/b/',
		'/c/': '/d/',
	});
	assert.deepEqual(parse(read('categories.yaml')), [
		{ id: 'own', label: 'Own' },
		{ id: 'water', label: 'water', aliases: ['/old/'] },
		{ id: 'salt', label: 'Salt Lakes' },
	]);
	assert.deepEqual(
		parse(read('redirects.yaml')),
		{ '/c/': '/d/' },
		'what an editor deleted stays away',
	);

	importLists([category('own')]);
	assert.deepEqual(
		(parse(read('categories.yaml')) as { id: string }[]).map(({ id }) => id),
		['own', 'salt'],
		'what an import wrote goes with it',
	);
	assert.match(read('categories.yaml'), /# a remark/);
});
