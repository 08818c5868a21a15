import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Problem } from '../../src/model/checks/problems.ts';
import { mistakes } from '../unit/corpus/mistakes.ts';
import { write } from '../unit/corpus/publication.ts';
import { run } from './sites.ts';

const bad = (lines: string, text = 'Text.') =>
	`---\ntitle: T\nauthor: ann\n${lines}\n---\n\n${text}\n`;

test('thirty mistakes are told in one run, and in the same order in the next', () => {
	const wanted = mistakes.filter(([, files]) => Object.keys(files).join() === 'posts/2020/two.mdx');
	const files = wanted.slice(0, 30).map(([, files], index) => {
		const text = String(files['posts/2020/two.mdx']).replace('‸', '');
		return [`posts/2020/bad-${index}.mdx`, text] as const;
	});
	const folder = write(Object.fromEntries(files));
	const { status, stdout } = run('check', { CONTENT_DIR: folder });
	assert.equal(status, 1);
	for (const [file] of files) assert.ok(stdout.includes(file), file);
	assert.equal(run('check', { CONTENT_DIR: folder }).stdout, stdout);
});

test('errors end with 1, warnings alone with 0, wrong use with 2', () => {
	const status = (text: string, ...args: string[]) =>
		run('check', { CONTENT_DIR: write({ 'posts/2020/two.mdx': text }) }, args).status;
	assert.equal(status(bad('date: 2021')), 1);
	assert.equal(status(bad('date: 2020', '## A\n\nB.\n\n#### C')), 0);
	assert.equal(status(bad('date: 2020'), '--what'), 2);
	assert.equal(status(bad('date: 2020'), '--format', 'xml'), 2);
	assert.equal(status(bad('date: 2020'), 'no/such/file.mdx'), 2);
});

test('only what is wrong in the given files and folders is told', () => {
	const folder = write({
		'posts/2020/two.mdx': bad('date: 2021'),
		'authors/bob.mdx': '---\nname: Bob\n---\n',
	});
	const told = (...paths: string[]) => {
		const args = [...paths.map((path) => join(folder, path)), '--format', 'json'];
		const { stdout } = run('check', { CONTENT_DIR: folder }, args);
		return (JSON.parse(stdout) as Problem[]).map(({ code }) => code);
	};
	assert.deepEqual(told('posts'), ['wrong-year']);
	assert.deepEqual(told('authors/bob.mdx'), ['invalid-field']);
	assert.deepEqual(told('authors/ann.mdx'), []);
	assert.deepEqual(told('posts/2020/two.mdx', 'authors'), ['invalid-field', 'wrong-year']);
});

test('--fix repairs what has one right form, and nothing else', () => {
	const wrong = `---\r
title: "T\u200Bwo" # a comment\r
date: 2020\r
author: ann\r
aliases: [old, '/b']\r
tags: ["salt works", 'Salt Works']\r
---\r
\r
Wo\u200Brd and wo\u2060rd, [link](/gone/).\r
`;
	const folder = write({ 'posts/2020/two.mdx': wrong });
	const { status, stdout } = run('check', { CONTENT_DIR: folder }, ['--fix']);
	assert.equal(status, 1, 'the broken link stays');
	assert.match(stdout, /broken-link/);
	assert.equal(
		readFileSync(join(folder, 'posts/2020/two.mdx'), 'utf8'),
		wrong
			.replace(/[\u200B\u2060]/g, '')
			.replace("[old, '/b']", "[/old/, '/b/']")
			.replace('salt works', 'Salt Works'),
	);
});

test('--fix leaves alone what it cannot write without loss, and repairs what overlaps in turn', () => {
	const fields = 'title: T\ndate: 2020\nauthor: ann\n';
	const latin = Buffer.from(`---\n${fields}aliases: [old]\n---\n\n\xfcber\n`, 'latin1');
	const folder = write({
		'posts/2020/latin.mdx': latin,
		'posts/2020/overlap.mdx': `---\n${fields}aliases: [ol\u200Bd, b]\n---\n`,
		'posts/2020/lines.mdx': `---\n${fields}tags:\n  - "salt\n    works"\n  - >-\n    salt works\n---\n`,
		'posts/2020/khmer.mdx': `---\n${fields}language: km\n---\n\nភាសា\u200Bខ្មែរ\n`,
	});
	const read = (name: string) => readFileSync(join(folder, `posts/2020/${name}.mdx`));
	const [lines, khmer] = [read('lines'), read('khmer')];
	run('check', { CONTENT_DIR: folder }, ['--fix']);
	assert.deepEqual(read('latin'), latin);
	assert.match(read('overlap').toString(), /^aliases: \[\/old\/, \/b\/\]$/m);
	assert.deepEqual([read('lines'), read('khmer')], [lines, khmer]);
});

test('--due says whether a build would publish something new', () => {
	const folder = write({
		'permalinks.json': '{ "/2020/one/": "2020/one" }',
		'posts/2099/far.mdx': bad('date: 2099'),
	});
	const due = () => run('check', { CONTENT_DIR: folder }, ['--due']);
	assert.equal(due().status, 1);
	writeFileSync(join(folder, 'posts/2020/two.mdx'), bad('date: 2020'));
	assert.equal(due().status, 0);
	assert.match(due().stdout, /^Due: .*two\.mdx\n$/);
});

test('posts whose cards have no title are named, and that is no problem', () => {
	const titled = (title: string, more = '') =>
		`---\ntitle: ${title}\ndate: 2020\nauthor: ann\n${more}---\n\nText.\n`;
	const { status, stdout } = run('check', {
		CONTENT_DIR: write({
			'posts/2020/salt.mdx': titled('盐'),
			'posts/2020/owo.mdx': titled('Өвөл'),
			'posts/2020/gate.mdx': titled('盐湖', 'image: { src: ./lake.png, alt: A lake }\n'),
		}),
	});
	assert.equal(status, 0);
	assert.match(stdout, /^No title in the link preview, .*: \S*posts\/2020\/salt\.mdx\n/);
	assert.match(stdout, /No problems in the content\.\n$/);
});
