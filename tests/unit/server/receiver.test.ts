import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { Manifest } from '../../../src/model/replies/manifest.ts';
import { replyForm } from '../../../src/model/replies/replyform.ts';
import { createFileStore } from '../../../src/server/store/filestore.ts';
import { createReceiver, type ReceiverOptions } from '../../../src/server/receive/receiver.ts';

const origin = 'https://vesper.example';
const manifest: Manifest = {
	'2019/one': {
		path: '/2019/one/',
		language: 'en',
		title: 'One',
		authors: [],
		replies: [{ id: 'aaaaaaaaaaaa', label: 'Ann' }],
	},
	'2019/closed': {
		path: '/2019/closed/',
		language: 'en',
		title: 'Closed',
		authors: [],
		replies: [],
		closes: 1000,
	},
};
const sound = {
	post: '2019/one',
	parent: '',
	name: 'Odile',
	email: 'odile@reader.example',
	url: '',
	body: 'The pipe was never paid for.',
	nickname: '',
};

async function receiver(options: Partial<ReceiverOptions> = {}) {
	const store = await createFileStore(mkdtempSync(join(tmpdir(), 'receiver-')));
	let client = 0;
	const app = createReceiver({
		site: { address: `${origin}/`, language: 'en' },
		store,
		manifest: async () => manifest,
		page: async (path) =>
			`<html><head><title>One</title></head><body><h1>One</h1>${replyForm({ action: '/replies', language: 'en', post: path.slice(1, -1), replies: [] })}<footer></footer></body></html>`,
		secret: 'secret',
		// Each is somebody else, unless a test says otherwise.
		clientOf: () => String(client++),
		...options,
	});
	const post = async (
		fields: Record<string, string> | string = sound,
		headers: Record<string, string> = {},
	) => {
		const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
		const response = await app.request('/replies', {
			method: 'POST',
			headers: {
				'content-type': 'application/x-www-form-urlencoded',
				origin,
				...headers,
			},
			body,
		});
		return { status: response.status, headers: response.headers, $: load(await response.text()) };
	};
	return { store, post, app };
}

test('a reply is kept and thanked for on the page of its post', async () => {
	const { store, post } = await receiver();
	const { status, headers } = await post();
	assert.equal(status, 303);
	assert.equal(headers.get('location'), `${origin}/2019/one/#reply-received`);
	const [id] = await store.list('pending');
	const { reply } = (await store.get(id!))!;
	assert.equal(reply.body, sound.body);
	assert.equal(reply.email, sound.email);
	assert.equal(reply.parent, null);
	assert.ok(!('nickname' in reply));
	assert.equal((await post()).status, 303, 'the same again is the same');
	assert.equal((await store.list('pending')).length, 1);
});

test('on the machine itself, whatever it is called, the page is the one it serves', async () => {
	const { post } = await receiver();
	const { headers } = await post(sound, {
		origin: 'http://localhost:4321',
		'sec-fetch-site': 'same-origin',
	});
	assert.equal(headers.get('location'), '/2019/one/#reply-received');
});

const wrong: [string, number, Record<string, string>, string?][] = [
	['no text', 422, { body: ' \n ' }, 'body'],
	['no name', 422, { name: '' }, 'name'],
	['no address', 422, { email: '' }, 'email'],
	['no e-mail address', 422, { email: 'odile at reader' }, 'email'],
	['a website that is a script', 422, { url: 'javascript:alert(1)' }, 'url'],
	['a text that is too long', 422, { body: 'x'.repeat(20_001) }, 'body'],
	['a name that is too long', 422, { name: 'x'.repeat(246) }, 'name'],
	['an unknown parent', 422, { parent: 'bbbbbbbbbbbb' }],
	['a parent that is no id', 422, { parent: '../../etc' }, 'parent'],
	['an unknown post', 404, { post: '2019/none' }],
	['a post that is no id', 422, { post: '../../../etc/passwd' }, 'post'],
	['a post of every object', 422, { post: '__proto__' }, 'post'],
	['a closed post', 410, { post: '2019/closed' }],
	['a field more', 422, { admin: 'true' }],
	['a field of every object', 422, { __proto__x: 'true' }],
];
for (const [name, status, fields, field] of wrong)
	test(`${name}: the text comes back in a form that works`, async () => {
		const { store, post } = await receiver();
		const sent = { ...sound, body: 'My text & "all" </textarea><b>', ...fields };
		const { status: answered, headers, $ } = await post(sent);
		assert.equal(answered, status);
		assert.equal(headers.get('location'), null);
		assert.equal(headers.get('cache-control'), 'no-store');
		assert.equal($('form[method=post][action="/replies"]').length, 1);
		assert.equal($('textarea[name=body]').val(), sent.body);
		assert.equal($('input[name=name]').val(), sent.name);
		assert.equal($('form b, form script').length, 0);
		assert.ok($('[role=alert]').text().trim());
		if (field && $(`[name=${field}]`).attr('aria-describedby')) {
			const input = $(`[name=${field}]`);
			const [described] = input.attr('aria-describedby')!.split(' ');
			assert.match($(`#${described}`).text(), /^This /);
			assert.equal(input.attr('aria-invalid'), 'true');
			assert.ok(input.attr('autofocus') !== undefined);
		}
		assert.deepEqual([await store.list('pending'), await store.list('spam')], [[], []]);
	});

test('what is no form of ours is refused', async () => {
	const { store, post, app } = await receiver();
	const status = async (...args: Parameters<typeof post>) => (await post(...args)).status;
	assert.equal(await status(sound, { 'content-type': 'application/json' }), 415);
	assert.equal(await status(sound, { 'content-type': 'multipart/form-data; boundary=x' }), 415);
	assert.equal(await status(sound, { origin: 'https://evil.example' }), 403);
	assert.equal(await status(sound, { origin: 'null' }), 403);
	assert.equal(await status(sound, { origin: 'null', 'sec-fetch-site': 'cross-site' }), 403);
	assert.equal(await status(sound, { origin: 'null', 'sec-fetch-site': 'same-origin' }), 303);
	assert.equal(await status(sound, { origin: 'null', referer: `${origin}/` }), 403);
	assert.equal(await status(`body=${'x'.repeat(300_000)}`), 413);
	assert.equal(await status('body=%FF%FE'), 400);
	assert.equal(await status(`${new URLSearchParams(sound)}&body=twice`), 422);
	assert.equal(await status('__proto__=x&constructor=y'), 422);
	for (const method of ['GET', 'PUT', 'DELETE'])
		assert.equal((await app.request('/replies', { method })).status, 405);
	assert.equal((await store.list('pending')).length, 1);
});

test('a text browser, which says only where it comes from, can send the form', async () => {
	const { app } = await receiver();
	const send = async (referer: string) => {
		const headers = { 'content-type': 'application/x-www-form-urlencoded', referer };
		const body = new URLSearchParams(sound).toString();
		return (await app.request('/replies', { method: 'POST', headers, body })).status;
	};
	assert.equal(await send(`${origin}/2019/one/`), 303);
	assert.equal(await send('https://evil.example/'), 403);
	assert.equal(await send(`${origin}.evil.example/`), 403);
	assert.equal(await send('nonsense'), 403);
});

test('an answer to a wrong form says so in its title, and the first field that is wrong has the focus', async () => {
	const { post } = await receiver();
	for (const [fields, first] of [
		[{ name: '', email: 'x', body: ' ' }, 'body'],
		[{ name: '', email: 'x' }, 'name'],
		[{ email: 'x', url: 'y' }, 'email'],
	] as const) {
		const { $ } = await post({ ...sound, ...fields });
		assert.match($('title').text(), /^Error: /);
		assert.deepEqual(
			$('[autofocus]')
				.toArray()
				.map(({ attribs }) => attribs['name']),
			[first],
		);
	}
});

test('addresses may have letters of any script', async () => {
	for (const email of ['жан@пошта.example', 'müller@straße.example', 'odile+a@reader.example'])
		assert.equal((await (await receiver()).post({ ...sound, email })).status, 303, email);
	for (const email of ['жан', 'a b@reader.example', '@reader.example'])
		assert.equal((await (await receiver()).post({ ...sound, email })).status, 422, email);
});

test('signals choose where a reply waits, and never whether it is kept', async () => {
	const { store, post } = await receiver({ blockedWords: async () => ['casino'] });
	for (const fields of [
		{ nickname: 'filled in' },
		{ body: 'https://a.example https://b.example http://c.example https://d.example' },
		{ body: 'Visit the CASINO' },
	])
		assert.equal((await post({ ...sound, ...fields })).status, 303);
	assert.equal((await store.list('spam')).length, 3);
	assert.deepEqual(await store.list('pending'), []);
});

test('who is too quick is told when to come back, and keeps the text', async () => {
	const { post, store } = await receiver({ clientOf: () => 'one' });
	assert.equal((await post()).status, 303);
	const { status, headers, $ } = await post({ ...sound, body: 'Another.' });
	assert.equal(status, 429);
	assert.ok(Number(headers.get('retry-after')) > 0);
	assert.equal($('textarea').val(), 'Another.');
	assert.equal((await post()).status, 303, 'the first one again is no second');
	assert.equal((await store.list('pending')).length, 1);
});

test('many in an hour wait as spam, and a full box is said to be full', async () => {
	const many = await receiver({ limits: { hour: 2 } });
	for (const body of ['a', 'b', 'c']) await many.post({ ...sound, body });
	assert.deepEqual(
		[(await many.store.list('pending')).length, (await many.store.list('spam')).length],
		[2, 1],
	);
	const full = await receiver({ limits: { waiting: 1 } });
	await full.post();
	const { status, $ } = await full.post({ ...sound, body: 'One too many.' });
	assert.equal(status, 503);
	assert.equal($('textarea').val(), 'One too many.');
});

test('what cannot be kept is said to be so, with the text; where no page can be had, too', async (t) => {
	t.mock.method(console, 'error', () => undefined);
	const { store } = await receiver();
	const broken = { ...store, put: () => Promise.reject(new Error('ENOSPC')) };
	const { post } = await receiver({ store: broken, page: async () => undefined });
	const { status, $ } = await post();
	assert.equal(status, 503);
	assert.equal($('textarea').val(), sound.body);
	assert.equal($('form[action="/replies"]').length, 1);
});

test('a text arrives as it was written: scripts, joiners, line breaks, 20,000 letters', async () => {
	for (const body of [
		'Өвөл, үнэ',
		'ᠮᠣᠩᠭᠣᠯ\u180Eᠤᠨ ᠪᠢᠴᠢᠭ\u200Dᠦᠨ',
		'👩‍👩‍👧 and 🇲🇳',
		'مرحبا \u2067right\u2069 left',
		'One\n\n  two\n\tthree',
		'ө'.repeat(20_000),
	]) {
		const { store, post } = await receiver();
		assert.equal((await post({ ...sound, body: body.replaceAll('\n', '\r\n') })).status, 303);
		const [id] = await store.list('pending');
		assert.equal((await store.get(id!))!.reply.body, body.normalize('NFC'));
	}
});

test('the same sent twice at once, as by a double click, is thanked for twice and kept once', async () => {
	const { store, post } = await receiver({ clientOf: () => 'one' });
	const answers = await Promise.all([post(), post(), post()]);
	assert.deepEqual(
		answers.map(({ status }) => status),
		[303, 303, 303],
	);
	assert.equal((await store.list('pending')).length, 1);
});

test('while it is not known which posts there are, the text comes back', async (t) => {
	t.mock.method(console, 'error', () => undefined);
	const { post } = await receiver({ manifest: () => Promise.reject(new Error('ENOENT')) });
	const { status, $ } = await post();
	assert.equal(status, 503);
	assert.equal($('textarea').val(), sound.body);
});

test('a site that takes no replies any more says so, with the text', async () => {
	const { post } = await receiver({ store: undefined });
	const { status, $ } = await post();
	assert.equal(status, 410);
	assert.equal($('textarea').val(), sound.body);
});

test('what receives replies elsewhere always leads back to the site', async () => {
	const { post } = await receiver({ isElsewhere: true });
	const { headers } = await post(sound, { origin: 'null', 'sec-fetch-site': 'same-origin' });
	assert.equal(headers.get('location'), `${origin}/2019/one/#reply-received`);
});

test('a website has no signs that cannot be seen', async () => {
	for (const url of [
		'https://a.example/\u001b[31m',
		'https://a.example/\u202Ex',
		'https://a.example/\u0000',
	]) {
		const { store, post } = await receiver();
		const { status } = await post({ ...sound, url });
		const [id] = await store.list('pending');
		const kept = id && (await store.get(id))?.reply.url;
		assert.ok(status === 422 || !/[\p{Cc}\p{Cf}]/u.test(String(kept)), url);
	}
});

test('editors are told after the reply is kept, and a failure of that concerns no reader', async () => {
	const told: string[] = [];
	const { post } = await receiver({
		onWaiting: async ({ id }) => {
			told.push(id);
			throw new Error('no mail today');
		},
	});
	assert.equal((await post()).status, 303);
	assert.equal(told.length, 1);
});
