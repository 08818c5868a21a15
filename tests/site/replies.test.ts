import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { load, type CheerioAPI } from 'cheerio';
import { parseRssFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { openParseCache } from '../../src/publishing/content/parsecache.ts';
import { readReplies } from '../../src/publishing/content/replies.ts';
import { searchDocument, htmlOfReplies } from '../../src/model/search/searchhtml.ts';
import { threads, type RenderedReply } from '../../src/model/replies/replies.ts';
import { createDesk } from '../../src/server/moderate/desk.ts';
import { createFileStore } from '../../src/server/store/filestore.ts';
import { createModeration } from '../../src/server/moderate/moderation.ts';
import { createReceiver } from '../../src/server/receive/receiver.ts';
import { attacks } from '../attacks.ts';
import { build, builtSite, filesOf, run, textOf } from './sites.ts';

const site = builtSite('fixtures');
const lake = site.pages.get('/2016/footnotes-who-owns-the-lake/')!;

test('published replies stand below the post, each at an address of its own', () => {
	const anchors = lake('.reply')
		.toArray()
		.map((element) => element.attribs['id']);
	assert.deepEqual(anchors, ['reply-aaaaaaaaaaaa', 'reply-bbbbbbbbbbbb', 'comment-17']);
	assert.equal(lake('#reply-aaaaaaaaaaaa').parent().find('.thread .reply').length, 1);
	assert.equal(textOf(lake('#comment-17 .p-name')), '<b>Bold</b> & "Quoted"');
	assert.equal(lake('.replies script, .replies img').length, 0);
	assert.deepEqual(
		lake('.reply .own')
			.toArray()
			.map((mark) => lake(mark).closest('.reply').attr('id')),
		['reply-bbbbbbbbbbbb'],
		'the author of the post is marked',
	);
	assert.equal(lake('#reply-bbbbbbbbbbbb .p-name').attr('href'), '/author/ilse-maarwyk/');
	assert.equal(lake('#reply-aaaaaaaaaaaa a[rel="nofollow ugc noopener"]').length, 2);
});

test('the form has WordPress’s fields and words, where a post takes replies', () => {
	const labels = lake('.reply-form label')
		.toArray()
		.map((label) => textOf(lake(label)));
	assert.deepEqual(
		labels.filter((label) => !label.startsWith('Leave')),
		['In reply to', 'Comment *', 'Name *', 'Email *', 'Website'],
	);
	assert.match(textOf(lake('#reply-email-notes')), /^Your email address will not be published\./);
	assert.equal(textOf(lake('h2#reply')), 'Leave a Reply');
	const closed = [...site.pages].filter(
		([, $]) => $('article.post').length && !$('.reply-form').length,
	);
	assert.deepEqual(
		closed.map(([address]) => address),
		['/2018/three-authors-copper-hearings/'],
	);
	const manifest = JSON.parse(site.read('replies.json')) as Record<string, { path: string }>;
	assert.ok(!('2018/three-authors-copper-hearings' in manifest));
	for (const { path } of Object.values(manifest)) assert.ok(site.pages.has(path), path);
});

test('replies have feeds, named by the pages they are on', () => {
	const all = parseRssFeed(site.read('replies.xml'));
	assert.equal(all.items?.length, 4);
	assert.match(all.items?.[0]?.link ?? '', /#reply-cccccccccccc$/);
	const own = lake('link[rel=alternate][href$="replies.xml"]').attr('href')!;
	assert.equal(parseRssFeed(site.read(own)).items?.length, 3);
});

test('a reply in the wrong place, or to no post, is told', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'replies-'));
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	write('categories.yaml', '[]');
	write('authors/ann.mdx', '---\nname: Ann\nliteral: Ann\n---\n');
	write('posts/2020/one.mdx', '---\ntitle: One\ndate: 2020\nauthor: ann\n---\n\nText.\n');
	const reply = (id: string, post: string, more = '') =>
		`id: ${id}\npost: ${post}\nparent: null\nname: Odile\nurl: null\ndate: 2020-01-01T00:00:00.000Z\nbody: Text.\n${more}`;
	write('replies/2020/one/aaaaaaaaaaaa.yaml', reply('aaaaaaaaaaaa', '2020/one'));
	write('replies/2020/one/bbbbbbbbbbbb.yaml', reply('cccccccccccc', '2020/one'));
	write('replies/2020/two/dddddddddddd.yaml', reply('dddddddddddd', '2020/two'));
	write(
		'replies/2020/one/eeeeeeeeeeee.yaml',
		reply('eeeeeeeeeeee', '2020/one', 'email: a@b.example\n'),
	);
	write('replies/2020/one/ffffffffffff.yaml', reply('ffffffffffff', '2020/one', 'author: bat\n'));
	const { status, stdout } = run('check', { CONTENT_DIR: folder }, ['--format', 'json']);
	assert.equal(status, 1);
	const problems = JSON.parse(stdout) as { code: string; file: string; line: number }[];
	assert.deepEqual(
		problems
			.filter(({ file }) => file.includes('replies'))
			.map(({ code, file, line }) => `${code} ${file.replace(/.*replies/, '')}:${line}`),
		[
			'misplaced-reply /2020/one/bbbbbbbbbbbb.yaml:1',
			'unknown-field /2020/one/eeeeeeeeeeee.yaml:8',
			'unknown-author /2020/one/ffffffffffff.yaml:8',
			'orphan-reply /2020/two/dddddddddddd.yaml:2',
		],
	);
});

/*
 * More than two hundred attacks go the whole way: form, desk, terminal, approval, build, page, feed
 * and index. A reader's address, of a kind that stands nowhere else, must be found in none of it.
 */
const sentinel = 'sentinel-3f9a@reader.example';
const agent = 'SentinelAgent/7.7';
let folder: string;
let pages: CheerioAPI;
let desk: CheerioAPI;
let terminal: string;
let names: readonly string[];
let replies: readonly RenderedReply[];

before(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attacks-'));
	const content = join(folder, 'content');
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(content, path)), { recursive: true });
		writeFileSync(join(content, path), text);
	};
	write('categories.yaml', '[]');
	write('authors/ann.mdx', '---\nname: Ann\nliteral: Ann\n---\n');
	write('posts/2019/one.mdx', '---\ntitle: One\ndate: 2019\nauthor: ann\n---\n\nText.\n');
	const store = await createFileStore(join(folder, 'inbox'));
	const moderation = createModeration(store, content);
	const manifest = {
		'2019/one': { path: '/2019/one/', language: 'en', title: 'One', authors: [], replies: [] },
	};
	let client = 0;
	const receiver = createReceiver({
		site: { address: 'https://broadside.example/', language: 'en' },
		store,
		manifest: async () => manifest,
		page: async () => undefined,
		secret: 'secret',
		clientOf: () => String(client++),
		limits: { hour: 1e9 },
	});
	const accepted: string[] = [];
	for (const [at, attack] of attacks.entries())
		for (const field of ['body', 'name', 'url', 'parent', 'post']) {
			const sent = {
				post: '2019/one',
				name: `Reader ${at}`,
				email: sentinel,
				body: `Attack ${at} in ${field}.`,
				...(field === 'body'
					? { body: `${attack}\n\nAttack ${at}.`.slice(-20_000) }
					: { [field]: attack }),
			};
			const response = await receiver.request('/replies', {
				method: 'POST',
				headers: {
					'content-type': 'application/x-www-form-urlencoded',
					'sec-fetch-site': 'same-origin',
					'user-agent': agent,
				},
				body: new URLSearchParams(sent),
			});
			assert.ok([303, 400, 404, 422].includes(response.status), `${response.status}: ${attack}`);
			if (response.status === 303) accepted.push(field);
			else {
				const $ = load(await response.text());
				assert.equal(
					$('script, img, iframe, svg, style, base, meta[http-equiv]').length,
					0,
					attack,
				);
				assert.equal($('form').length, 1, attack);
			}
		}
	assert.ok(accepted.filter((field) => field === 'body').length >= 200);
	assert.ok(accepted.includes('name'));
	assert.ok(!accepted.includes('post') && !accepted.includes('parent'));

	const publisher = {
		mark: async () => undefined,
		request: async () => undefined,
		settle: async () => undefined,
		close: async () => undefined,
		failure: '<script>alert(1)</script>',
		busy: false,
	};
	const app = createDesk({
		origin: 'https://broadside.example',
		path: '/desk/',
		password: 'sixteen letters.',
		store,
		moderation,
		publisher,
		timeZone: 'UTC',
		language: 'en',
		manifest: async () => ({}),
		clientOf: () => 'editor',
	});
	const authorization = `Basic ${Buffer.from('ann:sixteen letters.').toString('base64')}`;
	let html = '';
	for (const box of ['pending', 'spam']) {
		let address: string | undefined = `/?box=${box}`;
		while (address) {
			const shown = await (await app.request(address, { headers: { authorization } })).text();
			html += shown;
			address = /href="\/desk(\/\?[^"]*)">More</.exec(shown)?.[1]?.replace('&amp;', '&');
		}
	}
	desk = load(html);
	const env = { REPLIES_DIR: join(folder, 'inbox'), CONTENT_DIR: content };
	const tell = (...args: string[]) => run('replies', env, args).stdout;
	const ids = [...(await store.list('pending')), ...(await store.list('spam'))];
	terminal = tell('list') + tell('list', '--spam') + tell('show', ...ids);

	for (const id of ids) assert.ok(await moderation.approve(id, 'ann'), id);
	const published = await readReplies(content, openParseCache(''));
	assert.deepEqual(published.problems, []);
	replies = published.replies;
	names = replies.map(({ name }) => name);
	spawnSync(
		'sh',
		['-c', 'git init -q . && git add . && git -c user.name=t -c user.email=t@t commit -qm t'],
		{
			cwd: content,
		},
	);
	build({ CONTENT_DIR: content, OUT_DIR: join(folder, 'dist') });
	pages = load(readFile('/2019/one/index.html'));
});

const dangerous =
	'script:not([type="application/ld+json"]), iframe, object, embed, svg, math, base, template, [srcdoc]';

test('on the page, no attack runs or leaves its element', () => {
	const replies = pages('.thread > li > .reply');
	assert.equal(replies.length, names.length);
	assert.equal(pages(dangerous).length, 0);
	assert.equal(
		pages('.replies :is(img, style, link, meta, input:not(.reply-form *), h1, h3)').length,
		0,
	);
	for (const element of pages('.replies *').toArray())
		for (const [name, value] of Object.entries('attribs' in element ? element.attribs : {})) {
			assert.doesNotMatch(name, /^on|^style$|^srcset$/, value);
			if (name === 'href' || name === 'src')
				assert.match(value, /^(https?:\/\/|mailto:|#|\/)/i, value);
		}
	assert.equal(pages('form').length, 2, 'the search and the reply');
	assert.equal(pages('main').length, 1);
	const shown = replies
		.find('.p-name')
		.toArray()
		.map((element) => pages(element).text());
	assert.deepEqual(shown.sort(), names.map((name) => name.replaceAll('\r', '')).sort());
});

test('in feeds and the index, no attack is anything but text', () => {
	const text = readFile('/2019/one/replies.xml');
	const parser = new SaxesParser({ xmlns: true });
	parser.on('error', (error) => assert.fail(error.message));
	parser.write(text).close();
	const feed = parseRssFeed(text);
	assert.equal(feed.items?.length, names.length);
	for (const { content } of feed.items ?? []) {
		const $ = load(content?.encoded ?? '', {}, false);
		assert.equal($(`${dangerous}, img, style`).length, 0);
	}
	const found = load(searchDocument([], htmlOfReplies(threads(replies, 'UTC')), [], 'en'));
	assert.equal(found('h2').length, names.length);
	assert.equal(found(`${dangerous}, img, style`).length, 0);
});

test('at the desk, no attack is anything but text', () => {
	assert.equal(desk('script, img, iframe, svg, object, embed, base, style, [srcdoc]').length, 0);
	for (const element of desk('*').toArray())
		for (const name of Object.keys('attribs' in element ? element.attribs : {}))
			assert.doesNotMatch(name, /^on|^style$/);
	assert.equal(desk('article').length, names.length);
	assert.match(desk('.failure pre').first().text(), /<script>/);
});

test('in a terminal, nothing moves the cursor or hides what it says', () => {
	assert.ok(terminal.length > 10_000);
	assert.doesNotMatch(terminal, /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u);
});

test('no address or program of a reader is found in the site, the content or its history', () => {
	for (const place of ['dist', 'content'])
		for (const [path, text] of filesOf(join(folder, place))) {
			assert.ok(!text.includes('sentinel-3f9a'), path);
			assert.ok(!text.includes(agent), path);
		}
	const { stdout } = spawnSync('sh', ['-c', 'git log -p --all | cat'], {
		cwd: join(folder, 'content'),
		encoding: 'utf8',
		maxBuffer: 1e9,
	});
	assert.ok(stdout.includes('Attack 1'));
	assert.ok(!stdout.includes('sentinel-3f9a') && !stdout.includes(agent));
});

test('the command says what is wrong with what it is told', () => {
	const env = { REPLIES_DIR: join(folder, 'other'), CONTENT_DIR: join(folder, 'content') };
	const replies = (...args: string[]) => run('replies', env, args);
	assert.match(replies().stdout, /No reply waits/);
	assert.equal(replies('aprove').status, 2);
	assert.match(replies('aprove').stderr, /no command "aprove"/);
	assert.equal(replies('show', 'xxx').status, 1);
	assert.equal(replies('approve').status, 2);
	const add = replies('add', '--post', '2019/none', '--name', 'Odile', 'package.json');
	assert.match(add.stderr, /no post "2019\/none"/);
	const file = join(folder, 'mail.txt');
	writeFileSync(file, 'By mail.');
	const added = replies('add', '--post', '2019/one', '--name', 'Odile', '--no-publish', file);
	assert.match(added.stdout, /Added: .*replies\/2019\/one\/[a-z2-7]{12}\.yaml/);
});

function readFile(path: string): string {
	return Buffer.from(filesOf(join(folder, 'dist')).get(path)!, 'latin1').toString();
}
