import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCollector } from '../../../../src/importing/wordpress/wxr.ts';
import { bodyOf, repliesOf } from '../../../../src/importing/wordpress/items.ts';
import { comment, fields, item, meta, term, wxr } from '../wxr.ts';
import { createReport, readXml } from '../../../../src/importing/wordpress/xml.ts';

/** Reads files, each with these elements in its channel. */
async function read(...channels: string[]) {
	const collector = createCollector();
	const items = [];
	for (const channel of channels) {
		const report = createReport();
		const text = wxr(channel);
		for await (const element of readXml([new TextEncoder().encode(text)], report)) {
			collector.add(element, 'export.xml');
			if (element.name === 'item') items.push(element);
		}
		assert.deepEqual(report.faults, []);
	}
	return { ...collector.exported(), items };
}

test('a post has its fields, decoded where WordPress encodes them', async () => {
	const { texts, items } = await read(
		item(
			{
				title: 'Salt &amp; <em>water</em> – 5 < 6',
				link: 'https://old.example/2020/%d0%b4%d0%b0%d0%b2%d1%81/',
				guid: 'https://old.example/?p=7&#038;x=1',
				'content:encoded': '\na\n\nb &amp; c',
				'excerpt:encoded': ' Short. ',
				'wp:post_id': 7,
				'wp:post_date': '2020-01-01 03:00:00',
				'wp:post_date_gmt': '2019-12-31 19:00:00',
				'wp:post_name': '%d0%b4%d0%b0%d0%b2%d1%81',
				'wp:comment_status': 'closed',
				'wp:post_parent': 0,
			},
			term('category', 'water', 'Water') +
				term('post_tag', '%d0%b4%d0%b0%d0%b2%d1%81', 'давс') +
				meta('_thumbnail_id', '9') +
				meta('_wp_old_slug', 'salt') +
				meta('_wp_old_slug', 'brine') +
				meta('_yoast_wpseo_canonical', 'https://review.example/') +
				meta('footnotes', '[{"content":"A <em>note</em>.]]]]><![CDATA[>","id":"n1"}]'),
		),
	);
	const [text] = texts;
	assert.deepEqual(text, {
		kind: 'post',
		id: '7',
		slug: 'давс',
		title: 'Salt & water – 5 < 6',
		excerpt: 'Short.',
		language: undefined,
		visibility: 'public',
		authors: ['ann'],
		isBylined: false,
		date: { local: '2020-01-01 03:00:00', utc: '2019-12-31 19:00:00' },
		modified: undefined,
		link: 'https://old.example/2020/%d0%b4%d0%b0%d0%b2%d1%81/',
		guid: 'https://old.example/?p=7&#038;x=1',
		categories: ['water'],
		tags: ['давс'],
		image: '9',
		parent: undefined,
		acceptsReplies: false,
		oldSlugs: ['salt', 'brine'],
		canonical: 'https://review.example/',
		aliases: [],
		edges: ['a', 'b & c'],
		anchors: new Set(),
		pages: 1,
		place: 'export.xml:2',
	});
	assert.deepEqual(bodyOf(items[0]!), {
		body: '\na\n\nb &amp; c',
		notes: [{ id: 'n1', html: 'A <em>note</em>.]]>' }],
		replies: [],
	});
});

test('nothing that was not for all to read is public, and no password is kept', async () => {
	const of = (status: string, password = '') =>
		item({
			'wp:post_id': `${status}${password}`,
			'wp:status': status,
			'wp:post_password': password,
		});
	const exported = await read(
		['publish', 'draft', 'pending', 'future', 'private', 'trash', 'auto-draft']
			.map((one) => of(one))
			.join('') +
			of('publish', 'sesame') +
			of('draft', 'sesame') +
			item({ 'wp:post_type': 'revision', 'wp:post_id': 90 }) +
			item({ 'wp:post_type': 'nav_menu_item', 'wp:post_id': 91 }),
	);
	assert.deepEqual(
		exported.texts.map(({ visibility }) => visibility),
		['public', 'unpublished', 'unpublished', 'unpublished', 'private', 'private', 'unpublished'],
	);
	assert.doesNotMatch(
		JSON.stringify({
			...exported,
			items: [],
			texts: exported.texts.map(({ id: _, ...text }) => text),
		}),
		/sesame/,
	);
	assert.deepEqual(exported.left, {
		'status trash': 1,
		'status auto-draft': 1,
		'type revision': 1,
		'type nav_menu_item': 1,
	});
});

test('bylines name co-authors and guests in their order, once each', async () => {
	const { texts, people } = await read(
		`<wp:author>${fields({ author_login: 'ann', author_display_name: 'Ann Lee', author_first_name: 'Ann', author_last_name: 'Lee', author_email: 'ann@old.example' }, 'wp:')}</wp:author>` +
			item(
				{ 'wp:post_id': 1 },
				term('author', 'cap-bob', 'Bob Ray') +
					term('author', 'bob', 'Bob Ray') +
					term('author', 'ann', 'Ann Lee'),
			) +
			item(
				{
					'wp:post_type': 'guest-author',
					'wp:post_id': 2,
					'wp:post_name': 'cap-bob',
					title: 'bob',
				},
				meta('cap-display_name', 'Bob Ray') + meta('cap-website', 'https://bob.example/'),
			),
	);
	assert.deepEqual([texts[0]?.authors, texts[0]?.isBylined], [['bob', 'ann'], true]);
	assert.deepEqual(people, [
		{
			login: 'ann',
			number: undefined,
			name: 'Ann Lee',
			given: 'Ann',
			family: 'Lee',
			isGuest: false,
		},
		{
			login: 'bob',
			name: 'Bob Ray',
			given: undefined,
			family: undefined,
			url: 'https://bob.example/',
			isGuest: true,
		},
	]);
});

test('categories are a tree, whatever their order; terms of posts count too', async () => {
	const category = (slug: string, label: string, parent = '') =>
		`<wp:category>${fields({ category_nicename: slug, cat_name: label, category_parent: parent }, 'wp:')}</wp:category>`;
	const { categories, tags, left } = await read(
		category('fish', 'Fish', 'water') +
			category('water', 'Water &amp; ice') +
			category('a', 'A', 'b') +
			category('b', 'B', 'a') +
			`<wp:term>${fields({ term_taxonomy: 'post_tag', term_slug: 'salt', term_name: 'Salt' }, 'wp:')}</wp:term>` +
			`<wp:term>${fields({ term_taxonomy: 'mood', term_slug: 'x', term_name: 'X' }, 'wp:')}</wp:term>` +
			item({ 'wp:post_id': 1 }, term('category', 'ice', 'Ice') + term('mood', 'x', 'X')),
	);
	assert.deepEqual(
		categories.map(({ slug, label, parent }) => [slug, label, parent]),
		[
			['water', 'Water & ice', undefined],
			['fish', 'Fish', 'water'],
			['b', 'B', 'a'],
			['a', 'A', 'b'],
			['ice', 'Ice', undefined],
		],
	);
	assert.deepEqual(
		tags.map(({ label }) => label),
		['Salt'],
	);
	assert.deepEqual(left, { 'term of mood': 1, 'taxonomy mood': 1 });
});

test('replies keep their threads; only those that wait keep an address', async () => {
	const { texts, items, left } = await read(
		item(
			{ 'wp:post_id': 1 },
			[
				comment({
					comment_id: 1,
					comment_author: 'Bo &amp; Co',
					comment_author_email: 'bo@a.example',
					comment_content: 'a\n\nb',
				}),
				comment({
					comment_id: 2,
					comment_parent: 1,
					comment_author: 'Cy',
					comment_approved: 0,
					comment_author_email: 'cy@a.example',
					comment_author_IP: '192.0.2.7',
				}),
				comment({ comment_id: 3, comment_type: 'pingback' }),
				comment({ comment_id: 4, comment_approved: 'spam' }),
				comment({
					comment_id: 5,
					comment_type: 'comment',
					comment_user_id: 3,
					comment_author_url: 'https://d.example/',
				}),
			].join(''),
		),
	);
	assert.deepEqual(
		repliesOf(items[0]!).map(({ id, parent, name, email, state, account, url }) => [
			id,
			parent,
			name,
			email,
			state,
			account,
			url,
		]),
		[
			['1', undefined, 'Bo & Co', undefined, 'published', undefined, undefined],
			['2', '1', 'Cy', 'cy@a.example', 'waiting', undefined, undefined],
			['5', undefined, '', undefined, 'published', '3', 'https://d.example/'],
		],
	);
	assert.deepEqual(left, { 'reply pingback': 1, 'reply spam': 1 });
	assert.deepEqual([...texts[0]!.anchors], ['comment-1', 'comment-5']);
	assert.doesNotMatch(JSON.stringify([texts, repliesOf(items[0]!)]), /192\.0\.2\.7|bo@a\.example/);
});

test('several files are one import: what stands in two counts once', async () => {
	const file = item(
		{
			'wp:post_type': 'attachment',
			'wp:post_id': 5,
			'wp:attachment_url': 'https://old.example/a.jpg',
			'excerpt:encoded': 'A <em>gate</em>',
		},
		meta('_wp_attachment_image_alt', 'Gate') +
			meta(
				'_wp_attachment_metadata',
				'a:1:{s:4:"file";s:13:"2020/01/a.jpg";s:5:"sizes";a:1:{s:4:"file";s:13:"a-300x200.jpg";}}',
			),
	);
	const { texts, files, left } = await read(
		item({ 'wp:post_id': 1 }) + file,
		item({ 'wp:post_id': 1 }) + item({ 'wp:post_id': 2 }) + file,
	);
	assert.deepEqual([texts.length, files.length, left], [2, 1, { 'the same text twice': 1 }]);
	assert.deepEqual(files[0], {
		id: '5',
		url: 'https://old.example/a.jpg',
		link: undefined,
		title: '',
		caption: 'A <em>gate</em>',
		alt: 'Gate',
		parent: undefined,
		order: 0,
		sizes: ['a-300x200.jpg'],
	});
});
