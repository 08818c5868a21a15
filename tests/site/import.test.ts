import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import sharp from 'sharp';
import { parse } from 'yaml';
import { filesIn } from '../../src/disk.ts';
import { createSiteServer } from '../../src/server/http/server.ts';
import { oldBlog } from '../bench/oldblog.ts';
import { comment, fields, item, meta, term, wxr } from '../unit/importing/wxr.ts';
import { build, run } from './sites.ts';

const scratch = mkdtempSync(join(tmpdir(), 'broadside-import-'));
const at = (path: string) => join(scratch, path);
const write = (path: string, text: string | Buffer) => {
	mkdirSync(join(at(path), '..'), { recursive: true });
	writeFileSync(at(path), text);
};
/** All files below a folder, with their contents. */
const contentsOf = (folder: string) =>
	Object.fromEntries(
		filesIn(at(folder)).map((name) => [name, readFileSync(join(at(folder), name), 'latin1')]),
	);
const importing = (into: string, ...args: string[]) =>
	run('import', { REPLIES_DIR: at(`${into}-inbox`) }, [...args, '--into', at(into)]);

const blog = 'https://blogs.old.example/lake';
const channel = `<title>Lake</title><wp:base_site_url>${blog}</wp:base_site_url><wp:base_blog_url>${blog}</wp:base_blog_url><wp:author>${fields({ author_id: 1, author_login: 'ann', author_display_name: 'Ann Lee', author_first_name: 'Ann', author_last_name: 'Lee' }, 'wp:')}</wp:author><wp:category>${fields({ term_id: 5, category_nicename: 'water', cat_name: 'Water' }, 'wp:')}</wp:category>`;
const cyrillic = encodeURIComponent('нуурын-ус').toLowerCase();
const post = (id: number, values: Readonly<Record<string, string | number>>, more = '') =>
	item(
		{
			title: `Post ${id}`,
			link: `${blog}/2012/post-${id}/`,
			guid: `${blog}/?p=${id}`,
			'wp:post_id': id,
			'wp:post_name': `post-${id}`,
			'wp:post_date': '2012-03-05 09:30:00',
			'wp:post_date_gmt': '2012-03-05 01:30:00',
			'content:encoded': `Words of ${id}.`,
			...values,
		},
		more,
	);
const attachment = (id: number, parent: number, name: string) =>
	item(
		{
			'wp:post_type': 'attachment',
			'wp:status': 'inherit',
			'wp:post_id': id,
			'wp:post_parent': parent,
			link: `${blog}/2012/post-${parent}/${name.replace('.', '-')}/`,
			'wp:attachment_url': `${blog}/wp-content/uploads/2012/03/${name}`,
		},
		meta('_wp_attachment_image_alt', 'A gate'),
	);
const small = wxr(
	channel +
		post(
			1,
			{
				'content:encoded': `<a href="${blog}/2012/${cyrillic}/">b</a>\n\n[caption width="300"]<img class="wp-image-7" src="${blog}/wp-content/uploads/2012/03/gate-300x200.jpg" /> The gate[/caption]\n\n<a href="${blog}/wp-content/uploads/2012/03/map.pdf">map</a>`,
			},
			term('category', 'water', 'Water') +
				term('post_tag', 'salt', 'Salt') +
				comment({ comment_id: 3, comment_author: 'Bo', comment_content: 'Yes.' }) +
				comment({
					comment_id: 4,
					comment_author: 'Cy',
					comment_author_email: 'cy@a.example',
					comment_content: 'Wait.',
					comment_approved: 0,
				}),
		) +
		post(2, {
			title: 'Нуурын ус',
			link: `${blog}/2012/${cyrillic}/`,
			'wp:post_name': cyrillic,
		}) +
		post(3, { 'wp:status': 'draft' }) +
		item({
			title: 'About',
			'wp:post_type': 'page',
			'wp:post_id': 6,
			'wp:post_name': 'about',
			link: `${blog}/us/about/`,
			'content:encoded': 'Us.',
		}) +
		attachment(7, 1, 'gate.jpg') +
		attachment(8, 1, 'map.pdf'),
);

test('a blog of WordPress moves in, and goes on to live', async (t) => {
	write('small.xml', small);
	const picture = sharp({ create: { width: 90, height: 60, channels: 3, background: 'red' } });
	write(
		'uploads/2012/03/gate.jpg',
		await picture
			.jpeg()
			.withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 55/1 7/1' } })
			.toBuffer(),
	);
	write('uploads/2012/03/map.pdf', '%PDF-1.4');

	await t.test('without --write nothing is written, and the balance is told', () => {
		const { status, stdout } = importing('content', 'wordpress', at('small.xml'));
		assert.equal(status, 0, stdout);
		assert.match(stdout, /^posts +3 +3/m);
		assert.match(stdout, /^−1 images: the file is missing/m);
		assert.match(stdout, /Nothing was written/);
		assert.ok(!existsSync(at('content')));
	});
	await t.test('--propose writes the decisions alone', () => {
		assert.equal(importing('content', 'wordpress', at('small.xml'), '--propose').status, 0);
		assert.deepEqual(filesIn(at('content')), ['import.yaml']);
		const { timeZone, authors } = parse(readFileSync(at('content/import.yaml'), 'utf8')) as {
			timeZone: string;
			authors: unknown;
		};
		assert.equal(timeZone, '+08:00');
		assert.deepEqual(authors, [
			{ id: 'ann-lee', name: 'Ann Lee', given: 'Ann', family: 'Lee', accounts: ['ann'] },
		]);
	});
	await t.test('images that come later find their texts', () => {
		assert.equal(importing('content', 'wordpress', at('small.xml'), '--write').status, 0);
		assert.ok(existsSync(at('content/posts/2012/post-1.mdx')));
		const again = importing(
			'content',
			'wordpress',
			at('small.xml'),
			'--write',
			'--media',
			at('uploads'),
		);
		assert.equal(again.status, 0, again.stdout + again.stderr);
		assert.ok(!existsSync(at('content/posts/2012/post-1.mdx')));
		assert.match(
			readFileSync(at('content/posts/2012/post-1/index.mdx'), 'utf8'),
			/<Figure caption="The gate">\n {2}!\[A gate\]\(\.\/gate\.jpg\)/,
		);
	});
	await t.test('a photograph does not tell where it was taken', async () => {
		const { exif } = await sharp(at('content/posts/2012/post-1/gate.jpg')).metadata();
		assert.doesNotMatch(exif?.toString('latin1') ?? '', /\/\x00\x00\x00\x01|47/);
	});
	const media = ['--media', at('uploads'), '--write'];
	await t.test('a second import changes nothing', () => {
		const before = contentsOf('content');
		const { stdout } = importing('content', 'wordpress', at('small.xml'), ...media);
		assert.match(stdout, /^Files as they are: 8$/m);
		assert.doesNotMatch(stdout, /New files|Changed files|Lists|no part of this one|replies wait/);
		assert.deepEqual(contentsOf('content'), before);
		assert.equal(filesIn(at('content-inbox/pending')).length, 1);
	});
	await t.test('what an editor has done stays', () => {
		const file = at('content/posts/2012/nuuryn-us.mdx');
		writeFileSync(file, readFileSync(file, 'utf8').replace('Words of 2.', 'Better words.'));
		rmSync(at('content/posts/2012/post-3.mdx'));
		const decisions = at('content/import.yaml');
		writeFileSync(decisions, readFileSync(decisions, 'utf8').replace('id: ann-lee', 'id: lee'));
		const list = at('content/categories.yaml');
		writeFileSync(list, `- id: wasser\n  label: Wasser\n${readFileSync(list, 'utf8')}`);
		const { stdout } = importing('content', 'wordpress', at('small.xml'), ...media, '--prune');
		assert.match(stdout, /an editor has changed[^]*nuuryn-us\.mdx/);
		assert.match(stdout, /an editor has deleted or moved[^]*post-3\.mdx/);
		assert.match(readFileSync(at('content/categories.yaml'), 'utf8'), /id: wasser/);
		assert.match(readFileSync(file, 'utf8'), /Better words/);
		assert.match(readFileSync(at('content/posts/2012/post-1/index.mdx'), 'utf8'), /author: lee/);
		assert.ok(!existsSync(at('content/authors/ann-lee.mdx')), 'what nobody needs any more goes');
		writeFileSync(file, readFileSync(file, 'utf8').replace('author: ann-lee', 'author: lee'));
	});
	await t.test('the content passes the check, and every old address answers', async (t) => {
		const env = { CONTENT_DIR: at('content'), OUT_DIR: at('dist') };
		assert.doesNotMatch(run('check', env).stdout, / {2}error {2}/);
		build(env);
		const server = createSiteServer({ folder: at('dist'), base: '/' });
		server.listen(0);
		await once(server, 'listening');
		t.after(() => server.close());
		const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
		const get = (path: string) => fetch(origin + path, { redirect: 'manual' });
		const old = {
			'/lake/2012/post-1/': '/2012/post-1/',
			[`/2012/${cyrillic}/`]: '/2012/nuuryn-us/',
			[`/lake/2012/${cyrillic.toUpperCase().replaceAll('-', '-')}/`]: '/2012/nuuryn-us/',
			'/?p=1': '/2012/post-1/',
			'/?p=2': '/2012/nuuryn-us/',
			'/us/about/': '/about/',
			'/?page_id=6': '/about/',
			'/author/ann/': '/author/lee/',
			'/?cat=5': '/category/water/',
			'/wp-content/uploads/2012/03/map.pdf': '/files/map.pdf',
			'/2012/post-1/gate-jpg/': '/2012/post-1/',
			'/?attachment_id=8': '/2012/post-1/',
			'/feed/': '/feed.xml',
			'/lake/': '/',
			'/lake/feed/': '/feed.xml',
			'/lake/2012/': '/2012/',
			'/lake/?p=1': '/2012/post-1/',
			'/lake/category/water/': '/category/water/',
			'/lake/tag/salt/': '/tag/salt/',
			'/lake/author/ann/': '/author/lee/',
			'/lake/?attachment_id=7': '/2012/post-1/',
			'/wp-rss2.php': '/feed.xml',
			'/2012/post-1/feed/': '/2012/post-1/replies.xml',
		};
		for (const [from, to] of Object.entries(old)) {
			const answer = await get(from);
			assert.deepEqual([answer.status, answer.headers.get('location')], [301, to], from);
			assert.equal((await get(to)).status, 200, to);
		}
		for (const path of ['/2012/post-1/', '/category/water/', '/tag/salt/'])
			assert.equal((await get(path)).status, 200, path);
		assert.equal((await get('/?p=3')).status, 200, 'the home page: a draft has no address');
		const page = load(readFileSync(at('dist/lake/2012/нуурын-ус/index.html'), 'utf8'));
		assert.equal(page('a').attr('href'), '/2012/nuuryn-us/');
		const rules = readFileSync(at('dist/_redirects'), 'utf8').split('\n');
		assert.ok(rules.includes('/ p=2 /2012/nuuryn-us/ 301!'));
		const shown = load(await (await get('/2012/post-1/')).text());
		assert.equal(shown('#comment-3').length, 1);
		assert.doesNotMatch(Object.values(contentsOf('dist')).join(), /cy@a\.example/);
	});
});

test('what is missing can be fetched from the old site, once', async (t) => {
	const asked: string[] = [];
	const picture = await sharp({ create: { width: 9, height: 6, channels: 3, background: 'red' } })
		.jpeg()
		.toBuffer();
	const server = createServer((request, response) => {
		asked.push(request.url!);
		if (request.url!.endsWith('gate.jpg')) response.end(picture);
		else response.writeHead(404).end();
	});
	server.listen(0);
	await once(server, 'listening');
	t.after(() => server.close());
	const { port } = server.address() as AddressInfo;
	const from = `http://localhost:${port}`;
	write('local.xml', small.replaceAll('https://blogs.old.example/lake', from));
	const fetching = () =>
		import('node:child_process').then(({ spawn }) => {
			const child = spawn(
				process.execPath,
				[
					'src/commands/run.js',
					'import',
					'wordpress',
					at('local.xml'),
					'--into',
					at('fetched'),
					'--write',
					'--download',
				],
				{
					env: { ...process.env, REPLIES_DIR: at('fetched-inbox'), DOWNLOADS_DIR: at('downloads') },
				},
			);
			let output = '';
			child.stdout.on('data', (data) => void (output += String(data)));
			return once(child, 'close').then(([status]) => ({ status: status as number, output }));
		});
	const first = await fetching();
	assert.equal(first.status, 0, first.output);
	assert.match(first.output, /1 files could not be fetched:\n.*map\.pdf: the server answers 404/);
	assert.ok(existsSync(at('fetched/posts/2012/post-1/gate.jpg')));
	await fetching();
	assert.equal(asked.filter((url) => url.endsWith('gate.jpg')).length, 1);
});

test('an import that would lose something writes nothing', () => {
	write('deep.xml', wxr(channel + post(1, { 'content:encoded': '<div>'.repeat(20_000) })));
	const deep = importing('deep', 'wordpress', at('deep.xml'), '--write');
	assert.equal(deep.status, 1);
	assert.match(deep.stderr, /nested too deeply[^]*Nothing was written/);
	assert.doesNotMatch(deep.stderr, /\n\s+at /);
	write('cut.xml', small.slice(0, 3000));
	const cut = importing('deep', 'wordpress', at('cut.xml'), '--write');
	assert.equal(cut.status, 1);
	assert.match(cut.stderr, /ends too early[^]*Nothing was written/);
	assert.ok(!existsSync(at('deep')));
	const wrong = importing('wrong', 'blogger', 'x');
	assert.deepEqual([wrong.status, /no import from "blogger"/.test(wrong.stderr)], [2, true]);
	write('wrong/import.yaml', 'timeZone: Ulaanbaatar\n');
	const { status, stderr } = importing('wrong', 'wordpress', at('small.xml'));
	assert.equal(status, 1);
	assert.match(stderr, /import\.yaml:1:11 .*must look like \+08:00/);
});

test('a blog with guests, Cyrillic addresses, notes and comments passes the check', () => {
	write('old.xml', [...oldBlog({ posts: 60, comments: 120, length: 1500 })].join(''));
	const { status, stdout, stderr } = importing('old', 'wordpress', at('old.xml'), '--write');
	assert.equal(status, 0, stdout + stderr);
	assert.doesNotMatch(run('check', { CONTENT_DIR: at('old') }).stdout, / {2}error {2}/);
});

test('what was exported comes in again, and is the same', () => {
	cpSync('tests/fixtures/content', at('fixtures'), { recursive: true });
	// Other systems cannot run code, and a post of the future comes in as a draft.
	for (const path of ['posts/2023/mdx-expressions.mdx', 'posts/2099'])
		rmSync(at(`fixtures/${path}`), { recursive: true });
	const ledger = readFileSync(at('fixtures/permalinks.json'), 'utf8');
	write('fixtures/permalinks.json', ledger.replace(/^.*mdx-expressions.*\n/gm, ''));
	const site = { SITE_ADDRESS: 'https://lake.example/' };
	const exporting = (content: string, ...args: string[]) => {
		const { status, stdout, stderr } = run('export', { ...site, CONTENT_DIR: at(content) }, args);
		assert.equal(status, 0, stdout + stderr);
	};
	exporting('fixtures', 'wxr', at('first'));
	const files = ['--media', at('first'), '--media', at('fixtures/files'), '--write'];
	const { status, stdout, stderr } = run('import', { ...site, REPLIES_DIR: at('again-inbox') }, [
		'wordpress',
		at('first/export.xml'),
		...files,
		'--into',
		at('again'),
	]);
	assert.equal(status, 0, stdout + stderr);
	exporting('again', 'wxr', at('second'));
	const [first, second] = ['first', 'second'].map((name) =>
		readFileSync(at(`${name}/export.xml`), 'utf8'),
	);
	assert.ok(first === second, 'both exports are equal');
	assert.deepEqual(contentsOf('second/wp-content'), contentsOf('first/wp-content'));

	exporting('fixtures', 'markdown', at('markdown'));
	const text = readFileSync(at('markdown/posts/2022/figures-quarry-atlas/index.md'), 'utf8');
	assert.match(text, /^---\ntitle: /);
	assert.doesNotMatch(text, /<Figure|\{\/\*/);
	assert.ok(existsSync(at('markdown/posts/2022/figures-quarry-atlas/benches.jpg')));
	exporting('fixtures', 'csl', at('citations.json'));
	const citations = JSON.parse(readFileSync(at('citations.json'), 'utf8')) as { id: string }[];
	assert.ok(citations.length > 40);
	assert.equal(run('export', {}, ['wxr', at('markdown')]).status, 2, 'nothing is written over');
});
