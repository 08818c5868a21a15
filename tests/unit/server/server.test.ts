import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises';
import { request as ask, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { close, createSiteServer } from '../../../src/server/http/server.ts';

let folder: string;
const servers: ReturnType<typeof createSiteServer>[] = [];
const ports = new Map<string, number>();
const rules = `/old/ /long/ 301
/%D3%A9/ /long/ 301
/2014/11/Timeline.html /long/ 301
/ p=12 /long/ 301!
/ p=1 page=2 /2012/Salt/ 301!
/ feed=rss2 /feed.xml 301!
/index.php page_id=7 /long/ 301!
/Twice/ /long/ 301
/twice/ /feed.xml 301
/gone/ /gone/ 410
`;
const long = 'A long page. '.repeat(500);

before(async () => {
	const parent = await mkdtemp(join(tmpdir(), 'server-'));
	// Long enough to be compressed.
	await writeFile(join(parent, 'secret.txt'), 'secret '.repeat(500));
	folder = join(parent, 'dist');
	const put = async (path: string, text: string) => {
		await mkdir(join(folder, path, '..'), { recursive: true });
		await writeFile(join(folder, path), text);
	};
	await put('index.html', 'home');
	await put('404.html', 'nothing here');
	await put('tag/өвөл/index.html', 'winter');
	await put('feed.xml', '<rss/>');
	await put('long/index.html', long);
	await put('_astro/a.Bc1.css', 'a{}');
	await put('.well-known/security.txt', 'Contact: mailto:a@b.example');
	await put('2012/Salt/index.html', 'salt');
	await put('2013/a/index.html', 'small');
	await put('2013/A/index.html', 'large');
	await put('files/\u0439.pdf', 'PDF');
	await put('gone/index.html', 'withdrawn');
	await put('_redirects', rules);
	for (const base of ['/', '/journal/', `/${encodeURI('сэтгүүл')}/`]) {
		const server = createSiteServer({
			folder,
			base,
			isSecure: ({ headers }) => 'x-tls' in headers,
		});
		server.listen(0);
		await once(server, 'listening');
		servers.push(server);
		ports.set(base, (server.address() as AddressInfo).port);
	}
});
after(() => servers.forEach((server) => server.close()));

interface Answer {
	readonly status: number;
	readonly headers: IncomingMessage['headers'];
	readonly body: Buffer;
}

/** Sends a path as it is, which no client of ours would. */
function get(path: string, headers = {}, method = 'GET', base = '/'): Promise<Answer> {
	return new Promise((resolve, reject) => {
		ask({ port: ports.get(base)!, path, headers, method }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				resolve({
					status: response.statusCode!,
					headers: response.headers,
					body: Buffer.concat(parts),
				}),
			);
		})
			.on('error', reject)
			.end();
	});
}

for (const base of ['/', '/journal/', `/${encodeURI('сэтгүүл')}/`])
	test(`pages are served below ${base}, others are not found`, async () => {
		const brief = async (path: string) => {
			const { status, headers, body } = await get(path, {}, 'GET', base);
			return [status, headers.location ?? body.toString()];
		};
		assert.deepEqual(await brief(base), [200, 'home']);
		assert.deepEqual(await brief(`${base}tag/${encodeURI('өвөл')}/`), [200, 'winter']);
		assert.deepEqual(await brief(`${base}feed.xml`), [200, '<rss/>']);
		assert.deepEqual(await brief(`${base}nowhere/`), [404, 'nothing here']);
		assert.deepEqual(await brief(`${base}%E0%A4%A/`), [404, 'nothing here']);
		assert.deepEqual(await brief(`${base}.well-known/security.txt`), [
			200,
			'Contact: mailto:a@b.example',
		]);
		assert.deepEqual(await brief(`${base}tag/${encodeURI('өвөл')}?a=b`), [
			301,
			`${base}tag/${encodeURI('өвөл')}/?a=b`,
		]);
	});

test('nothing outside the site can be reached, and no address leads to another host', async () => {
	for (const path of [
		'/../secret.txt',
		'/..%2fsecret.txt',
		'/%2e%2e/secret.txt',
		'/..%5csecret.txt',
		'/tag/..%2f..%2fsecret.txt',
		'/%00',
		'//evil.example/..%2ftag',
		'//evil.example/%2f..',
		'/\\evil.example',
		'http://evil.example/',
		'*',
	]) {
		for (const encoding of ['identity', 'gzip', 'br']) {
			const { status, headers } = await get(path, { 'accept-encoding': encoding });
			assert.ok(status >= 400, path);
			assert.equal(headers.location, undefined, path);
			assert.equal(headers['content-encoding'], undefined, path);
		}
	}
	assert.equal((await get('/feed.xml', {}, 'GET', '/journal/')).status, 404);
});

test('a text that changes is compressed anew', async () => {
	const page = async () =>
		brotliDecompressSync((await get('/changing.txt', { 'accept-encoding': 'br' })).body).toString();
	for (const text of ['before', 'and after']) {
		await writeFile(join(folder, 'changing.txt'), text.repeat(500));
		assert.equal(await page(), text.repeat(500));
	}
});

test('long texts are compressed, as whoever asks can take them', async () => {
	const br = await get('/long/', { 'accept-encoding': 'gzip, deflate, br' });
	assert.equal(br.headers['content-encoding'], 'br');
	assert.equal(brotliDecompressSync(br.body).toString(), long);
	assert.equal(br.headers['content-type'], 'text/html; charset=utf-8');
	assert.equal(br.headers.vary, 'Accept-Encoding');
	const gzip = await get('/long/', { 'accept-encoding': 'gzip, br;q=0' });
	assert.equal(gzip.headers['content-encoding'], 'gzip');
	assert.equal(gunzipSync(gzip.body).toString(), long);
	assert.equal((await get('/long/')).headers['content-encoding'], undefined);
	assert.equal(
		(await get('/', { 'accept-encoding': 'br' })).headers['content-encoding'],
		undefined,
	);
});

test('what has not changed is not sent again; a part is sent alone; HEAD has no body', async () => {
	for (const encoding of ['br', 'identity']) {
		const { headers } = await get('/long/', { 'accept-encoding': encoding });
		const again = { 'accept-encoding': encoding, 'if-none-match': headers.etag };
		assert.equal((await get('/long/', again)).status, 304);
	}
	const since = (await get('/feed.xml')).headers['last-modified'];
	assert.equal((await get('/feed.xml', { 'if-modified-since': since })).status, 304);
	const part = await get('/long/', { range: 'bytes=2-5' });
	assert.deepEqual([part.status, part.body.toString()], [206, 'long']);
	assert.equal((await get('/long/', { range: 'bytes=99999-' })).status, 416);
	const head = await get('/long/', {}, 'HEAD');
	assert.deepEqual([head.status, head.body.length], [200, 0]);
	assert.equal(head.headers['content-length'], String(long.length));
	assert.equal((await get('/', {}, 'POST')).status, 405);
});

test('every answer has sound headers', async () => {
	for (const path of ['/', '/nowhere/', '/old/', '/feed.xml']) {
		const { headers } = await get(path);
		assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
		assert.equal(headers['x-content-type-options'], 'nosniff');
		assert.ok(headers['referrer-policy']);
		assert.equal(headers['cache-control'], 'no-cache', path);
		assert.equal(headers['strict-transport-security'], undefined);
	}
	assert.match(
		String((await get('/', { 'x-tls': '1' })).headers['strict-transport-security']),
		/max-age=\d{8}/,
	);
	assert.match(String((await get('/_astro/a.Bc1.css')).headers['cache-control']), /immutable/);
	assert.equal((await get('/feed.xml')).headers['content-type'], 'application/xml; charset=utf-8');
});

test('an old address is answered with a status, by the rules of the site that is there', async () => {
	const moved = async (path: string) => (await get(path)).headers.location;
	assert.equal(await moved('/old/'), '/long/');
	assert.equal(await moved(`/${encodeURI('ө')}/`), '/long/');
	await writeFile(join(folder, 'rules'), '/newer/ /tag/ 301\n');
	await rename(join(folder, 'rules'), join(folder, '_redirects'));
	assert.equal(await moved('/old/'), undefined);
	assert.equal(await moved('/newer/'), '/tag/');
});

test('old links lead on in one step, whatever their query, case and Unicode form', async () => {
	await writeFile(join(folder, '_redirects'), rules);
	const answers: Record<string, string | number> = {
		'/old/?x=1&y=%C3%A9': '/long/?x=1&y=%C3%A9',
		'/2014/11/Timeline.html?utm=a': '/long/?utm=a',
		'/2014/11/timeline.HTML': '/long/',
		'/OLD/': '/long/',
		'/%D3%A8/': '/long/',
		'/?p=12': '/long/',
		'/?p=12&x=1': '/long/?x=1',
		'/?page=2&p=1': '/2012/Salt/',
		'/?feed=rss2': '/feed.xml',
		'/index.php?page_id=7': '/long/',
		'/?p=1': 200,
		'/?x=12': 200,
		'/index.php?page_id=8': 404,
		'/2012/salt/': '/2012/Salt/',
		'/2012/SALT?a=b': '/2012/Salt/?a=b',
		'/2013/a/': 200,
		'/FILES/%D0%B9.PDF': '/files/%D0%B9.pdf',
		'/files/%D0%B8%CC%86.pdf': '/files/%D0%B9.pdf',
		'/TWICE/': 404,
		'/gone/?x=1': 410,
		'/GONE/': '/gone/',
		'/2099/nothing/': 404,
	};
	for (const [path, answer] of Object.entries(answers)) {
		const { status, headers } = await get(path);
		assert.equal(headers.location ?? status, answer, path);
	}
	const base = `/${encodeURI('сэтгүүл')}`;
	for (const [path, to] of [
		[base, `${base}/`],
		[`${base}?a=b`, `${base}/?a=b`],
		[`${base}/2012/SALT/`, `${base}/2012/Salt/`],
	])
		assert.equal((await get(path!, {}, 'GET', `${base}/`)).headers.location, to);
});

test('a page that is not there is not sent in parts, and a condition that fails is told', async () => {
	const missing = await get('/nowhere/', { range: 'bytes=0-3' });
	assert.deepEqual([missing.status, missing.body.toString()], [404, 'nothing here']);
	const gone = await get('/gone/', { range: 'bytes=0-3' });
	assert.deepEqual([gone.status, gone.body.toString()], [410, 'withdrawn']);
	assert.equal((await get('/feed.xml', { 'if-match': '"other"' })).status, 412);
	assert.equal((await get('/long/', { range: 'bytes=9-' })).status, 206);
});

test('what is no request gets nothing', async () => {
	for (const text of [
		'GET / HTTP/9\r\n\r\n',
		'nonsense\r\n\r\n',
		`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
	]) {
		const socket = connect(ports.get('/')!);
		socket.write(text);
		let answer = '';
		socket.on('data', (data: Buffer) => void (answer += data.toString()));
		await once(socket, 'close');
		assert.match(answer, /^HTTP\/1\.1 4\d\d/);
	}
	assert.equal((await get('/')).status, 200);
});

test('two hosts in one request are refused, and slow clients have limits', async () => {
	const said = async (text: string, more = '') => {
		const socket = connect(ports.get('/')!);
		socket.write(text);
		let answer = '';
		socket.on('data', (data: Buffer) => void (answer += data.toString()));
		if (more) socket.end(more);
		await once(socket, 'close');
		return answer.split('\r\n')[0];
	};
	for (const second of ['Host: a.example', 'host: b.example', 'HOST:'])
		assert.equal(
			await said(`GET / HTTP/1.1\r\nHost: a.example\r\n${second}\r\n\r\n`),
			'HTTP/1.1 400 Bad Request',
		);
	const [server] = servers;
	assert.equal(server!.requestTimeout, 15_000);
	assert.equal(server!.timeout, 30_000);
});

test('it ends when it is told to, and finishes what it has begun', async () => {
	const server = createSiteServer({ folder, base: '/' });
	server.listen(0);
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const answer = await fetch(`http://localhost:${port}/long/`);
	await close(server);
	assert.equal(await answer.text(), long);
	await assert.rejects(fetch(`http://localhost:${port}/`));
});
