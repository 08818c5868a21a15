import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseSource } from '../../../src/markdown/parse/source.ts';
import { assertBalanced, planned, wordpress, type Planned } from './planned.ts';
import { comment, fields, item, meta, term } from './wxr.ts';

/* Exports like those of the blog that this project began with: all names and texts are invented. */

const blog = 'https://blogs.old.example/lake';
const channel = `<title>Lake Focus</title><wp:base_site_url>https://blogs.old.example/</wp:base_site_url><wp:base_blog_url>${blog}</wp:base_blog_url>`;
const account = (login: string, name: string, id = 1, given = '', family = '') =>
	`<wp:author>${fields({ author_id: id, author_login: login, author_display_name: name, author_first_name: given, author_last_name: family, author_email: `${login}@old.example` }, 'wp:')}</wp:author>`;
const category = (slug: string, label: string, parent = '') =>
	`<wp:category>${fields({ category_nicename: slug, cat_name: label, category_parent: parent }, 'wp:')}</wp:category>`;
const post = (id: number, values: Readonly<Record<string, string | number>>, more = '') =>
	item(
		{
			title: `Post ${id}`,
			link: `${blog}/2012/post-${id}/`,
			guid: `${blog}/?p=${id}`,
			'wp:post_id': id,
			'wp:post_name': `post-${id}`,
			'wp:post_date': '2012-03-05 01:00:00',
			'wp:post_date_gmt': '2012-03-04 17:00:00',
			'dc:creator': 'holder',
			...values,
		},
		more,
	);
const holder = account('holder', 'Hanna Older', 1, 'Hanna', 'Older');
const fieldsOf = ({ files }: Planned, path: string) =>
	parseSource(path, files[path]!).data as Record<string, unknown>;
const bodyOf = ({ files }: Planned, path: string) => parseSource(path, files[path]!).body.trim();

test('a guest’s post is never credited to the account that uploaded it', async () => {
	const made = await planned(
		await wordpress(
			channel +
				holder +
				account('admin', 'admin', 2) +
				category('author', 'Author') +
				category('ann-lee', 'Ann Lee', 'author') +
				post(1, { title: 'Salt', 'content:encoded': 'By Bo Ray and Cy Od\n\nText.' }) +
				post(2, { title: 'Guest Post: Ice' }) +
				post(3, { title: 'Guest Post by Di Em: Fog' }) +
				post(4, {}, term('category', 'ann-lee', 'Ann Lee')) +
				post(5, { 'content:encoded': 'By Hanna\n\nText.' }) +
				post(6, { 'dc:creator': 'admin' }) +
				post(7, {}, term('author', 'cap-ev', 'Ev Ho')) +
				post(8, { 'content:encoded': 'Text.\n\nBo Ray' }),
		),
	);
	assertBalanced(made);
	const authorOf = (id: number) => fieldsOf(made, `posts/2012/post-${id}.mdx`)['author'];
	assert.deepEqual([1, 2, 3, 4, 5, 6, 7, 8].map(authorOf), [
		['bo-ray', 'cy-od'],
		'guest-author',
		'di-em',
		'ann-lee',
		'hanna-older',
		'admin',
		'ev-ho',
		'bo-ray',
	]);
	const doubted = made.doubts.flatMap((doubt) => /posts: \{ (\S+):/.exec(doubt)?.[1] ?? []);
	assert.deepEqual(
		doubted,
		['2012/post-1', '2012/post-2', '2012/post-3', '2012/post-6', '2012/post-8'],
		'an editor looks at those that nothing but a line or an account says',
	);
	assert.deepEqual(fieldsOf(made, 'authors/hanna-older.mdx'), {
		name: 'Hanna Older',
		given: 'Hanna',
		family: 'Older',
		aliases: ['/author/holder/', '/?author=1', '/lake/author/holder/', '/lake/?author=1'],
	});
	assert.deepEqual(fieldsOf(made, 'authors/ann-lee.mdx')['aliases'], [
		'/category/author/ann-lee/',
		'/category/ann-lee/',
		'/lake/category/author/ann-lee/',
		'/lake/category/ann-lee/',
	]);
});

test('a text may say in many ways that a guest wrote it', async () => {
	const guests = [
		post(1, { 'content:encoded': '<em>Guest post by Cy Dunn, professor of geology</em>\n\nText.' }),
		post(2, { 'content:encoded': 'This is a guest post by Cy Dunn, a geologist.\n\nText.' }),
		post(3, { 'content:encoded': 'By Cy Dunn, University of Halmark\n\nText.' }),
		post(4, {}, term('category', 'guest-posts', 'Guest Posts')),
		post(5, { 'content:encoded': 'Text.\n\nThis guest column was sent to us from afar.' }),
		post(6, { 'content:encoded': 'Text.\n\nCy Dunn' }),
	];
	const made = await planned(await wordpress(channel + holder + guests.join('')));
	assertBalanced(made);
	assert.deepEqual(
		guests.map((_, index) => fieldsOf(made, `posts/2012/post-${index + 1}.mdx`)['author']),
		['cy-dunn', 'cy-dunn', 'cy-dunn', 'guest-author', 'guest-author', 'cy-dunn'],
	);
	const again = await planned(await wordpress(channel + holder + guests.reverse().join('')));
	assert.equal(again.files['posts/2012/post-6.mdx'], made.files['posts/2012/post-6.mdx']);
});

test('a decision about what is not there is told', async () => {
	const { doubts, files } = await planned(
		await wordpress(
			channel +
				holder +
				category('mining', 'Mining') +
				post(1, {}, term('category', 'mining', 'Mining')),
		),
		{
			posts: { '2012/nope': ['ann-lee'] },
			categories: { mining: 'gone', lost: 'mining' },
			authors: [
				{ id: 'a', name: 'A', accounts: ['holder', 'nobody'] },
				{ id: 'b', name: 'B', accounts: ['holder'] },
			],
		},
	);
	assert.match(files['posts/2012/post-1.mdx']!, /- mining/, 'nothing is dropped for a slip');
	for (const name of ['2012/nope', 'ann-lee', 'gone', 'lost', 'nobody', 'holder'])
		assert.ok(
			doubts.some((one) => one.startsWith('import.yaml: ') && one.includes(`“${name}”`)),
			name,
		);
});

test('what is for members, locked away, or beside a draft stays there', async () => {
	const block = (status: string) =>
		item({
			'wp:post_type': 'wp_block',
			'wp:post_id': 20,
			'wp:status': status,
			'content:encoded': '<!-- wp:paragraph --><p>shared</p><!-- /wp:paragraph -->',
		});
	const made = await planned(
		await wordpress(
			channel +
				holder +
				post(1, { 'content:encoded': 'a [restrict]secret[/restrict]' }) +
				post(2, {
					'content:encoded':
						'<!-- wp:premium-content/subscriber-view --><p>secret</p><!-- /wp:premium-content/subscriber-view -->',
				}) +
				post(3, { 'content:encoded': '<!-- wp:block {"ref":20} /-->' }) +
				block('draft') +
				post(4, {
					'wp:status': 'draft',
					'content:encoded': `<a href="${blog}/up/plan.pdf">plan</a>`,
				}) +
				item({
					'wp:post_type': 'attachment',
					'wp:post_id': 9,
					'wp:post_parent': 4,
					'wp:attachment_url': `${blog}/up/plan.pdf`,
					link: `${blog}/plan/`,
				}),
		),
		{},
		(url) => (url.endsWith('.pdf') ? '/disk/plan.pdf' : undefined),
	);
	assertBalanced(made);
	assert.doesNotMatch(JSON.stringify(made), /secret|>shared|"shared/);
	assert.ok(!('files/plan.pdf' in made.files));
	assert.doesNotMatch(JSON.stringify(made.lists.redirects), /plan/);
});

test('an address of e-mail that somebody logs in with is no name, and stands nowhere', async () => {
	const mail = 'ev@old.example';
	const source = await wordpress(
		channel +
			account(mail, 'Ev Ho', 4) +
			post(1, { 'dc:creator': mail }) +
			post(2, {}, term('author', 'cap-evold-example', mail)),
	);
	const made = await planned(source);
	assertBalanced(made);
	for (const id of [1, 2])
		assert.equal(fieldsOf(made, `posts/2012/post-${id}.mdx`)['author'], 'ev-ho');
	assert.doesNotMatch(JSON.stringify([made, source.exported.people]), /@old/);
});

test('an editor decides', async () => {
	const source = await wordpress(
		channel +
			holder +
			account('h2', 'H. Older', 2) +
			category('mining', 'Mining') +
			category('digging', 'Digging') +
			category('misc', 'Misc') +
			post(
				1,
				{ title: 'Guest Post: Salt', 'content:encoded': 'Text.\n\nAbout Hanna Older and so on' },
				term('category', 'digging', 'Digging') + term('category', 'misc', 'Misc'),
			) +
			post(2, { 'dc:creator': 'h2' }, term('post_tag', 'bo-ray', 'Bo Ray')),
	);
	const made = await planned(source, {
		authors: [
			{ id: 'older', name: 'Hanna Older', accounts: ['holder', 'h2'], names: ['H. Older'] },
		],
		guests: { shorten: true },
		posts: { '2012/post-1': ['Ann Lee', 'older'] },
		people: { tags: ['bo-ray'] },
		categories: { digging: 'mining', misc: null },
		strip: ['^About Hanna Older'],
	});
	assertBalanced(made);
	assert.deepEqual(fieldsOf(made, 'posts/2012/post-1.mdx'), {
		title: 'Salt',
		date: '2012-03-05T01:00:00+08:00',
		author: ['ann-lee', 'older'],
		categories: ['mining'],
		guid: `${blog}/?p=1`,
		aliases: ['/lake/2012/post-1/', '/?p=1', '/lake/?p=1'],
	});
	assert.equal(bodyOf(made, 'posts/2012/post-1.mdx'), 'Text.');
	assert.equal(fieldsOf(made, 'posts/2012/post-2.mdx')['author'], 'bo-ray');
	assert.deepEqual(
		made.lists.categories.map(({ entry }) => entry),
		[
			{
				id: 'mining',
				label: 'Mining',
				aliases: ['/category/digging/', '/lake/category/mining/', '/lake/category/digging/'],
			},
		],
	);
	assert.ok(made.reasons.includes('-6 words: left out as import.yaml says'));
});

test('categories of one name below two others, Cyrillic slugs and dots keep their old addresses', async () => {
	const cyrillic = encodeURIComponent('нуурын-ус').toLowerCase();
	const made = await planned(
		await wordpress(
			channel +
				holder +
				category('mongolia-and', 'Mongolia and ...') +
				category('mining', 'Mining') +
				category('mining-mongolia', 'Mining', 'mongolia-and') +
				category(cyrillic, 'Нуурын ус') +
				post(
					1,
					{ link: `${blog}/2012/${cyrillic}/`, 'wp:post_name': cyrillic },
					['mining', 'mining-mongolia', cyrillic]
						.map((one) => term('category', one, one))
						.join('') +
						term('post_tag', 'north-korea', 'North Korea') +
						term('post_tag', 'dprk', 'north  korea') +
						term('category', 'uncategorized', 'Uncategorized') +
						meta('_wp_old_slug', 'the-lake'),
				),
		),
	);
	assertBalanced(made);
	const path = 'posts/2012/nuuryn-us.mdx';
	assert.deepEqual(fieldsOf(made, path)['aliases'], [
		'/2012/нуурын-ус/',
		'/lake/2012/нуурын-ус/',
		'/2012/the-lake/',
		'/lake/2012/the-lake/',
		'/?p=1',
		'/lake/?p=1',
	]);
	assert.deepEqual(fieldsOf(made, path)['categories'], ['mining', 'mining-mongolia', 'nuuryn-us']);
	assert.deepEqual(fieldsOf(made, path)['tags'], ['North Korea']);
	assert.deepEqual(
		made.lists.categories.map(({ entry }) => entry),
		[
			{ id: 'mongolia-and', label: 'Mongolia and ...', aliases: ['/lake/category/mongolia-and/'] },
			{ id: 'mining', label: 'Mining', aliases: ['/lake/category/mining/'] },
			{
				id: 'mining-mongolia',
				label: 'Mining',
				parent: 'mongolia-and',
				aliases: [
					'/category/mining-mongolia/',
					'/lake/category/mongolia-and/mining-mongolia/',
					'/lake/category/mining-mongolia/',
				],
			},
			{
				id: 'nuuryn-us',
				label: 'Нуурын ус',
				aliases: ['/category/нуурын-ус/', '/lake/category/нуурын-ус/'],
			},
		],
	);
	assert.deepEqual(
		made.lists.tags.map(({ entry }) => entry),
		[
			{
				label: 'North Korea',
				aliases: ['/tag/dprk/', '/lake/tag/north-korea/', '/lake/tag/dprk/'],
			},
		],
	);
});

test('links, places, images and files lead to the new site', async () => {
	const text = [
		`<a href="${blog}/2012/post-2/#note">a</a> <a href="/lake/?p=2">b</a> <a href="http://blogs.old.example/lake/2012/post-2/#comment-9">c</a>`,
		`<a href="${blog}/2012/post-3/">draft</a> <a href="${blog}/category/mining/">list</a> <a href="${blog}/">home</a> <a href="${blog}/gone/">gone</a>`,
		'<a href="#here">here</a> <a href="#nowhere">nowhere</a> <a href="javascript:x()">script</a> <a href="www.a.example/b">host</a> <a href="mailto:a@b.example">mail</a>',
		'<h2 id="here">Another</h2>',
		`<a href="${blog}/up/gate.jpg"><img class="wp-image-7" src="${blog}/up/gate-300x200.jpg" alt=""></a> <a href="${blog}/2012/post-1/gate.jpg/"><img src="${blog}/up/gate.jpg" alt="Twice"></a> <a href="${blog}/2012/post-1/map.pdf/">page</a>`,
		`<a href="${blog}/up/map.pdf">map</a> <img src="${blog}/up/lost.jpg" alt="Lost"> <a href="${blog}/up/lost.pdf">lost</a>`,
	].join('\n\n');
	const file = (id: number, name: string) =>
		item(
			{
				'wp:post_type': 'attachment',
				'wp:post_id': id,
				'wp:post_parent': 1,
				'wp:status': 'inherit',
				link: `${blog}/2012/post-1/${name}/`,
				'wp:attachment_url': `${blog}/up/${name}`,
			},
			meta('_wp_attachment_image_alt', 'A gate'),
		);
	const made = await planned(
		await wordpress(
			channel +
				holder +
				category('mining', 'Mining') +
				post(
					1,
					{ 'content:encoded': text },
					term('category', 'mining', 'Mining') + meta('_thumbnail_id', '7'),
				) +
				post(
					2,
					{ 'content:encoded': '<p id="note">x</p>' },
					comment({ comment_id: 9, comment_author: 'Bo', comment_content: 'Yes.' }),
				) +
				post(3, { 'wp:status': 'draft' }) +
				file(7, 'gate.jpg') +
				file(8, 'map.pdf') +
				file(9, 'lost.pdf'),
		),
		{},
		(url) => (/gate\.jpg$|map\.pdf$/.test(url) ? `/disk/${url.replace(/^.*\//, '')}` : undefined),
	);
	assertBalanced(made);
	assert.equal(
		bodyOf(made, 'posts/2012/post-1/index.mdx'),
		[
			'[a](/2012/post-2/#note) [b](/2012/post-2/) [c](/2012/post-2/#comment-9)',
			`draft{/* led to /2012/post-3/, a draft */} [list](/category/mining/) [home](/) [gone](${blog}/gone/)`,
			'[here](#here) nowhere script [host](http://www.a.example/b) [mail](mailto:a@b.example)',
			'## <a id="here" />Another',
			'![A gate](./gate.jpg) ![Twice](./gate.jpg) [page](/2012/post-1/)',
			`[map](/files/map.pdf) {/* image: ${blog}/up/lost.jpg “Lost” */}[lost](${blog}/up/lost.pdf)`,
		].join('\n\n'),
	);
	assert.equal(bodyOf(made, 'posts/2012/post-2.mdx'), '<a id="note" />x');
	assert.deepEqual(fieldsOf(made, 'posts/2012/post-1/index.mdx')['image'], {
		src: './gate.jpg',
		alt: 'A gate',
	});
	assert.equal(made.files['posts/2012/post-1/gate.jpg'], '/disk/gate.jpg');
	assert.equal(made.files['files/map.pdf'], '/disk/map.pdf');
	assert.deepEqual([...made.missing].sort(), [`${blog}/up/lost.jpg`, `${blog}/up/lost.pdf`]);
	assert.equal(made.lists.redirects['/up/map.pdf'], '/files/map.pdf');
	assert.equal(made.lists.redirects['/lake/up/map.pdf'], '/files/map.pdf');
	assert.equal(
		made.lists.redirects['/2012/post-1/map.pdf/'] ?? made.lists.redirects['/2012/post-1/map.pdf'],
		'/2012/post-1/',
	);
	assert.equal(made.lists.redirects['/?attachment_id=8'], '/2012/post-1/');
});

test('replies have threads and old anchors; those that wait go to an editor, and no address is published', async () => {
	const made = await planned(
		await wordpress(
			channel +
				holder +
				post(
					1,
					{},
					comment({
						comment_id: 4,
						comment_author: 'Bo',
						comment_author_email: 'bo@a.example',
						comment_author_IP: '192.0.2.7',
						comment_content: 'One\n\ntwo',
					}) +
						comment({
							comment_id: 5,
							comment_parent: 4,
							comment_author: 'Hanna',
							comment_user_id: 1,
							comment_content: 'Yes.',
						}) +
						comment({
							comment_id: 6,
							comment_author: 'Cy',
							comment_author_email: 'cy@a.example',
							comment_content: 'Hm.',
							comment_approved: 0,
						}) +
						comment({ comment_id: 7, comment_type: 'pingback' }),
				) +
				item(
					{ 'wp:post_type': 'page', 'wp:post_id': 2, 'wp:post_name': 'about', title: 'About' },
					comment({ comment_id: 8, comment_author: 'Di', comment_content: 'x' }),
				),
		),
	);
	assertBalanced(made);
	const reply = (id: number) => parse(made.files[`replies/2012/post-1/wp-${id}.yaml`]!) as object;
	assert.deepEqual(reply(4), {
		id: 'wp-4',
		post: '2012/post-1',
		parent: null,
		name: 'Bo',
		url: null,
		date: '2020-02-01T10:00:00.000Z',
		body: 'One\n\ntwo',
	});
	assert.deepEqual(reply(5), { ...reply(5), parent: 'wp-4', author: 'hanna-older' });
	assert.deepEqual(
		made.waiting.map(({ id, email }) => [id, email]),
		[['wp-6', 'cy@a.example']],
	);
	assert.doesNotMatch(JSON.stringify(made.files), /@a\.example|@old\.example|192\.0\.2\.7/);
	assert.deepEqual(
		made.reasons.filter((one) => one.includes('replies')),
		['-1 replies: replies to pages have no place here'],
	);
});

test('nothing that was not for all to read is public', async () => {
	const states = ['draft', 'pending', 'future', 'private'].map((status, index) =>
		post(index + 1, { 'wp:status': status, 'content:encoded': `secret-${status}` }),
	);
	const source = await wordpress(
		channel +
			holder +
			states.join('') +
			post(8, { 'wp:post_password': 'sesame', 'content:encoded': 'secret-word' }) +
			post(9, {}) +
			item({
				'wp:post_type': 'page',
				'wp:status': 'draft',
				'wp:post_id': 10,
				'wp:post_name': 'plan',
				title: 'Plan',
			}),
	);
	const made = await planned(source);
	assertBalanced(made);
	for (const id of [1, 2, 3]) {
		const { draft, aliases } = fieldsOf(made, `posts/2012/post-${id}.mdx`);
		assert.deepEqual([draft, aliases], [true, undefined]);
	}
	assert.equal(fieldsOf(made, 'posts/2012/plan.mdx')['draft'], true, 'a page cannot be a draft');
	assert.doesNotMatch(JSON.stringify(made), /secret-private|secret-word|sesame/);
	assert.ok(made.reasons.includes('-2 posts: not for all to read (private)'));
	const drafts = await planned(source, { private: 'draft' });
	assert.equal(fieldsOf(drafts, 'posts/2012/post-8.mdx')['draft'], true);
	assert.doesNotMatch(JSON.stringify(drafts), /sesame/);
});

test('notes, films, galleries and what nobody understands come along', async () => {
	const made = await planned(
		await wordpress(
			channel +
				holder +
				post(1, {
					'content:encoded':
						'One[efn_note]A <em>note</em>.[/efn_note] two.\n\nhttps://www.youtube.com/watch?v=aaaaaaaaaaa\n\n[gallery ids="7,8"]\n\n[weird a="b"]inner[/weird]\n\n<form action="/x"><input></form>',
				}) +
				['7', '8']
					.map((id) =>
						item({
							'wp:post_type': 'attachment',
							'wp:post_id': id,
							'wp:attachment_url': `${blog}/up/${id}.jpg`,
						}),
					)
					.join(''),
		),
		{},
		(url) => (url.endsWith('.jpg') ? `/disk/${url.replace(/^.*\//, '')}` : undefined),
	);
	assertBalanced(made);
	assert.equal(
		bodyOf(made, 'posts/2012/post-1/index.mdx'),
		`One[^1] two.

<Video src="https://www.youtube.com/watch?v=aaaaaaaaaaa" title="Post 1" />

<Gallery>
  ![](./7.jpg) ![](./8.jpg)
</Gallery>

{/* [weird a="b"]inner[/weird] */}inner

{/* form: /x */}

[^1]: A *note*.`,
	);
});

test('a feed is read as far as it goes', async () => {
	const made = await planned(
		await wordpress(
			'<link>https://f.example/</link><item><title>One &amp; two</title><link>https://f.example/2020/one/</link><guid>https://f.example/a</guid><pubDate>Fri, 10 Jan 2020 14:24:14 +0000</pubDate><dc:creator>Ann Lee</dc:creator><category>Salt</category><content:encoded>&lt;p&gt;Words&lt;/p&gt;</content:encoded></item><item><title>Two</title><link>https://f.example/2020/two/</link><guid>https://f.example/b</guid></item>',
		),
	);
	assertBalanced(made);
	assert.deepEqual(fieldsOf(made, 'posts/2020/one.mdx'), {
		title: 'One & two',
		date: '2020-01-10T14:24:14Z',
		author: 'ann-lee',
		categories: ['salt'],
		guid: 'https://f.example/a',
	});
	assert.ok('posts/2020/two.mdx' in made.files);
});

test('two texts of one name, and one without title and date, have addresses of their own', async () => {
	const made = await planned(
		await wordpress(
			channel +
				holder +
				post(1, { 'wp:post_name': 'salt' }) +
				post(2, { 'wp:post_name': 'salt' }) +
				post(3, {
					title: '',
					'wp:post_name': '',
					'wp:status': 'draft',
					'wp:post_date': '0000-00-00 00:00:00',
				}) +
				item({ 'wp:post_type': 'page', 'wp:post_id': 5, 'wp:post_name': '2012', title: '2012' }) +
				item({
					'wp:post_type': 'page',
					'wp:post_id': 4,
					'wp:post_name': 'archive',
					title: 'Archive',
					link: `${blog}/old/archive/`,
				}),
		),
	);
	assertBalanced(made);
	assert.deepEqual(Object.keys(made.files).sort(), [
		'authors/hanna-older.mdx',
		'pages/2012-2.mdx',
		'pages/archive-2.mdx',
		'posts/2012/post-3.mdx',
		'posts/2012/salt-2.mdx',
		'posts/2012/salt.mdx',
	]);
	assert.equal(fieldsOf(made, 'posts/2012/post-3.mdx')['title'], 'Untitled');
});

test('what the content has already is taken for the same', async () => {
	const made = await planned(await wordpress(channel + holder + post(1, {})), {}, () => undefined, {
		authors: [{ id: 'hanna', name: 'Hanna Older' }],
	});
	assertBalanced(made);
	assert.equal(fieldsOf(made, 'posts/2012/post-1.mdx')['author'], 'hanna');
	assert.deepEqual(Object.keys(made.files), ['posts/2012/post-1.mdx']);
	assert.equal(made.lists.redirects['/author/holder/'], '/author/hanna/');
});
