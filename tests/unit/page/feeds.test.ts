import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedContent } from '../../../src/model/feeds/cleanhtml.ts';
import { feedFiles } from '../../../src/model/feeds/feeds.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { content, post, site } from '../sample.ts';

const now = new Date('2026-01-01');

function publicationOf(count: number) {
	const posts = Array.from({ length: count }, (_, i) =>
		post(`2019/n${String(i).padStart(3, '0')}`, {
			date: new Date(1.5e12 + i * 864e5).toISOString(),
		}),
	);
	return assemble(content({ posts }), site, now);
}

function feeds(count: number) {
	return new Map(feedFiles(publicationOf(count)).map(({ path, feed }) => [path, feed]));
}

for (const count of [0, 1, 19, 20, 39, 40, 41, 60, 99])
	test(`of ${count} posts, each is in one part of the feed of everything`, () => {
		const all = feeds(count);
		const reached: string[] = [];
		let part = all.get('/atom.xml');
		for (let steps = 0; part && steps < 50; steps++) {
			reached.push(...part.items.map(({ post }) => post));
			const next = part.older?.atom?.replace('https://vesper.example', '');
			part = next === undefined ? undefined : all.get(next);
		}
		assert.deepEqual(
			reached,
			publicationOf(count).posts.map(({ id }) => id),
		);
		assert.equal(all.get('/archive.json')!.items.length, count);
	});

test('a part of the feed stays as it is when a post is added', () => {
	const [before, after] = [feeds(60), feeds(61)];
	assert.deepEqual(before.get('/atom/1.xml'), after.get('/atom/1.xml'));
	assert.equal(after.get('/atom.xml')!.items.length, 21);
});

test('a post keeps its id when its address changes, or the one it came with', () => {
	const ids = (ledger: Record<string, string>, fields: Parameters<typeof post>[1]) =>
		assemble(content({ posts: [post('2019/new', fields)] }), site, now, ledger).posts.map(
			({ guid }) => guid,
		);
	assert.deepEqual(ids({}, {}), ['tag:vesper.example,2026:2019/new']);
	assert.deepEqual(ids({ '/2019/old/': '2019/old' }, { aliases: ['/2019/old/'] }), [
		'tag:vesper.example,2026:2019/old',
	]);
	assert.deepEqual(ids({}, { guid: 'https://old.example/?p=12' }), ['https://old.example/?p=12']);
});

test('a text in a feed holds what feed readers show, and nothing else', () => {
	const origin = { url: 'https://vesper.example/2019/one/', prefix: '2019-one' };
	const cases: [string, string][] = [
		[
			'<p class="x" id="y" data-z>A <em>b</em> &amp; &lt;c&gt;</p>',
			'<p>A <em>b</em> &amp; &lt;c&gt;</p>',
		],
		['<a href="/2020/two/">x</a>', '<a href="https://vesper.example/2020/two/">x</a>'],
		['<a href="#part">x</a>', '<a href="https://vesper.example/2019/one/#part">x</a>'],
		['<h2 id="part"><a class="anchor" href="#part">Part</a></h2>', '<h2>Part</h2>'],
		[
			'<sup><a href="#fn-1" id="fnref-1" data-footnote-ref data-note="1">1</a></sup>',
			'<sup><a href="#fn-2019-one-1" id="fnref-2019-one-1">1</a></sup>',
		],
		[
			'<li id="fn-1">Note <a href="#fnref-1">↩</a></li>',
			'<li id="fn-2019-one-1">Note <a href="#fnref-2019-one-1">↩</a></li>',
		],
		['<a href="/other/#fn-1">x</a>', '<a href="https://vesper.example/other/#fn-1">x</a>'],
		[
			'<img src="/_astro/a.webp" srcset="/_astro/b.webp 2x" alt="A &quot;b&quot;" width="1" onerror="x()">',
			'<img src="https://vesper.example/_astro/a.webp" alt="A &quot;b&quot;" width="1">',
		],
		['<script>alert(1)</script><style>p{}</style>x', 'x'],
		[
			'<figure><iframe srcdoc="<p>y</p>"></iframe><figcaption>z</figcaption></figure>',
			'<figure><figcaption>z</figcaption></figure>',
		],
		['<my-element>x</my-element><font color="red">y</font>', 'xy'],
		['<input type="checkbox" checked disabled> done', '☑  done'],
		['<p class="label">Note</p>', '<p><strong>Note</strong></p>'],
		['<svg><a href="/x">y</a></svg>z', 'z'],
		['a<br>b', 'a<br>b'],
	];
	for (const [html, expected] of cases) assert.equal(feedContent(html, origin), expected);
});
