import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { createSiteServer } from '../../src/server/http/server.ts';
import { build, filesOf, run } from './sites.ts';

const scratch = mkdtempSync(join(tmpdir(), 'broadside-'));
const [content, out] = [join(scratch, 'content'), join(scratch, 'dist')];
const env = { CONTENT_DIR: content, OUT_DIR: out };
const write = (path: string, text: string) => {
	mkdirSync(join(content, path, '..'), { recursive: true });
	writeFileSync(join(content, path), text);
};
const post = (path: string, fields: string) =>
	write(`posts/${path}.mdx`, `---\nauthor: ann\n${fields}\n---\n\nWords of ${path}.\n`);
const ledger = () =>
	JSON.parse(readFileSync(join(content, 'permalinks.json'), 'utf8')) as Record<string, string>;
const read = (path: string) => readFileSync(join(out, path), 'utf8');

test('what was published once answers for ever: lists, feeds and what was withdrawn', async (t) => {
	write('authors/ann.mdx', '---\nname: Ann\nliteral: Ann\naliases: [/analyst/ann/]\n---\n');
	write('authors/bob.mdx', '---\nname: Bob\nliteral: Bob\naliases: [/analyst/bob/]\n---\n');
	write('pages/about.mdx', '---\ntitle: About\naliases: [/who-we-are/]\n---\n\nAbout us.\n');
	write('categories.yaml', '- id: lakes\n  label: Lakes\n');
	post('2020/one', 'title: One\ndate: 2020\ncategories: [lakes]\ntags: [Salt Works, C#]');
	post('2021/two', 'title: Two & <b>\ndate: 2021-05-06\ntags: [Only here]');
	post('1999/three', 'title: Three\ndate: 1999');
	write(
		'replies/2020/one/aaaaaaaaaaaa.yaml',
		'id: aaaaaaaaaaaa\npost: 2020/one\nparent: null\nname: Torvane\nurl: null\ndate: 2020-02-03T04:05:06.000Z\nbody: A reply.\n',
	);
	build(env);
	for (const address of ['/1999/', '/tag/salt-works/feed.json', '/tag/c-sharp/'])
		assert.ok(address in ledger(), address);
	assert.ok('/2020/one/replies.xml' in ledger());

	await t.test('a renamed tag is told, with the way to keep its address', () => {
		post('2020/one', 'title: One\ndate: 2020\ncategories: [lakes]\ntags: [Saltworks, C#]');
		const { status, stdout } = run('check', env);
		assert.equal(status, 1);
		assert.match(stdout, /lost-permalink {2}"\/tag\/salt-works\/".*tags\.yaml/);
		assert.equal(stdout.match(/lost-permalink/g)?.length, 1, 'the feeds go without saying');
	});

	write('tags.yaml', '- label: Saltworks\n  description: Pans.\n  aliases: [Salt Works]\n');
	write('categories.yaml', '- id: water\n  label: Water\n  aliases: [/category/lakes/]\n');
	write('files/map.pdf', '%PDF-1.4');
	write(
		'redirects.yaml',
		'/uploads/2012/map.pdf: /files/map.pdf\n/?attachment_id=9: /about/\n/rss/: /feed.xml\n',
	);
	rmSync(join(content, 'posts/2020/one.mdx'));
	rmSync(join(content, 'posts/1999/three.mdx'));
	post(
		'2022/first',
		'title: One\ndate: 2022-09-08\naliases: [/2020/one/, /old/One.html, /?p=12, /old.php]\ncategories: [water]\ntags: [Salt-works, C#]',
	);
	post('2022/three', 'title: Three\ndate: 2022\naliases: [/1999/three/]\ntags: [Only here]');
	post(
		'2021/two',
		'title: Two & <b>\ndate: 2021-05-06\ntags: [Alone]\nwithdrawn: { date: 2026-02-03, reason: The <figures> were wrong. }',
	);
	rmSync(join(content, 'replies/2020'), { recursive: true });
	build(env);

	const server = createSiteServer({ folder: out, base: '/' });
	server.listen(0);
	await once(server, 'listening');
	t.after(() => server.close());
	const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
	const get = async (path: string) => {
		const { status, headers } = await fetch(origin + path, { redirect: 'manual' });
		return [status, headers.get('location')?.replace(origin, '') ?? ''];
	};
	const moved = {
		'/analyst/ann/': '/author/ann/',
		'/analyst/ann/feed.xml': '/author/ann/feed.xml',
		'/who-we-are/': '/about/',
		'/tag/salt-works/': '/tag/saltworks/',
		'/tag/salt-works/atom.xml': '/tag/saltworks/atom.xml',
		'/tag/saltworks/feed/': '/tag/saltworks/feed.xml',
		'/category/lakes/': '/category/water/',
		'/category/lakes/feed.json': '/category/water/feed.json',
		'/category/lakes/feed/atom/': '/category/water/atom.xml',
		'/author/ann/feed/': '/author/ann/feed.xml',
		'/2020/one/replies.xml': '/2022/first/replies.xml',
		'/2020/one/feed/': '/2022/first/replies.xml',
		'/1999/': '/archive/',
		'/old/One.html': '/2022/first/',
		'/old/one.html': '/2022/first/',
		'/old.php': '/2022/first/',
		'/uploads/2012/map.pdf': '/files/map.pdf',
		'/?attachment_id=9': '/about/',
		'/rss/': '/feed.xml',
		'/?p=12': '/2022/first/',
		'/2022/09/': '/2022/',
		'/?m=202209': '/2022/',
		'/?feed=atom': '/atom.xml',
	};
	for (const [from, to] of Object.entries(moved)) {
		assert.deepEqual(await get(from), [301, to], from);
		assert.equal((await get(to))[0], 200, to);
	}
	assert.deepEqual(await get('/2021/two/'), [410, '']);
	assert.equal((await get('/analyst/bob/'))[0], 404, 'an author without a post has no page');

	await t.test('hosts without rules find a page that leads on, at the very address', () => {
		for (const file of ['old/One.html', 'old.php/index.html', '2020/one/index.html'])
			assert.equal(load(read(file))('a').attr('href'), '/2022/first/', file);
	});

	await t.test('every address of the ledger answers, in one step', async () => {
		for (const path of Object.keys(ledger())) {
			const [status, to] = (await get(path)) as [number, string];
			const end = status === 301 ? (await get(to))[0] : status;
			assert.ok(end === 200 || (end === 410 && path === '/2021/two/'), `${path}: ${end}`);
		}
	});

	await t.test('a withdrawn post says so, and is nowhere else', () => {
		const $ = load(read('2021/two/index.html'));
		assert.equal($('h1').text(), 'Two & <b>');
		assert.match($('main').text(), /3 February 2026.*The <figures> were wrong\./s);
		assert.equal($('meta[name=robots]').attr('content'), 'noindex');
		assert.equal($('link[rel=canonical]').length, 0);
		const named = [...filesOf(out)].filter(([, text]) => /Two &|2021\/two|Alone/.test(text));
		assert.deepEqual(
			named.map(([path]) => path),
			['/2021/two/index.html', '/_redirects', '/atom.xml', '/feed.json', '/feed.xml'],
		);
	});

	await t.test('the main feed says it once, as the entry that readers know', () => {
		const [notice] = parseRssFeed(read('feed.xml')).items!;
		assert.equal(notice?.guid?.value, 'tag:broadside.example,2026:2021/two');
		assert.equal(notice?.title, 'Withdrawn: Two & <b>');
		const [entry] = parseAtomFeed(read('atom.xml')).entries!;
		assert.equal(entry?.updated, '2026-02-03T00:00:00.000Z');
		assert.equal(entry?.content?.value, '<p>The &lt;figures&gt; were wrong.</p>');
		assert.equal(parseJsonFeed(read('feed.json')).items?.[0]?.url?.slice(-10), '/2021/two/');
		assert.doesNotMatch(read('archive.json'), /2021\/two/);
	});

	await t.test('an address is forgotten only on purpose, and only when nothing is there', () => {
		const forget = (...args: string[]) => run('forget', env, args);
		assert.match(forget('/2021/two/').stderr, /still published, by .*two\.mdx/);
		assert.match(forget('/2021/tow/').stderr, /not among .* Did you mean "\/2021\/two\/"\?/);
		rmSync(join(content, 'posts/2021/two.mdx'));
		const { status, stdout } = forget('https://broadside.example/2021/two');
		assert.deepEqual([status, stdout], [0, 'Forgotten: /2021/two/\n']);
		assert.equal(run('check', env).status, 0);
	});
});

test('a site can live below a path with letters of any script and spaces', () => {
	const folder = join(scratch, 'below');
	build({ ...env, OUT_DIR: folder, SITE_ADDRESS: 'https://x.example/сэтгүүл/a é/' });
	const base = encodeURI('/сэтгүүл/a é/');
	const $ = load(readFileSync(join(folder, '2022/first/index.html'), 'utf8'));
	assert.equal($('link[rel=canonical]').attr('href'), `https://x.example${base}2022/first/`);
	const paths = $('[href^="/"], [src^="/"]')
		.toArray()
		.map(({ attribs }) => attribs['href'] ?? attribs['src']!);
	assert.ok(paths.length > 10);
	for (const path of paths) {
		assert.ok(path.startsWith(base), path);
		const file = decodeURI(path.slice(base.length - 1));
		assert.ok(existsSync(join(folder, file.replace(/\/$/, '/index.html'))), path);
	}
});
