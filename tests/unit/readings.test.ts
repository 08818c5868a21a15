import assert from 'node:assert/strict';
import type { Stats } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAll } from '../../src/build/documents.ts';
import { createKinds } from '../../src/build/kinds.ts';
import { lock } from '../../src/build/lock.ts';
import { createProgress } from '../../src/build/progress.ts';
import { openReadings, readBody } from '../../src/build/readings.ts';
import { readReplies } from '../../src/build/replies.ts';
import { readContent } from '../../src/markdown/reading.ts';

const kinds = await createKinds('/', 'en');
const scratch = () => mkdtemp(join(tmpdir(), 'readings-'));
const text = (words: string) => `---\ntitle: One\ndate: 2020\nauthor: ann\n---\n\n${words}\n`;

test('what was read is known the next time, until anything it depends on changes', async () => {
	const folder = await scratch();
	const bytes = Buffer.from(text('Words.'));
	const reading = readContent('one.mdx', bytes.toString(), kinds.posts);
	const first = await openReadings(folder, ['/', 'en']);
	assert.equal(first.find('one.mdx', 'posts', bytes), undefined);
	const kept = first.add('one.mdx', 'posts', bytes, reading);
	await first.keep();
	assert.deepEqual(readBody(folder, kept.text!.facts.body!), reading.body);

	const next = await openReadings(folder, ['/', 'en']);
	assert.deepEqual(next.find('one.mdx', 'posts', bytes), kept);
	assert.equal(next.find('two.mdx', 'posts', bytes), undefined, 'another name');
	assert.equal(next.find('one.mdx', 'pages', bytes), undefined, 'another kind');
	assert.equal(next.find('one.mdx', 'posts', Buffer.from(text('More.'))), undefined, 'other words');
	const other = await openReadings(folder, ['/journal/', 'en']);
	assert.equal(other.find('one.mdx', 'posts', bytes), undefined, 'another site');
});

test('what is not asked for any more is forgotten, and what is damaged is read again', async () => {
	const folder = await scratch();
	const add = async (words: string) => {
		const readings = await openReadings(folder, []);
		const bytes = Buffer.from(text(words));
		await readings.add(
			'one.mdx',
			'posts',
			bytes,
			readContent('one.mdx', bytes.toString(), kinds.posts),
		);
		await readings.keep();
		return bytes;
	};
	await add('Old.');
	const bytes = await add('New.');
	const bodies = await readdir(join(folder, 'bodies'));
	assert.equal(bodies.length, 1);
	const find = async () => (await openReadings(folder, [])).find('one.mdx', 'posts', bytes);
	assert.ok(await find());
	await rm(join(folder, 'bodies', bodies[0]!));
	assert.equal(await find(), undefined, 'its body is missing');
	await writeFile(join(folder, 'readings'), 'damaged');
	assert.equal(await find(), undefined);
});

test('two texts that say the same may be kept', async () => {
	const readings = await openReadings(await scratch(), []);
	const bytes = Buffer.from(text('Same.'));
	const reading = readContent('one.mdx', bytes.toString(), kinds.posts);
	const names = Array.from({ length: 20 }, (_, index) => `${index}.mdx`);
	for (const name of names) readings.add(name, 'posts', bytes, reading);
	assert.ok(names.every((name) => readings.find(name, 'posts', bytes)));
});

test('many files are read by workers, as one would read them', async () => {
	const files = Array.from({ length: 300 }, (_, index) => ({
		file: `posts/${index}.mdx`,
		content: text(`Words ${index} <5%`.slice(0, 7 + (index % 9))),
	}));
	assert.deepEqual(
		await readAll(files, kinds.posts, ['/', 'en']),
		files.map(({ file, content }) => readContent(file, content, kinds.posts)),
	);
});

test('a lock is held by one, and by nobody who is dead', async () => {
	const path = join(await scratch(), 'deep/lock');
	const waiting: string[] = [];
	const unlock = await lock(path, () => waiting.push('first'));
	const second = lock(path, () => waiting.push('second')).then((letGo) => {
		waiting.push('taken');
		return letGo;
	});
	await new Promise((resolve) => setTimeout(resolve, 50));
	assert.deepEqual(waiting, ['second']);
	await unlock();
	await (
		await second
	)();
	await writeFile(path, '999999999');
	await (
		await lock(path, () => undefined)
	)();
	assert.deepEqual(waiting, ['second', 'taken']);
});

test('progress shows in a terminal only, and times each part', () => {
	const run = (isTTY: boolean) => {
		const shown: string[] = [];
		let now = 0;
		const out = { isTTY, write: (text: string) => shown.push(text.replace('\r\x1b[K', '')) };
		const progress = createProgress(out as unknown as NodeJS.WriteStream, () => now);
		progress.begin('reading');
		now = 1500;
		progress.begin('building');
		progress.show('50 pages');
		now = 1600;
		return { times: progress.end(), shown };
	};
	assert.deepEqual(run(true), {
		times: 'reading 1.5 s, building 0.1 s',
		shown: ['reading …', 'building …', 'building: 50 pages', ''],
	});
	assert.deepEqual(run(false).shown, []);
});

test('a reply is read once, right or wrong', async () => {
	const [content, cache] = [await scratch(), await scratch()];
	const place = join(content, 'replies/2020/one');
	await mkdir(place, { recursive: true });
	const reply = (id: string) =>
		`id: ${id}\npost: 2020/one\nparent: null\nname: Odile\nurl: null\ndate: 2020-02-01T00:00:00.000Z\nbody: |\n  *Mud.*\n`;
	await writeFile(join(place, 'wp-1.yaml'), reply('wp-1'));
	await writeFile(join(place, 'wp-2.yaml'), reply('wp-3'));
	const read = async () => {
		const readings = await openReadings(cache, []);
		let added = 0;
		const counted: typeof readings = {
			...readings,
			add: (...all) => (added++, readings.add(...all)),
		};
		const { replies, problems } = await readReplies(content, counted);
		await readings.keep();
		return { added, replies, problems };
	};
	const first = await read();
	assert.equal(first.added, 2);
	assert.deepEqual(
		first.replies.map(({ id, html }) => [id, html]),
		[['wp-1', '<p><em>Mud.</em></p>']],
	);
	assert.deepEqual(
		first.problems.map(({ code }) => code),
		['misplaced-reply'],
	);
	assert.deepEqual(await read(), { ...first, added: 0 });
	await writeFile(join(place, 'wp-2.yaml'), reply('wp-2'));
	assert.equal((await read()).replies.length, 2);
});

test('a file that is as it was need not be opened, unless it was written just now', async () => {
	const folder = await scratch();
	const bytes = Buffer.from(text('Words.'));
	const reading = readContent('one.mdx', bytes.toString(), kinds.posts);
	const stats = { mtimeMs: 1, ctimeMs: 2, size: 3, ino: 4 } as Stats;
	const first = await openReadings(folder, []);
	assert.equal(first.at('one.mdx', 'posts', stats), undefined);
	const kept = first.add('one.mdx', 'posts', bytes, reading);
	first.note('one.mdx', 'posts', stats, kept);
	const justNow = { ...stats, ctimeMs: Date.now() } as Stats;
	first.note('two.mdx', 'posts', justNow, kept);
	await first.keep();

	const next = await openReadings(folder, []);
	assert.deepEqual(next.at('one.mdx', 'posts', stats), kept);
	for (const change of ['mtimeMs', 'ctimeMs', 'size', 'ino'])
		assert.equal(next.at('one.mdx', 'posts', { ...stats, [change]: 9 } as Stats), undefined);
	assert.equal(next.at('two.mdx', 'posts', justNow), undefined);
	const other = await openReadings(folder, ['/journal/']);
	assert.equal(other.at('one.mdx', 'posts', stats), undefined, 'another site');
});
