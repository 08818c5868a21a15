import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWordpress } from '../../../../src/importing/wordpress/read.ts';
import { planned, wordpress } from '../planned.ts';
import { item, wxr } from '../wxr.ts';

const post = item({
	title: 'Café',
	'wp:post_id': 1,
	'wp:post_name': 'a',
	link: 'https://old.example/a/',
	'content:encoded': 'x'.repeat(500),
});
const options = { types: {}, noteCodes: [], encodedTwice: false, anyway: false };
const read = (...texts: (string | Buffer)[]) =>
	readWordpress(
		texts.map((text, index) => ({
			name: `${index + 1}.xml`,
			async *open() {
				yield await Promise.resolve(Buffer.from(text as string));
			},
		})),
		options,
	);

test('a file that is broken, cut or none is refused, and why', async () => {
	const whole = wxr(post);
	for (const [text, reason] of [
		[whole.slice(0, -100), /"1\.xml" ends too early/],
		['no export', /is no export of WordPress/],
		['', /is no export of WordPress/],
		[wxr('<title>T</title>'), /no posts and no pages/],
		[Buffer.from(whole, 'latin1'), /1 bytes that are no text/],
		[whole.replace('</title>', '</titel>'), /^1\.xml:2: this is not well-formed XML/],
		[
			`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>${whole.replace('Café', '&a;')}`.replace(
				'<?xml version="1.0" encoding="UTF-8"?>',
				'',
			),
			/^$/,
		],
	] as const) {
		const source = await read(text);
		assert.match('refusal' in source ? source.refusal : '', reason);
	}
	const other = await read(whole, wxr(post.replace('/a/', '/b/')));
	assert.match('refusal' in other ? other.refusal : '', /exports of different sites/);
	const parts = await read(whole, whole);
	assert.ok(!('refusal' in parts), 'a text may stand in two parts of an export');
});

test('a text that is nested too deeply is named, and ends the import', async () => {
	const made = await planned(
		await wordpress(
			item({ 'wp:post_id': 1, 'wp:post_name': 'a', 'content:encoded': '<div>'.repeat(20_000) }),
		),
	);
	assert.deepEqual(made.faults, [
		'export.xml:2: cannot be converted: its elements are nested too deeply',
	]);
});

test('names lead out of no folder, and titles hold no code', async () => {
	const made = await planned(
		await wordpress(
			item({
				title: '<script>alert(1)</script>Title',
				'wp:post_id': 1,
				'wp:post_name': '../../../etc/passwd',
				'wp:post_date': '2020-01-01 00:00:00',
				link: 'https://old.example/../../etc/passwd',
				'content:encoded': 'import x from "y"\n\n<img src="../../x.png" onerror="a()"> {evil()}',
			}),
		),
		{},
		(url) => (url.endsWith('x.png') ? '/disk/..%2f..%2fx.png' : undefined),
	);
	assert.deepEqual(
		Object.keys(made.files).filter((path) => path.startsWith('posts')),
		['posts/2020/etc-passwd/index.mdx', 'posts/2020/etc-passwd/x.png'],
	);
	const text = made.files['posts/2020/etc-passwd/index.mdx']!;
	assert.match(text, /^title: Title$/m);
	assert.match(text, /&#x69;mport x from "y"\n\n!\[\]\(\.\/x\.png\) \\\{evil\(\)\}/);
});
