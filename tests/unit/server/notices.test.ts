import assert from 'node:assert/strict';
import { createServer as createHttp } from 'node:http';
import { test } from 'node:test';
import type { WaitingReply } from '../../../src/model/replies/replies.ts';
import { mailServer, portOf } from '../../mailserver.ts';
import { createAkismet, createMailNotice } from '../../../src/server/receive/notices.ts';

const reply: WaitingReply = {
	id: 'aaaaaaaaaaaa',
	post: '2019/one',
	parent: null,
	name: 'Odile\r\nBcc: all@evil.example',
	email: 'odile@reader.example',
	url: null,
	date: '2026-11-24T08:00:00.000Z',
	body: 'Who paid for the pipe?',
	signals: [],
};

test('editors get a mail with the text and where to read it, without the reader’s address', async () => {
	const { server, said } = mailServer();
	const port = await portOf(server);
	const notify = createMailNotice({
		url: `smtp://127.0.0.1:${port}`,
		from: 'site@vesper.example',
		to: 'editors@vesper.example',
		desk: 'https://vesper.example/desk/',
		language: 'en',
	});
	await notify(reply);
	server.close();
	assert.match(said(), /^Subject: A reply to 2019\/one waits\r$/m);
	assert.match(said(), /Who paid for the pipe\?/);
	assert.match(said(), /https:\/\/vesper\.example\/desk\//);
	assert.match(said(), /RCPT TO:<editors@vesper\.example>/);
	assert.doesNotMatch(said(), /odile@|evil\.example/);
});

test('a mail server that is away is an error for whoever asked, and no more', async () => {
	const { server } = mailServer();
	const port = await portOf(server);
	server.close();
	const notify = createMailNotice({
		url: `smtp://127.0.0.1:${port}`,
		from: 'a@b.example',
		to: 'c@d.example',
		desk: '',
		language: 'en',
	});
	await assert.rejects(notify(reply));
});

test('Akismet is told what it asks for, and taken at its word', async () => {
	let asked = new URLSearchParams();
	let answer = 'true';
	const server = createHttp((request, response) => {
		let body = '';
		request.on('data', (data: Buffer) => void (body += data.toString()));
		request.on('end', () => {
			asked = new URLSearchParams(body);
			response.end(answer);
		});
	});
	const endpoint = `http://127.0.0.1:${await portOf(server)}/`;
	const isSpam = createAkismet({ key: 'key', site: 'https://vesper.example/', endpoint });
	const client = { ip: '192.0.2.7', agent: 'Browser' };
	assert.equal(await isSpam(reply, client), true);
	assert.equal(asked.get('user_ip'), '192.0.2.7');
	assert.equal(asked.get('comment_author_email'), 'odile@reader.example');
	answer = 'false';
	assert.equal(await isSpam(reply, client), false);
	server.close();
});
