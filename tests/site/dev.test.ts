import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { lock } from '../../src/lock.ts';
import { copyProject } from '../project.ts';
import { builtSite, run } from './sites.ts';

test('while editing, a saved post shows, and search works over the last index', async (t) => {
	const { content, text, get } = await editing(t);
	const post = '/2019/us-interactions-not-a-win-for-mongolia/';
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

test('while editing, drafts show, and mistakes are told without stopping the server', async (t) => {
	const { content, text, output } = await editing(t);
	await until(async () => (await text('/')).includes('US Interactions'));
	const write = (lines: string, body = 'The wader stood.') =>
		writeFileSync(
			join(content, 'posts/2019/heron.mdx'),
			`---\ntitle: Heron\ndate: 2019\n${lines}\n---\n\n${body}\n`,
		);
	let read = 0;
	const told = async (words: string) => {
		await until(() => Promise.resolve(output().slice(read).includes(words)));
		read = output().length;
	};

	write('author: julian-dierkes\ndraft: true');
	await until(async () => (await text('/2019/heron/')).includes('Readers do not see this post'));
	await until(async () => (await text('/')).includes('Heron'));

	const mistakes: [string, string, string?][] = [
		['unknown-author', 'author: julian-dirkes'],
		['unquoted-colon', 'author: julian-dierkes\nsubtitle: A: B'],
		['missing-field', 'draft: true'],
		['stray-brace', 'author: julian-dierkes', 'An open { brace.'],
		['unknown-component', 'author: julian-dierkes', '<Figur>x</Figur>'],
	];
	for (const [code, lines, body] of mistakes) {
		write(lines, body);
		await told(`  error  ${code}  `);
		await until(async () => (await text('/')).includes('US Interactions'));
		// What was there last is still there, beside the panel.
		assert.match(await text('/2019/heron/'), /The wader stood\./, code);
	}
	writeFileSync(join(content, 'categories.yaml'), '- id: russia\n  label: [\n');
	await told('  error  broken-yaml  ');
	assert.match(await text('/category/russia/'), /US Interactions/);

	cpSync('content/categories.yaml', join(content, 'categories.yaml'));
	write('author: julian-dierkes', 'The heron is back.');
	await until(async () => (await text('/2019/heron/')).includes('The heron is back'));
	await until(async () => (await text('/')).includes('US Interactions'));
	await told('No problems in the content.');
});

test('a build and an editing server beside it do not disturb each other', async (t) => {
	const { content, get, text } = await editing(t);
	const images = () => readFileSync(join(project, '.astro/content-assets.mjs'), 'utf8');
	await until(async () => (await text('/')).includes('US Interactions'));
	const unlock = await lock(join(project, '.astro/lock'), () => undefined);
	const before = images();
	const folder = join(content, 'posts/2019/heron');
	mkdirSync(folder);
	cpSync(picture, join(folder, 'gate.png'));
	writeFileSync(
		join(folder, 'index.mdx'),
		'---\ntitle: Heron\ndate: 2019\nauthor: julian-dierkes\ndraft: true\n---\n\n![A gate](./gate.png)\n',
	);
	const image = async () => {
		const [, src] = /<img src="([^"]*gate[^"]*)"/.exec(await text('/2019/heron/')) ?? [];
		return src !== undefined && (await get(src.replaceAll('&amp;', '&'))) !== undefined;
	};
	await new Promise((resolve) => setTimeout(resolve, 2000));
	assert.equal(images(), before, 'Astro writes nothing while a build holds the lock');
	unlock();
	await until(image);

	const out = join(mkdtempSync(join(tmpdir(), 'dev-')), 'dist');
	const { status } = run('build', { CONTENT_DIR: content, OUT_DIR: out }, [], project);
	assert.equal(status, 0);
	assert.doesNotMatch(images(), /gate/);
	await until(() => Promise.resolve(images().includes('gate')));
	await until(image);
});

const picture = 'tests/fixtures/content/posts/2019/body-images-walking-the-dyke/gate.png';

/** Apart from the builds of other tests, which it would have to wait for. */
const project = copyProject(join(mkdtempSync(join(tmpdir(), 'editing-')), 'project'));

/** An editing server over a copy of the essay. */
async function editing(t: TestContext) {
	const content = join(mkdtempSync(join(tmpdir(), 'broadside-')), 'content');
	cpSync('content', content, { recursive: true });
	const port = await freePort();
	const server = spawn(process.execPath, ['src/commands/run.js', 'dev'], {
		cwd: project,
		env: {
			...process.env,
			CONTENT_DIR: content,
			OUT_DIR: builtSite('essay').folder,
			PORT: String(port),
			// Astro would go to the background if it took us for a coding tool.
			ASTRO_DEV_BACKGROUND: '0',
		},
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	let output = '';
	server.stdout.on('data', (data: Buffer) => void (output += data.toString()));
	t.after(() => server.kill());
	const get = async (path: string) => {
		const response = await fetch(`http://localhost:${port}${path}`).catch(() => undefined);
		return response?.ok ? response : undefined;
	};
	const text = async (path: string) => (await get(path))?.text() ?? '';
	return { content, get, text, output: () => output };
}

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
