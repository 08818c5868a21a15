import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGhost } from '../../../src/importing/ghost/read.ts';
import type { Source } from '../../../src/importing/records.ts';
import { parseSource } from '../../../src/markdown/parse/source.ts';
import { assertBalanced, planned, type Planned } from './planned.ts';

type Row = Readonly<Record<string, unknown>>;
const id = (number: number) => String(number).padStart(24, '0');
const post = (number: number, fields: Row = {}) => ({
	id: id(number),
	title: `Post ${number}`,
	slug: `post-${number}`,
	status: 'published',
	visibility: 'public',
	published_at: '2020-12-31T20:00:00.000Z',
	html: null,
	...fields,
});

function ghost(tables: Readonly<Record<string, readonly Row[]>>): Source {
	const data = {
		users: [
			{
				id: '1',
				name: 'Ann Lee',
				slug: 'ann',
				bio: 'Writes <about> lakes.',
				email: 'ann@old.example',
			},
		],
		settings: [{ key: 'timezone', value: 'Asia/Ulaanbaatar' }],
		...tables,
	};
	const source = readGhost(JSON.stringify({ db: [{ meta: {}, data }] }), ['https://old.example/']);
	assert.ok(!('refusal' in source));
	return source;
}

const fieldsOf = ({ files }: Planned, path: string) =>
	parseSource(path, files[path]!).data as Record<string, unknown>;
const bodyOf = ({ files }: Planned, path: string) => parseSource(path, files[path]!).body.trim();

test('posts keep their authors, tags, ids and addresses; the year is that of the site', async () => {
	const made = await planned(
		ghost({
			posts: [
				post(1, {
					html: '<p>See <a href="__GHOST_URL__/post-2/">two</a>.</p>',
					custom_excerpt: 'Short.',
				}),
				post(2, { html: '<p>Two.</p>', published_at: 1577836800000 }),
			],
			posts_authors: [{ post_id: id(1), author_id: '1', sort_order: 0 }],
			tags: [
				{ id: 't', name: 'Salt Lakes', slug: 'salt' },
				{ id: 'i', name: '#hidden', slug: 'hash-hidden' },
			],
			posts_tags: [
				{ post_id: id(1), tag_id: 'i', sort_order: 0 },
				{ post_id: id(1), tag_id: 't', sort_order: 1 },
			],
			members: [{ id: 'm', email: 'reader@old.example' }],
		}),
	);
	assertBalanced(made);
	assert.deepEqual(fieldsOf(made, 'posts/2021/post-1.mdx'), {
		title: 'Post 1',
		summary: 'Short.',
		date: '2021-01-01T04:00:00+08:00',
		author: 'ann',
		tags: ['Salt Lakes'],
		guid: id(1),
		aliases: ['/post-1/'],
	});
	assert.equal(bodyOf(made, 'posts/2021/post-1.mdx'), 'See [two](/2020/post-2/).');
	assert.equal(fieldsOf(made, 'posts/2020/post-2.mdx')['author'], 'guest-author');
	assert.equal(bodyOf(made, 'authors/ann.mdx'), 'Writes \\<about> lakes.');
	assert.deepEqual(
		made.lists.tags.map(({ entry }) => entry),
		[{ label: 'Salt Lakes', aliases: ['/tag/salt/'] }],
	);
	assert.doesNotMatch(JSON.stringify(made), /@old\.example|hidden/);
});

test('all formats of texts become the same', async () => {
	const text = (words: string, format = 0) => ({ type: 'text', text: words, format });
	const lexical = JSON.stringify({
		root: {
			type: 'root',
			children: [
				{ type: 'extended-heading', tag: 'h2', children: [text('Head')] },
				{
					type: 'paragraph',
					children: [
						text('a '),
						text('b', 1),
						text(' '),
						{ type: 'link', url: 'https://a.example/', children: [text('c', 2)] },
					],
				},
				{ type: 'list', tag: 'ul', children: [{ type: 'listitem', children: [text('d')] }] },
				{ type: 'codeblock', code: 'x < 1', language: 'js' },
				{ type: 'callout', calloutText: '<p>e</p>', calloutEmoji: '💡' },
				{ type: 'signup', header: 'Join' },
				{ type: 'new-thing', a: 1 },
			],
		},
	});
	const mobiledoc = JSON.stringify({
		markups: [['strong'], ['a', ['href', 'https://a.example/']], ['em']],
		atoms: [['soft-return', '', {}]],
		cards: [['code', { code: 'x < 1', language: 'js' }]],
		sections: [
			[1, 'h2', [[0, [], 0, 'Head']]],
			[
				1,
				'p',
				[
					[0, [], 0, 'a '],
					[0, [0], 1, 'b'],
					[0, [], 0, ' '],
					[0, [1, 2], 2, 'c'],
				],
			],
			[3, 'ul', [[[0, [], 0, 'd']]]],
			[10, 0],
		],
	});
	const html =
		'<h2>Head</h2><p>a <b>b</b> <a href="https://a.example/"><em>c</em></a></p><ul><li>d</li></ul><pre><code class="language-js">x &lt; 1</code></pre>';
	const markdown = '## Head\n\na **b** [*c*](https://a.example/)\n\n- d\n\n```js\nx < 1\n```';
	const made = await planned(
		ghost({
			posts: [{ lexical }, { mobiledoc }, { html }, { markdown }].map((one, index) =>
				post(index, one),
			),
		}),
	);
	assertBalanced(made);
	const bodies = [0, 1, 2, 3].map((index) => bodyOf(made, `posts/2021/post-${index}.mdx`));
	const same = '## Head\n\na **b** [*c*](https://a.example/)\n\n- d\n\n```js\nx < 1\n```';
	assert.deepEqual(bodies, [
		`${same}\n\n<Aside>\n  💡\n\n  e\n</Aside>\n\n{/* new-thing: {"type":"new-thing","a":1} */}`,
		same,
		same,
		same,
	]);
});

test('cards in HTML become components', async () => {
	const html =
		'<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://a.example/"><div class="kg-bookmark-title">A</div><div class="kg-bookmark-description">B</div></a></figure><div class="kg-card kg-toggle-card"><div><h4 class="kg-toggle-heading-text">C</h4><button>x</button></div><div class="kg-toggle-content"><p>D</p></div></div><div class="kg-card kg-callout-card"><div class="kg-callout-emoji">!</div><div class="kg-callout-text">E</div></div>';
	const made = await planned(ghost({ posts: [post(1, { html })] }));
	assertBalanced(made);
	assert.equal(
		bodyOf(made, 'posts/2021/post-1.mdx'),
		'[A](https://a.example/): B\n\n<details>\n  <summary>C</summary>\n\n  D\n</details>\n\n<Aside>\n  ! E\n</Aside>',
	);
});

test('what is for members, or only in part for all, stays private', async () => {
	const secret = '<p>open</p><!--members-only--><p>secret</p>';
	const made = await planned(
		ghost({
			posts: [
				post(1, { html: secret }),
				post(2, { html: '<p>secret</p>', visibility: 'paid' }),
				post(3, { html: '<p>secret</p>', status: 'sent' }),
				post(4, { lexical: '{"root":{"type":"root","children":[{"type":"paywall"}]}}' }),
				post(5, { html: '<p>draft</p>', status: 'scheduled' }),
			],
		}),
	);
	assertBalanced(made);
	assert.deepEqual(
		Object.keys(made.files).filter((path) => path.startsWith('posts/')),
		['posts/2021/post-5.mdx'],
	);
	assert.equal(fieldsOf(made, 'posts/2021/post-5.mdx')['draft'], true);
	assert.doesNotMatch(JSON.stringify(made), /secret/);
});

test('what is no export is refused', () => {
	for (const [json, reason] of [
		['{"db":[', /no valid JSON/],
		['{}', /no table of posts/],
		['{"db":[{"data":{"posts":{}}}]}', /no table of posts/],
		['{"data":{"posts":[{"id":"1","slug":"a","lexical":"{"}]}}', /text of “a” is damaged/],
	] as const) {
		const refused = readGhost(json, []);
		assert.match('refusal' in refused ? refused.refusal : '', reason);
	}
});
