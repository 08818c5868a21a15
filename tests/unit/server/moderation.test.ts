import assert from 'node:assert/strict';
import {
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { openParseCache } from '../../../src/publishing/content/parsecache.ts';
import { readReplies } from '../../../src/publishing/content/replies.ts';
import { replySchema, type WaitingReply } from '../../../src/model/replies/replies.ts';
import { createFileStore } from '../../../src/server/store/filestore.ts';
import { createModeration } from '../../../src/server/moderate/moderation.ts';
import { createPublisher, writeMarker } from '../../../src/server/moderate/publisher.ts';

const waiting = (id: string, fields: Partial<WaitingReply> = {}): WaitingReply => ({
	id: id.padEnd(12, 'a'),
	post: '2019/one',
	parent: null,
	name: 'Odile',
	email: 'odile@reader.example',
	url: null,
	date: '2026-01-01T08:00:00.000Z',
	body: 'Text.',
	signals: [],
	...fields,
});

async function desk() {
	const folder = mkdtempSync(join(tmpdir(), 'moderation-'));
	const store = await createFileStore(join(folder, 'inbox'));
	const content = join(folder, 'content');
	return { store, content, folder, moderation: createModeration(store, content) };
}

test('an approved reply is a file of the content, without the address, and waits no more', async () => {
	const { store, content, moderation } = await desk();
	const one = waiting('one', { body: 'Line one\n\n- two: #3\n"four" ᠮᠣᠩᠭᠣᠯ', name: 'yes' });
	await store.put('pending', one);
	const file = await moderation.approve(one.id, 'ann');
	const text = readFileSync(file!, 'utf8');
	assert.doesNotMatch(text, /odile@|signals|decided/);
	const { email: _, signals: __, ...published } = one;
	assert.deepEqual(replySchema.parse(parse(text)), published);
	const { replies, problems } = await readReplies(content, openParseCache(''));
	assert.deepEqual(problems, []);
	assert.equal(replies[0]?.body, one.body);
	const kept = await store.get(one.id);
	assert.equal(kept?.box, 'done');
	assert.equal(kept?.reply.decided?.by, 'ann');
	assert.equal(await moderation.approve(one.id, 'bob'), undefined, 'somebody else was first');
});

test('odd texts come back from YAML as they were', async () => {
	const { store, content, moderation } = await desk();
	const texts = [
		'2026-11-24',
		'null',
		'~',
		'- a',
		'# no comment',
		'a: b',
		'  indented\n\n',
		'%TAG',
		'"',
		"'",
		'\t',
		'x\u0085y',
		'---\n...',
		'🎉',
		'!!str x',
		'|',
		'>-',
	];
	for (const [at, body] of texts.entries()) {
		if (body.trim() === '') continue;
		const one = waiting(`odd${'abcdefghijklmnopqrstuvwxyz'[at]}`, {
			body,
			name: body.trim() || 'x',
		});
		await store.put('pending', one);
		await moderation.approve(one.id, 'ann');
	}
	const { replies, problems } = await readReplies(content, openParseCache(''));
	assert.deepEqual(problems, []);
	assert.deepEqual(
		replies.map(({ body }) => body).sort(),
		texts.filter((text) => text.trim() !== '').sort(),
	);
});

test('an editor may change name and text, move to spam and back, and forget', async () => {
	const { store, content, moderation } = await desk();
	const [one, two] = [waiting('one'), waiting('two')];
	for (const reply of [one, two]) await store.put('pending', reply);
	await moderation.approve(one.id, 'ann', { name: 'O.', body: 'Edited.' });
	assert.partialDeepStrictEqual((await readReplies(content, openParseCache(''))).replies[0], {
		name: 'O.',
		body: 'Edited.',
	});
	assert.ok(await moderation.mark(two.id, 'spam', 'ann'));
	assert.ok(!(await moderation.mark(two.id, 'spam', 'ann')));
	assert.ok(await moderation.mark(two.id, 'pending', 'ann'));
	assert.ok(await moderation.forget(two.id));
	assert.equal(await store.get(two.id), undefined);
});

test('all that is kept of a person can be had and forgotten', async () => {
	const { store, moderation } = await desk();
	for (const id of ['one', 'two']) await store.put('pending', waiting(id));
	await store.put('spam', waiting('other', { email: 'else@reader.example' }));
	await moderation.approve(waiting('one').id, 'ann');
	assert.equal((await moderation.of('Odile@reader.example')).length, 2);
	const published = await moderation.erase('odile@reader.example');
	assert.deepEqual(
		published.map(({ id }) => id),
		[waiting('one').id],
	);
	assert.equal((await moderation.of('odile@reader.example')).length, 0);
	assert.equal((await store.list('spam')).length, 1);
});

test('addresses go a month after the decision, spam after three, and nothing that waits', async () => {
	const { store, moderation } = await desk();
	const old = '2026-01-01T00:00:00.000Z';
	await store.put('done', waiting('done', { decided: { at: old, by: 'ann' } }));
	await store.put('spam', waiting('spam'));
	await store.put('pending', waiting('waits'));
	assert.deepEqual(await moderation.tidy(new Date('2026-01-20')), { addresses: 0, replies: 0 });
	assert.deepEqual(await moderation.tidy(new Date('2026-06-01')), { addresses: 1, replies: 1 });
	assert.equal((await store.get(waiting('done').id))?.reply.email, null);
	assert.equal((await store.get(waiting('waits').id))?.reply.email, 'odile@reader.example');
});

test('what was published when a run was interrupted waits no more', async () => {
	const { store, content, moderation } = await desk();
	const one = waiting('one');
	await store.put('pending', one);
	await moderation.approve(one.id, 'ann');
	await store.move(one.id, 'done', 'pending', one);
	const folder = join(content, 'replies/2019/one');
	const half = join(folder, '.00000000-0000-4000-8000-000000000000');
	writeFileSync(half, 'half');
	utimesSync(half, 1, 1);
	assert.equal(await moderation.reconcile(), 1);
	assert.equal((await store.get(one.id))?.box, 'done');
	assert.deepEqual(readdirSync(folder), [`${one.id}.yaml`]);
	assert.equal(await moderation.reconcile(), 0);
	// Killed between being moved and being marked.
	await store.move(one.id, 'done', 'done', one);
	assert.equal(await moderation.reconcile(), 1);
	assert.ok((await store.get(one.id))?.reply.decided);
});

test('a reply that another editor refuses in the midst of it is not published', async () => {
	const { store, content } = await desk();
	const one = waiting('one');
	await store.put('pending', one);
	const racing = createModeration(
		{
			...store,
			move: async (id, from, to, changed) => {
				if (to === 'done') await store.move(id, from, 'spam');
				return store.move(id, from, to, changed);
			},
		},
		content,
	);
	assert.equal(await racing.approve(one.id, 'ann'), undefined);
	assert.deepEqual((await readReplies(content, openParseCache(''))).replies, []);
});

test('a damaged file is told by its id, and keeps nobody from the others', async (t) => {
	const told = t.mock.method(console, 'error', () => undefined);
	const { store, folder, moderation } = await desk();
	await store.put('pending', waiting('one'));
	writeFileSync(join(folder, 'inbox/pending/damagedaaaaa.json'), '{"email":"private@reader.exa');
	assert.equal(await moderation.reconcile(), 0);
	assert.equal((await moderation.of('odile@reader.example')).length, 1);
	assert.match(String(told.mock.calls[0]?.arguments[0]), /damagedaaaaa/);
	assert.doesNotMatch(JSON.stringify(told.mock.calls), /private/);
});

test('a publisher outlives a marker that cannot be written or removed', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
	const file = join(folder, 'file');
	writeFileSync(file, '');
	// Below a file there can be no other.
	const publisher = createPublisher({ command: 'true', marker: join(file, 'marker'), pause: 10 });
	await publisher.request();
	assert.ok(publisher.failure);
	await publisher.settle();
	await publisher.request();
	await publisher.settle();
	await publisher.close();
});

test('several requests are one publication; a failure is told and tried again', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
	const [marker, log, broken] = ['marker', 'log', 'broken'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const command = `echo run >> "${log}"; if [ -e "${broken}" ]; then echo it broke; exit 1; fi`;
	const publisher = createPublisher({ command, marker, pause: 50 });
	for (let i = 0; i < 5; i++) await publisher.request();
	assert.ok(publisher.busy);
	await publisher.settle();
	assert.equal(readFileSync(log, 'utf8'), 'run\n');
	assert.ok(!existsSync(marker));

	writeFileSync(broken, '');
	await publisher.request();
	await publisher.settle();
	assert.match(publisher.failure!, /it broke/);
	assert.ok(existsSync(marker), 'it is not forgotten');
	await publisher.close();

	writeFileSync(log, '');
	const { rmSync } = await import('node:fs');
	rmSync(broken);
	const next = createPublisher({ command, marker, pause: 50 });
	await pause(20);
	await next.settle();
	assert.equal(readFileSync(log, 'utf8'), 'run\n');
	assert.equal(next.failure, undefined);
	assert.ok(!existsSync(marker));
	await next.close();
});

test('what waits to be published is noted also where there is no inbox folder yet', async () => {
	const marker = join(mkdtempSync(join(tmpdir(), 'marker-')), 'inbox/publish');
	await writeMarker(marker);
	assert.ok(existsSync(marker));
});
