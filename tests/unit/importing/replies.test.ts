import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import type { ExportedReply } from '../../../src/importing/records.ts';
import { toReplies } from '../../../src/importing/replies.ts';
import { withParagraphs } from '../../../src/importing/wordpress/paragraphs.ts';
import { renderReply } from '../../../src/markdown/render/reply.ts';

const reply = (id: string, fields: Partial<ExportedReply> = {}): ExportedReply => ({
	id,
	name: 'Bo',
	date: '2020-02-01 10:00:00',
	html: '<p>a</p>',
	state: 'published',
	...fields,
});
const made = (...replies: ExportedReply[]) =>
	toReplies('2020/salt', replies, (account) => (account === '3' ? 'ann' : undefined));

test('replies keep their threads, names and dates; what answers nobody known answers the next above', () => {
	const { published, waiting, told } = made(
		reply('1', { url: 'https://bo.example/', account: '3' }),
		reply('2', { parent: '1', html: ' ' }),
		reply('3', { parent: '2', state: 'waiting', email: 'cy@a.example' }),
		reply('4', { parent: '9' }),
		reply('5', { parent: '6' }),
		reply('6', { parent: '5' }),
	);
	assert.deepEqual(published[0], {
		id: 'wp-1',
		post: '2020/salt',
		parent: null,
		name: 'Bo',
		url: 'https://bo.example/',
		date: '2020-02-01T10:00:00.000Z',
		body: 'a',
		author: 'ann',
	});
	assert.deepEqual(
		published.map(({ id, parent }) => [id, parent]),
		[
			['wp-1', null],
			['wp-4', null],
			['wp-5', null],
			['wp-6', null],
		],
	);
	assert.deepEqual(
		waiting.map(({ id, parent, email }) => [id, parent, email]),
		[['wp-3', 'wp-1', 'cy@a.example']],
	);
	assert.deepEqual(told, ['Reply 2: left out, because of its body.']);
});

test('what a reply cannot have is told', () => {
	const { published, told } = made(
		reply('1', { url: 'bo.example', name: '' }),
		reply('2', { name: 'x'.repeat(300) }),
		reply('3', { html: 'x'.repeat(20_001) }),
		reply('4', { date: '0000-00-00 00:00:00' }),
	);
	assert.deepEqual(
		published.map(({ id, name, url }) => [id, name.length, url]),
		[
			['wp-1', 9, null],
			['wp-2', 245, null],
		],
	);
	assert.deepEqual(told, [
		'Reply 1: its url could not be kept as written.',
		'Reply 2: its name could not be kept as written.',
		'Reply 3: left out, because of its body.',
		'Reply 4: left out, because of its date.',
	]);
});

test('the text of a comment shows the same words, breaks and links', () => {
	for (const [body, html] of [
		['a\nb\n\nc', '<p>a<br />\nb</p>\n<p>c</p>'],
		['<b>a</b> <em>b</em> <code>c</code>', '<p><strong>a</strong> <em>b</em> <code>c</code></p>'],
		['5 * 3 &lt; 20 &amp; # [x] _y_', '<p>5 * 3 &lt; 20 &amp; # [x] _y_</p>'],
		['# no heading', '<p># no heading</p>'],
		['<blockquote>a</blockquote>b', '<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>'],
		['<ul><li>a</li><li>b</li></ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
		['<h2>a</h2><img src="x" alt="b"><u>c</u>', '<p>a</p>\n<p>c</p>'],
		['<script>a()</script>b', '<p>b</p>'],
		['<a href="javascript:a()">b</a>', '<p>b</p>'],
	] as const)
		assert.equal(
			renderReply(made(reply('1', { html: withParagraphs(body) })).published[0]!.body),
			html,
			body,
		);
	const [linked] = made(
		reply('1', {
			html: 'See https://a.example/b_c_(d), or <a href="https://b.example/">there</a>.',
		}),
	).published;
	const $ = load(renderReply(linked!.body));
	assert.equal($('p').text(), 'See https://a.example/b_c_(d), or there.');
	assert.deepEqual(
		$('a')
			.map((_, link) => $(link).attr('href'))
			.get(),
		['https://a.example/b_c_(d', 'https://b.example/'],
	);
});
