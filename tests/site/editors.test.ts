import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { run } from './sites.ts';

/** As the editor program opens it; nothing is written. */
const uri = pathToFileURL(
	resolve('content/posts/2019/us-interactions-not-a-win-for-mongolia.mdx'),
).href;

test('in VS Code, frontmatter is completed, explained and underlined', async (t) => {
	assert.equal(run('check', {}).status, 0);
	const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as object;
	const server = await languageServer(t, {
		contentIntellisense: (settings as Record<string, unknown>)['astro.content-intellisense'],
	});
	server.open('title: T\ndate: 2019\nauthor: \ncategories: [chin]\nsumary: S');
	const at = (line: number, character: number) => ({
		textDocument: { uri },
		position: { line, character },
	});

	const completion = (await server.ask('textDocument/completion', at(3, 8))) as {
		items: { label: string }[];
	};
	assert.ok(completion.items.some(({ label }) => label === 'julian-dierkes'));

	const hover = (await server.ask('textDocument/hover', at(2, 2))) as {
		contents: { value: string };
	};
	assert.match(hover.contents.value, /as precise as you know it/);

	const { items } = (await server.ask('textDocument/diagnostic', {
		textDocument: { uri },
	})) as { items: { message: string; range: { start: { line: number } } }[] };
	const lines = items.map(({ range }) => range.start.line);
	assert.ok(lines.includes(4), 'the unknown category');
	assert.ok(lines.includes(5), 'the unknown field');
});

/** The language server of Astro's extension, spoken to as VS Code does. */
async function languageServer(t: TestContext, options: object) {
	const child = spawn(process.execPath, [
		'node_modules/@astrojs/language-server/bin/nodeServer.js',
		'--stdio',
	]);
	t.after(() => child.kill());
	const waiting = new Map<number, (result: unknown) => void>();
	let received = Buffer.alloc(0);
	child.stdout.on('data', (data: Buffer) => {
		received = Buffer.concat([received, data]);
		for (;;) {
			const [head, length] =
				/^Content-Length: (\d+)\r\n(?:.+\r\n)*\r\n/.exec(received.toString('latin1')) ?? [];
			if (!head || received.length < head.length + Number(length)) return;
			const body = received.subarray(head.length, head.length + Number(length)).toString();
			received = received.subarray(head.length + Number(length));
			const message = JSON.parse(body) as { id?: number; method?: string; result?: unknown };
			if (message.method === undefined) waiting.get(message.id!)?.(message.result);
			// It asks for settings and announces what it watches; nothing is an answer.
			else if (message.id !== undefined) send({ id: message.id, result: null });
		}
	});
	const send = (message: object) => {
		const body = JSON.stringify({ jsonrpc: '2.0', ...message });
		child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
	};
	let last = 0;
	const ask = (method: string, params: object) =>
		new Promise<unknown>((resolve) => {
			waiting.set(++last, resolve);
			send({ id: last, method, params });
		});
	const folder = pathToFileURL(resolve('.')).href;
	await ask('initialize', {
		processId: process.pid,
		rootUri: folder,
		workspaceFolders: [{ uri: folder, name: 'project' }],
		capabilities: {
			textDocument: { completion: {}, hover: { contentFormat: ['markdown'] }, diagnostic: {} },
			workspace: { workspaceFolders: true },
		},
		initializationOptions: {
			typescript: { tsdk: resolve('node_modules/typescript/lib') },
			...options,
		},
	});
	send({ method: 'initialized', params: {} });
	const open = (fields: string) =>
		send({
			method: 'textDocument/didOpen',
			params: {
				textDocument: {
					uri,
					languageId: 'mdx',
					version: 1,
					text: `---\n${fields}\n---\n\nText.\n`,
				},
			},
		});
	return { ask, open };
}
