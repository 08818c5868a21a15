import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type * as DeskModule from '../../src/server/moderate/desk.ts';
import type * as ModerationModule from '../../src/server/moderate/moderation.ts';
import type * as NoticesModule from '../../src/server/receive/notices.ts';
import type * as ReceiverModule from '../../src/server/receive/receiver.ts';
import type * as StoreModule from '../../src/server/store/filestore.ts';
import type { Manifest } from '../../src/model/replies/manifest.ts';
import { mailServer, portOf } from '../mailserver.ts';
import { pseudo } from '../pseudolanguage.ts';

interface Answer {
	readonly what: string;
	readonly said: string;
}

const origin = 'https://broadside.example';
const form = {
	post: '2019/neg',
	parent: '',
	name: 'Бат',
	email: 'bat@reader.example',
	url: '',
	body: 'За.',
	nickname: '',
};

/** Everything that the server of a copy of the project says to repliers and editors. */
export async function serverAnswers(project: string): Promise<Answer[]> {
	const load = <Module>(path: string) =>
		import(join(project, 'src/server', path)) as Promise<Module>;
	const { createReceiver } = await load<typeof ReceiverModule>('receive/receiver.ts');
	const { createDesk } = await load<typeof DeskModule>('moderate/desk.ts');
	const { createModeration } = await load<typeof ModerationModule>('moderate/moderation.ts');
	const { createFileStore } = await load<typeof StoreModule>('store/filestore.ts');
	const { createMailNotice } = await load<typeof NoticesModule>('receive/notices.ts');
	const folder = mkdtempSync(join(tmpdir(), 'pseudoserver-'));
	const store = await createFileStore(join(folder, 'inbox'));
	const manifest = async () =>
		JSON.parse(await readFile(join(project, 'dist/replies.json'), 'utf8')) as Manifest;
	const known = {
		site: { address: `${origin}/`, language: pseudo },
		manifest,
		page: (path: string) => readFile(join(project, 'dist', path, 'index.html'), 'utf8'),
		secret: 'secret',
		clientOf: () => 'one',
		store,
	};
	const answers: Answer[] = [];

	const sending =
		(app: Hono) =>
		async (what: string, fields: Record<string, string> | string, headers = {}) => {
			const response = await app.request('/replies', {
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded', origin, ...headers },
				body: typeof fields === 'string' ? fields : new URLSearchParams({ ...form, ...fields }),
			});
			if (response.status !== 303) answers.push({ what, said: await response.text() });
		};
	const send = sending(createReceiver({ ...known, limits: { waiting: 2 } }));
	await send('nothing is filled in', { name: '', email: '', body: ' ' });
	await send('an address is wrong', { email: 'x', url: 'x' });
	await send('a text is too long', { body: 'б'.repeat(20_001), name: 'б'.repeat(300) });
	await send('an unknown post', { post: '2019/nowhere' });
	await send('an unknown parent', { parent: 'zzzzzzzzzzzz' });
	await send('another site', {}, { origin: 'https://evil.example' });
	await send('a wrong format', {}, { 'content-type': 'text/plain' });
	await send('a damaged form', `${new URLSearchParams(form)}&name=two`);
	await send('no form', '%FF');
	await send('too large', 'x'.repeat(300_000));
	await send('the first', {});
	await send('too many', { body: 'Ба.' });
	const others = (options: object) => sending(createReceiver({ ...known, ...options }));
	await others({ store: undefined })('no store', {});
	await others({ manifest: () => Promise.reject(new Error()) })('no manifest', {});
	await others({ clientOf: () => 'two', limits: { waiting: 1 } })('a full box', { body: 'Бо.' });
	await others({ now: () => 8e15, manifest: async () => closed })('a closed post', {});
	await others({ page: async () => undefined })('no page', { name: '' });
	const get = await createReceiver(known).request('/replies');
	answers.push({ what: 'no post', said: await get.text() });

	const spam = ['honeypot', 'links 5', 'word зар', 'flood'];
	await store.put('spam', { ...waiting, id: 'dddddddddddd', signals: spam });
	await store.put('deleted', { ...waiting, id: 'eeeeeeeeeeee', parent: 'aaaaaaaaaaaa' });
	const moderation = createModeration(store, join(project, 'content'));
	const publisher = {
		mark: async () => undefined,
		request: async () => undefined,
		settle: async () => undefined,
		close: async () => undefined,
		failure: undefined,
		busy: true,
	};
	const desk = (more = {}) =>
		createDesk({
			origin,
			path: '/desk/',
			password: 'sixteen letters.',
			timeZone: 'UTC',
			language: pseudo,
			manifest,
			store,
			moderation,
			publisher,
			clientOf: () => 'editor',
			...more,
		});
	const authorization = `Basic ${Buffer.from('ann:sixteen letters.').toString('base64')}`;
	const look = async (what: string, path: string, app = desk()) =>
		answers.push({
			what,
			said: await (await app.request(path, { headers: { authorization } })).text(),
		});
	for (const box of ['pending', 'published', 'spam', 'deleted'])
		await look(`the box ${box}`, `/?box=${box}`);
	for (const done of ['approved', 'decided', 'answered', 'deleted', 'forgotten', 'incomplete'])
		await look(done, `/?done=${done}&id=dddddddddddd`);
	await look('a failure', '/', desk({ publisher: { ...publisher, failure: 'Гал.' } }));
	const decided = async (what: string, app: Hono, headers: Record<string, string>) => {
		const response = await app.request('/', {
			method: 'POST',
			headers: { authorization, ...headers },
			body: new URLSearchParams({ act: 'approve', id: 'dddddddddddd', name: 'Бат', body: 'За.' }),
		});
		answers.push({ what, said: await response.text() });
	};
	const failing = { ...moderation, approve: () => Promise.reject(new Error('Дүүрэн')) };
	await decided('a decision that fails', desk({ moderation: failing }), { origin });
	await decided('a decision from elsewhere', desk(), { origin: 'https://evil.example' });

	const { server, said } = mailServer();
	const port = await portOf(server);
	await createMailNotice({
		url: `smtp://127.0.0.1:${port}`,
		from: 'a@b.example',
		to: 'c@d.example',
		desk: `${origin}/desk/`,
		language: pseudo,
	})({ ...waiting, signals: [] });
	server.close();
	answers.push({ what: 'the mail', said: textOfMail(said()) });
	return answers;
}

const waiting = {
	id: 'ffffffffffff',
	post: '2019/neg',
	parent: null,
	name: 'Бат',
	email: null,
	url: null,
	date: '2020-01-02T03:04:05.000Z',
	body: 'За.',
	signals: [] as string[],
};
const closed = {
	'2019/neg': { path: '/2019/neg/', title: 'Нэг', authors: [], replies: [], closes: 1 },
};

/** The subject and the text of a mail, decoded. */
function textOfMail(mail: string): string {
	const [, subject = ''] = /^Subject: (.*(?:\r\n .*)*)/m.exec(mail) ?? [];
	const [, text = ''] = /\r\n\r\n([^]*)\r\n\.\r\n/.exec(mail) ?? [];
	const decodedSubject = subject
		.replace(/=\?UTF-8\?B\?(.*?)\?=\s*/gi, (_, part: string) =>
			Buffer.from(part, 'base64').toString(),
		)
		.replace(/=\?UTF-8\?Q\?(.*?)\?=\s*/gi, (_, part: string) => quoted(part.replaceAll('_', ' ')));
	return `${decodedSubject}\n${/base64/i.test(mail) ? Buffer.from(text, 'base64').toString() : quoted(text.replace(/=\r\n/g, ''))}`;
}

function quoted(text: string): string {
	const bytes = text.replace(/=([0-9A-F]{2})/g, (_, code: string) => `%${code}`);
	return decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'));
}
