import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { renderReply } from '../../../src/markdown/render/reply.ts';
import {
	answerable,
	flat,
	threads,
	type RenderedReply,
} from '../../../src/model/replies/replies.ts';
import { attacks } from '../../attacks.ts';

const allowed: Record<string, readonly string[]> = {
	p: [],
	br: [],
	em: [],
	strong: [],
	code: [],
	pre: [],
	blockquote: [],
	ul: [],
	li: [],
	ol: ['start'],
	a: ['href', 'rel'],
};

/** What is on a page but may not be. */
function intruders(html: string): string[] {
	const $ = load(html, {}, false);
	return $('*')
		.toArray()
		.flatMap((element) => {
			if (!('attribs' in element)) return [];
			const { tagName, attribs } = element;
			if (!Object.hasOwn(allowed, tagName)) return [tagName];
			const href = attribs['href'];
			return [
				...Object.keys(attribs).filter((name) => !allowed[tagName]!.includes(name)),
				...(href !== undefined && !/^(https?:\/\/|mailto:)/i.test(href) ? [href] : []),
				...(href !== undefined && attribs['rel'] !== 'nofollow ugc noopener' ? ['rel'] : []),
			];
		});
}

test('there are more than two hundred attacks', () => {
	assert.ok(new Set(attacks).size >= 200, String(new Set(attacks).size));
});

test('no attack becomes anything but text and links, alone or beside another', () => {
	for (const [at, attack] of attacks.entries()) {
		assert.deepEqual(intruders(renderReply(attack)), [], attack.slice(0, 200));
		const other = attacks[(at * 31 + 7) % attacks.length]!;
		assert.deepEqual(intruders(renderReply(`${attack}\n\n${other}${attack}`.slice(0, 20_000))), []);
	}
});

test('what is allowed of Markdown is there, and the rest is text', () => {
	assert.equal(
		renderReply('A *b* **c** `d`\ne\n\n> f\n\n- g\n\n3. h'),
		'<p>A <em>b</em> <strong>c</strong> <code>d</code><br />\ne</p>\n<blockquote>\n<p>f</p>\n</blockquote>\n<ul>\n<li>g</li>\n</ul>\n<ol start="3">\n<li>h</li>\n</ol>',
	);
	assert.equal(
		renderReply('[x](https://a.example/?a=1&b=2)'),
		'<p><a href="https://a.example/?a=1&amp;b=2" rel="nofollow ugc noopener">x</a></p>',
	);
	assert.equal(renderReply('# x'), '<p># x</p>');
	assert.match(renderReply('<b>x</b>'), /&lt;b&gt;x&lt;\/b&gt;/);
});

function reply(
	id: string,
	parent: string | null,
	date = '2026-01-01T00:00:00.000Z',
): RenderedReply {
	return { id, post: '2019/one', parent, name: id, url: null, date, body: 'x', html: '<p>x</p>' };
}

test('replies stand below what they answer, oldest first; those of a lost one move up', () => {
	const tree = threads(
		[
			reply('late', null, '2026-03-01T00:00:00.000Z'),
			reply('child', 'early', '2026-02-01T00:00:00.000Z'),
			reply('early', null),
			reply('orphan', 'gone', '2026-02-15T00:00:00.000Z'),
			reply('wp-7', 'child', '2026-02-02T00:00:00.000Z'),
		],
		'UTC',
	);
	assert.deepEqual(
		tree.map(({ id }) => id),
		['early', 'orphan', 'late'],
	);
	assert.deepEqual(
		flat(tree).map(({ anchor }) => anchor),
		['reply-early', 'reply-child', 'comment-7', 'reply-orphan', 'reply-late'],
	);
});

test('no reply is lost, also where they answer themselves or each other', () => {
	const all = [reply('a', 'b'), reply('b', 'a'), reply('c', 'c'), reply('d', null)];
	assert.deepEqual(
		flat(threads(all, 'UTC'))
			.map(({ id }) => id)
			.sort(),
		['a', 'b', 'c', 'd'],
	);
});

test('the form tells replies of one name apart, by day in the site’s zone and first words', () => {
	const tree = threads(
		[
			{ ...reply('one', null, '2026-01-01T17:00:00.000Z'), name: 'Anna', body: 'Is it\nso?' },
			{
				...reply('two', 'one', '2026-01-03T02:00:00.000Z'),
				name: 'Anna',
				body: 'It is. '.repeat(20),
			},
		],
		'Asia/Ulaanbaatar',
	);
	assert.deepEqual(
		answerable(tree, 'en').map(({ label }) => label),
		[
			'Anna, 2 January 2026: Is it so?',
			'Anna, 3 January 2026: It is. It is. It is. It is. It is. It…',
		],
	);
	assert.equal(
		threads([reply('a', null, '2026-01-01T02:00:00.000Z')], 'America/New_York')[0]!.day,
		'2025-12-31',
	);
});
