import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { WaitingReply } from '../../../src/model/replies/replies.ts';
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
		manifest: async () => ({
			'2019/one': {
				path: '/2019/one/',
				title: 'On Salt & Water',
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
	return { store, get, post };
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
	assert.match($(second).find('.facts').first().text(), /on 2018\/closed/);
});

test('no text of an address is shown', async () => {
	const { get } = await desk([]);
	const shown = async (done: string) => (await get(`/?done=${done}`))('[role=status]').text();
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
