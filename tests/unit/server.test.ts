import assert from 'node:assert/strict';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { createApp } from '../../src/server/app.ts';

let folder: string;
before(async () => {
	const parent = await mkdtemp(join(tmpdir(), 'server-'));
	await writeFile(join(parent, 'secret.txt'), 'secret');
	folder = join(parent, 'dist');
	await mkdir(join(folder, 'tag/өвөл'), { recursive: true });
	await writeFile(join(folder, 'index.html'), 'home');
	await writeFile(join(folder, '404.html'), 'nothing here');
	await writeFile(join(folder, 'tag/өвөл/index.html'), 'winter');
	await writeFile(join(folder, 'feed.xml'), '<rss/>');
});

for (const base of ['/', '/journal/'])
	test(`pages are served below ${base}, others are not found`, async () => {
		const app = createApp(folder, base);
		const get = async (path: string) => {
			const response = await app.request(path);
			return [response.status, response.headers.get('location') ?? (await response.text())];
		};
		assert.deepEqual(await get(base), [200, 'home']);
		assert.deepEqual(await get(`${base}tag/${encodeURI('өвөл')}/`), [200, 'winter']);
		assert.deepEqual(await get(`${base}feed.xml`), [200, '<rss/>']);
		assert.deepEqual(await get(`${base}nowhere/`), [404, 'nothing here']);
		assert.deepEqual(await get(`${base}%E0%A4%A/`), [404, 'nothing here']);
		assert.deepEqual(await get(`${base}tag/${encodeURI('өвөл')}?a=b`), [
			301,
			`${base}tag/${encodeURI('өвөл')}/?a=b`,
		]);
	});

test('no address leads to another host', async () => {
	const response = await createApp(folder, '/').request('//evil.example/..%2ftag/өвөл');
	assert.equal(response.headers.get('location'), null);
});

test('nothing outside the site can be reached', async () => {
	const app = createApp(folder, '/');
	for (const path of [
		'/../secret.txt',
		'/..%2fsecret.txt',
		'/%2e%2e/secret.txt',
		'/..%5csecret.txt',
	])
		assert.notEqual(await (await app.request(path)).text(), 'secret', path);
	assert.equal((await createApp(folder, '/journal/').request('/feed.xml')).status, 404);
});
