import assert from 'node:assert/strict';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { parse } from 'yaml';
import type { ReplyData, WaitingReply } from '../../../src/model/replies/replies.ts';
import { createDesk } from '../../../src/server/moderate/desk.ts';
import { createModeration, type Moderation } from '../../../src/server/moderate/moderation.ts';
import { createFileStore } from '../../../src/server/store/filestore.ts';

const origin = 'https://vesper.example';
const authorization = `Basic ${Buffer.from('ann:sixteen letters.').toString('base64')}`;

function waiting(id: string, fields: Partial<WaitingReply> = {}): WaitingReply {
	return {
		id: id.padEnd(12, 'a'),
		post: '2019/one',
		parent: null,
		name: id,
		email: 'odile@reader.example',
		url: null,
		date: '2019-02-01T17:00:00.000Z',
		body: 'A text.',
		signals: [],
		...fields,
	};
}

async function desk(replies: readonly WaitingReply[], own: Partial<Moderation> = {}) {
	const folder = mkdtempSync(join(tmpdir(), 'desk-'));
	const store = await createFileStore(join(folder, 'inbox'), {});
	for (const reply of replies) await store.put('pending', reply);
	const app = createDesk({
		origin,
		path: '/desk/',
		password: 'sixteen letters.',
		timeZone: 'Asia/Ulaanbaatar',
		language: 'en',
		manifest: async () => ({
			'2019/one': {
				path: '/2019/one/',
				language: 'en',
				title: 'On Salt & Water',
				authors: [{ id: 'bat', name: 'Bat Erdene' }],
				replies: [{ id: 'wp-7', label: 'Torvane, 3 January 2019: Is it so?' }],
			},
		}),
		store,
		moderation: { ...createModeration(store, join(folder, 'content')), ...own },
		publisher: {
			mark: async () => undefined,
			request: async () => undefined,
			settle: async () => undefined,
			close: async () => undefined,
			failure: undefined,
			busy: false,
		},
		clientOf: () => 'editor',
	});
	const get = async (path = '/') =>
		load(await (await app.request(path, { headers: { authorization } })).text());
	const post = (fields: Record<string, string>, headers: Record<string, string> = { origin }) =>
		app.request('/', {
			method: 'POST',
			headers: {
				authorization,
				'content-type': 'application/x-www-form-urlencoded',
				...headers,
			},
			body: new URLSearchParams(fields).toString(),
		});
	return { store, get, post, content: join(folder, 'content') };
}

test('the desk names posts by their titles, days by the site’s zone, and shows the oldest first', async () => {
	const { get } = await desk([
		waiting('late', { date: '2019-03-01T00:00:00.000Z' }),
		waiting('early', { parent: 'wp-7' }),
		waiting('other', { post: '2018/closed', date: '2019-02-15T00:00:00.000Z' }),
	]);
	const $ = await get();
	const heads = $('article h2').toArray();
	assert.deepEqual(
		heads.map((head) => $(head).text()),
		['early', 'other', 'late'],
	);
	const [first, second] = $('article').toArray();
	assert.equal($(first).find('a[href="/2019/one/"]').text(), 'On Salt & Water');
	assert.match($(first).find('.facts').first().text(), /to\s+Torvane, 3 January 2019: Is it so\?/);
	assert.match($(first).find('.facts').first().text(), /2019-02-02 01:00/);
	assert.match($(second).find('.facts').first().text(), /on\s+2018\/closed/);
});

test('no text of an address is shown', async () => {
	const { get } = await desk([]);
	const shown = async (done: string) =>
		(await get(`/?done=${done}`))('[role=status]').text().trim();
	assert.equal(await shown('approved'), 'Approved. It will be published in a moment.');
	for (const done of ['Call%20us%20at%20555', '%3Cb%3E', 'toString', '__proto__'])
		assert.equal(await shown(done), '');
});

test('a decision that cannot be kept is told, and the editor’s text stays', async () => {
	const { post, store } = await desk([waiting('one')], {
		approve: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
	});
	const answer = await post({
		act: 'approve',
		id: waiting('one').id,
		name: 'One',
		body: 'Mended <b>.',
	});
	assert.equal(answer.status, 503);
	const $ = load(await answer.text());
	assert.match($('[role=status]').text(), /Nothing was decided: .*ENOSPC/);
	assert.equal($('textarea').val(), 'Mended <b>.');
	assert.equal($('details[open] input').val(), 'One');
	assert.equal((await store.list('pending')).length, 1);
});

test('decisions come from the desk itself, also in a browser without scripts and headers', async () => {
	const { post } = await desk([waiting('one'), waiting('two'), waiting('three')]);
	const status = async (name: string, headers: Record<string, string>) =>
		(await post({ act: 'spam', id: waiting(name).id }, headers)).status;
	assert.equal(await status('one', { referer: `${origin}/desk/` }), 303);
	assert.equal(await status('two', { 'sec-fetch-site': 'same-origin' }), 303);
	for (const headers of [
		{},
		{ origin: 'https://evil.example' },
		{ referer: 'https://evil.example/?https://vesper.example/' },
		{ referer: 'https://vesper.example.evil.example/' },
		{ 'sec-fetch-site': 'cross-site', referer: `${origin}/desk/` },
	] as Record<string, string>[])
		assert.equal(await status('three', headers), 403, JSON.stringify(headers));
});

test('what was decided can be taken back: deleted, put aside, published', async () => {
	const { post, get, store, content } = await desk([waiting('one'), waiting('two')]);
	const [one, two] = [waiting('one').id, waiting('two').id];
	const act = async (act: string, id: string, more: Record<string, string> = {}) => {
		const { headers } = await post({ act, id, name: 'Odile', body: 'A text.', ...more });
		return get(headers.get('location')!.replace('/desk', ''));
	};
	const undo = ($: Awaited<ReturnType<typeof get>>) => $('[role=status] button').val();

	assert.equal(undo(await act('deleted', one)), 'pending');
	assert.deepEqual(await store.list('deleted'), [one]);
	assert.equal((await store.get(one))?.reply.decided?.by, 'ann');
	await act('pending', one);
	assert.equal((await store.get(one))?.reply.decided, undefined);
	assert.equal(undo(await act('spam', one)), 'pending');
	await act('pending', one);

	const file = join(content, 'replies/2019/one', `${two}.yaml`);
	assert.equal(undo(await act('approve', two)), 'take-down');
	assert.ok(existsSync(file));
	assert.equal((await get('/?box=published'))('article').length, 1);
	await act('take-down', two);
	assert.ok(!existsSync(file));
	const { box, reply } = (await store.get(two))!;
	assert.deepEqual(
		[box, reply.email, reply.decided],
		['pending', 'odile@reader.example', undefined],
	);
	await act('approve', two);
	assert.ok(existsSync(file), 'it can be published again');

	await act('deleted', one);
	await act('forget', two);
	assert.ok(existsSync(file), 'only what is deleted can be forgotten');
	assert.equal((await store.get(two))?.box, 'done');
	await act('forget', one);
	assert.equal(await store.get(one), undefined);
	assert.match((await act('deleted', one))('[role=status]').text(), /Another editor/);
});

test('a reply is answered where it is read, by an editor or as an author of the post', async () => {
	const { post, get, content } = await desk([waiting('one'), waiting('two')]);
	const answer = (fields: Record<string, string>) =>
		post({ act: 'answer', name: 'Odile', body: 'A text.', box: 'pending', ...fields });
	const published = () =>
		globSync('replies/2019/one/*.yaml', { cwd: content })
			.map((file) => parse(readFileSync(join(content, file), 'utf8')) as ReplyData)
			.sort((a, b) => a.date.localeCompare(b.date));

	const empty = await answer({ id: waiting('one').id, answer: ' ' });
	assert.match(empty.headers.get('location')!, /done=incomplete/);
	assert.deepEqual(published(), [], 'nothing is approved without the answer');

	await answer({ id: waiting('one').id, answer: 'So it is.\r\nYes.', as: 'bat' });
	const [asked, answered] = published();
	assert.equal(asked?.id, waiting('one').id);
	assert.deepEqual(
		[answered?.parent, answered?.name, answered?.author, answered?.body],
		[asked?.id, 'Bat Erdene', 'bat', 'So it is.\nYes.'],
	);

	// One that is published already; an editor cannot pretend to be somebody.
	const later = { id: waiting('one').id, answer: 'And more.', box: 'published' };
	const refused = await answer({ ...later, as: 'nobody' });
	assert.equal(refused.status, 503);
	assert.equal(load(await refused.text())('[name=answer]').val(), 'And more.');
	writeFileSync(join(content, 'replies/2019/one/damaged.yaml'), 'a: [b\nbody: "x');
	await answer({ ...later, as: '' });
	rmSync(join(content, 'replies/2019/one/damaged.yaml'));
	const again = published().at(-1);
	assert.deepEqual([published().length, again?.name, again?.author], [3, 'ann', undefined]);
	assert.equal((await get('/?box=published'))('article').length, 3);
});

test('an answer that cannot be kept is not lost, though its reply is published', async () => {
	const { post } = await desk([waiting('one')], {
		add: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
	});
	const { id } = waiting('one');
	const sent = { act: 'answer', id, name: 'Odile', body: 'A text.', box: 'pending' };
	const refused = await post({ ...sent, answer: 'So it is.', as: 'bat' });
	assert.equal(refused.status, 503);
	const $ = load(await refused.text());
	assert.equal($('[name=answer]').val(), 'So it is.');
	assert.equal($('[name=as] [selected]').val(), 'bat');
});

test('a box is read page by page, also when what was last on a page has gone', async () => {
	const { get, post } = await desk(
		Array.from({ length: 22 }, (_, index) =>
			waiting(String.fromCharCode(97 + index), {
				date: new Date(Date.UTC(2019, 0, 1 + index)).toISOString(),
			}),
		),
	);
	const names = ($: Awaited<ReturnType<typeof get>>) =>
		$('article h2')
			.toArray()
			.map((head) => $(head).text());
	const first = await get();
	assert.equal(names(first).length, 20);
	const next = first('a:contains("More")').attr('href')!.replace('/desk', '');
	assert.deepEqual(names(await get(next)), ['u', 'v']);
	await post({ act: 'spam', id: waiting('t').id });
	assert.deepEqual(names(await get(next)), ['u', 'v']);
});
