import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite } from './sites.ts';

test('while editing, a saved post shows, and search works over the last index', async (t) => {
	const content = join(mkdtempSync(join(tmpdir(), 'broadside-')), 'content');
	cpSync('content', content, { recursive: true });
	const port = await freePort();
	const server = spawn(process.execPath, ['src/commands/dev.ts'], {
		env: {
			...process.env,
			CONTENT_DIR: content,
			OUT_DIR: builtSite('essay').folder,
			PORT: String(port),
			// Astro would go to the background if it took us for a coding tool.
			ASTRO_DEV_BACKGROUND: '0',
		},
		stdio: 'ignore',
	});
	t.after(() => server.kill());

	const post = '/2019/us-interactions-not-a-win-for-mongolia/';
	const get = async (path: string) => {
		const response = await fetch(`http://localhost:${port}${path}`).catch(() => undefined);
		return response?.ok ? response : undefined;
	};
	const text = async (path: string) => (await get(path))?.text() ?? '';
	await until(async () => (await text(post)).includes('Together with Mendee'));

	const file = join(content, `posts${post.slice(0, -1)}.mdx`);
	writeFileSync(file, readFileSync(file, 'utf8').replace('Together with', 'Side by side with'));
	await until(async () => (await text(post)).includes('Side by side with Mendee'));
	await until(async () => (await text('/')).includes('Side by side with Mendee'));

	const entry = await get('/pagefind/pagefind-entry.json');
	assert.ok(Date.parse(entry!.headers.get('last-modified')!) > 0);
	assert.equal(((await entry!.json()) as { version: string }).version, '1.6.0');
	assert.ok((await text('/search/')).includes('<search-page'));
});

async function until(holds: () => Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 200; tries++) {
		if (await holds()) return;
		await new Promise((resolve) => setTimeout(resolve, 150));
	}
	assert.fail('It did not come true within half a minute.');
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0);
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
