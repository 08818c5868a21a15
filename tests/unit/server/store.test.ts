import assert from 'node:assert/strict';
import {
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { WaitingReply } from '../../../src/model/replies/replies.ts';
import { createFileStore, disk, type Disk } from '../../../src/server/store/filestore.ts';
import { createPostgresStore } from '../../../src/server/store/pgstore.ts';
import type { Store } from '../../../src/server/store/store.ts';

export function reply(id: string, fields: Partial<WaitingReply> = {}): WaitingReply {
	return {
		id: id.padEnd(12, 'a').slice(0, 12),
		post: '2019/one',
		parent: null,
		name: 'Odile',
		email: 'odile@reader.example',
		url: null,
		date: '2026-11-24T08:00:00.000Z',
		body: 'Өвөл ᠮᠣᠩᠭᠣᠯ 👩‍👩‍👧 عربي',
		signals: [],
		...fields,
	};
}

const scratch = () => mkdtempSync(join(tmpdir(), 'store-'));
const stores: Record<string, () => Promise<Store>> = { files: () => createFileStore(scratch()) };

const url = process.env['TEST_DATABASE_URL'];
if (url) {
	const database = createPostgresStore(url);
	after(async () => (await database).close());
	stores['PostgreSQL'] = () => database;
}

for (const [name, open] of Object.entries(stores)) {
	test(`${name}: a reply is kept once, as it was sent, in whichever box it is`, async () => {
		const store = await open();
		const one = reply('one');
		await store.put('pending', one);
		await store.put('spam', { ...one, body: 'other' });
		assert.deepEqual(await store.get(one.id), { box: 'pending', reply: one });
		assert.ok(!(await store.list('spam')).includes(one.id));
		assert.equal(await store.get('zzzzzzzzzzzz'), undefined);
	});

	test(`${name}: fifty at once of the same are one`, async () => {
		const store = await open();
		const before = (await store.list('pending')).length;
		await Promise.all(Array.from({ length: 50 }, () => store.put('pending', reply('same'))));
		assert.equal((await store.list('pending')).length, before + 1);
	});

	test(`${name}: of several who move a reply, one does`, async () => {
		const store = await open();
		const one = reply('moved');
		await store.put('pending', one);
		const moves = await Promise.all(
			Array.from({ length: 10 }, () => store.move(one.id, 'pending', 'done')),
		);
		assert.equal(moves.filter(Boolean).length, 1);
		assert.equal((await store.get(one.id))?.box, 'done');
	});

	test(`${name}: a reply can be changed as it moves, stay where it is, and be forgotten`, async () => {
		const store = await open();
		const one = reply('changed');
		await store.put('pending', one);
		const without = { ...one, email: null };
		assert.ok(await store.move(one.id, 'pending', 'done', without));
		assert.deepEqual(await store.get(one.id), { box: 'done', reply: without });
		assert.ok(await store.move(one.id, 'done', 'done', one));
		assert.deepEqual((await store.get(one.id))?.reply, one);
		assert.ok(!(await store.move(one.id, 'pending', undefined)));
		assert.ok(await store.move(one.id, 'done', undefined));
		assert.equal(await store.get(one.id), undefined);
	});

	test(`${name}: ids come in order`, async () => {
		const store = await open();
		for (const id of ['ccc', 'bbb', 'ddd']) await store.put('spam', reply(id));
		const ids = await store.list('spam');
		assert.deepEqual(ids, [...ids].sort());
		assert.ok(ids.length >= 3);
	});
}

test('PostgreSQL is among the stores in the long tests', () => {
	if (process.env['LONG'] && process.env['CI'])
		assert.ok(url, 'the run should have started a server');
});

test('the text is on the disk before its name, and its name before the answer', async () => {
	const steps: string[] = [];
	const watched: Disk = {
		...disk,
		writeFile: (async (file, text, options) => {
			steps.push(`write ${(options as { flush?: boolean } | undefined)?.flush ? 'and sync' : ''}`);
			return disk.writeFile(file, text, options);
		}) as Disk['writeFile'],
		link: (async (from, to) => {
			steps.push('link');
			return disk.link(from, to);
		}) as Disk['link'],
		open: (async (path, flags) => {
			const handle = await disk.open(path, flags);
			const sync = handle.sync.bind(handle);
			handle.sync = async () => {
				steps.push('sync folder');
				await sync();
			};
			return handle;
		}) as Disk['open'],
	};
	const store = await createFileStore(scratch(), { fs: watched });
	steps.length = 0;
	await store.put('pending', reply('order'));
	steps.push('answer');
	assert.deepEqual(steps, ['write and sync', 'link', 'sync folder', 'answer']);
	steps.length = 0;
	await store.put('pending', reply('order'));
	assert.deepEqual(steps, ['sync folder'], 'what is there already is made sure of');
});

for (const [step, code] of [
	['writeFile', 'ENOSPC'],
	['link', 'EIO'],
	['open', 'EMFILE'],
] as const)
	test(`a disk that fails to ${step} leaves nothing behind, and what was there`, async () => {
		let failing = false;
		const fail = (...args: unknown[]) =>
			failing
				? Promise.reject(Object.assign(new Error(code), { code }))
				: (disk[step] as (...args: unknown[]) => Promise<unknown>)(...args);
		const folder = scratch();
		const store = await createFileStore(folder, { fs: { ...disk, [step]: fail } });
		await store.put('pending', reply('before'));
		failing = true;
		await assert.rejects(store.put('pending', reply('during')));
		failing = false;
		assert.deepEqual(readdirSync(join(folder, 'tmp')), []);
		assert.deepEqual((await store.get(reply('before').id))?.reply, reply('before'));
		for (const name of readdirSync(join(folder, 'pending')))
			JSON.parse(readFileSync(join(folder, 'pending', name), 'utf8'));
		await store.put('pending', reply('during'));
	});

test('what an interrupted run had written whole waits, and what was half written is gone', async () => {
	const folder = scratch();
	await createFileStore(folder);
	writeFileSync(join(folder, 'tmp/whole'), JSON.stringify(reply('whole')));
	writeFileSync(join(folder, 'tmp/half'), JSON.stringify(reply('half')).slice(0, 40));
	for (const name of ['whole', 'half']) utimesSync(join(folder, 'tmp', name), 1, 1);
	// Somebody may still be at it.
	writeFileSync(join(folder, 'tmp/now'), JSON.stringify(reply('now')));
	assert.deepEqual(await (await createFileStore(folder)).list('pending'), []);
	const store = await createFileStore(folder, { recover: true });
	assert.deepEqual(await store.list('pending'), [reply('whole').id]);
	assert.deepEqual(readdirSync(join(folder, 'tmp')), ['now']);
});

test('nobody else can read what waits', async () => {
	const folder = join(scratch(), 'inbox');
	const store = await createFileStore(folder);
	await store.put('pending', reply('private'));
	assert.equal(statSync(join(folder, 'pending')).mode & 0o077, 0);
	const file = join(folder, 'pending', `${reply('private').id}.json`);
	assert.equal(statSync(file).mode & 0o077, 0);
});

test('a folder that cannot hold two names for a file is refused', async () => {
	const link = () => Promise.reject(Object.assign(new Error('not permitted'), { code: 'EPERM' }));
	await assert.rejects(createFileStore(scratch(), { fs: { ...disk, link } }), /REPLIES_DIR/);
});
