import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readContent } from '../../../src/markdown/parse/reading.ts';
import { parseAll, readDocuments } from '../../../src/publishing/content/documents.ts';
import { createKinds, type KindOptions } from '../../../src/publishing/content/kinds.ts';
import { openParseCache, type ParseCache } from '../../../src/publishing/content/parsecache.ts';
import { readReplies } from '../../../src/publishing/content/replies.ts';
import { createProgress } from '../../../src/publishing/progress.ts';

const kinds = createKinds('/', 'en', 'by-language');
const scratch = () => mkdtempSync(join(tmpdir(), 'reading-'));
const text = (words: string) => `---\ntitle: One\ndate: 2020\nauthor: ann\n---\n\n${words}\n`;

/** Counts what is set in a cache. */
function counting(cache: ParseCache) {
	let count = 0;
	return {
		...cache,
		set: (key: string, value: string) => (count++, cache.set(key, value)),
		count: () => count,
	};
}

test('a text is parsed again only if anything changes that its reading depends on', async () => {
	const folder = scratch();
	const cached = join(folder, 'cache');
	const posts = join(folder, 'posts');
	mkdirSync(join(posts, '2020'), { recursive: true });
	const write = (words: string) => writeFileSync(join(posts, '2020/one.mdx'), text(words));
	const read = async (version = 'code', base = '/', quotes: KindOptions[2] = 'by-language') => {
		const cache = counting(openParseCache(version, cached));
		const [document] = await readDocuments(posts, kinds.posts, [base, 'en', quotes], cache);
		cache.save();
		return { parsed: cache.count(), document };
	};
	write('Words.');
	const first = await read();
	assert.equal(first.parsed, 1);
	assert.deepEqual(await read(), { ...first, parsed: 0 });
	write('More.');
	assert.equal((await read()).parsed, 1, 'other words');
	write('Words.');
	assert.equal((await read()).parsed, 1, 'what is not asked for is forgotten');
	assert.equal((await read('code', '/journal/')).parsed, 1, 'another address');
	assert.equal((await read('other code', '/journal/')).parsed, 1, 'other code');
	assert.equal((await read('other code', '/journal/', 'as-written')).parsed, 1, 'other marks');
});

test('a cache that is damaged is not believed, and said', () => {
	const folder = scratch();
	const file = join(folder, 'k');
	const write = () => {
		const cache = openParseCache('code', folder);
		cache.set('key', 'value '.repeat(50));
		cache.set('other', 'one');
		cache.save();
	};
	const damages = [
		(bytes: Buffer) => bytes.subarray(0, -5),
		(bytes: Buffer) => bytes.fill(0, 60, 64),
		() => Buffer.alloc(0),
	];
	for (const damage of damages) {
		write();
		assert.match(openParseCache('code', folder).get('key')!, /^value/);
		writeFileSync(file, damage(readFileSync(file)));
		const cache = openParseCache('code', folder);
		assert.deepEqual(
			[cache.damaged, cache.get('key'), cache.get('other')],
			[true, undefined, 'one'],
		);
	}
});

test('only the parts of a cache that change are written', () => {
	const folder = scratch();
	const cache = openParseCache('code', folder);
	for (const key of ['a1', 'a2', 'b1', 'c1']) cache.set(key, key);
	cache.save();
	const before = { ...read(), b: '' };
	for (const key of ['a1', 'a2', 'b2', 'c1']) if (!cache.get(key)) cache.set(key, key);
	cache.save();
	assert.deepEqual({ ...read(), b: '' }, before);
	const again = openParseCache('code', folder);
	assert.deepEqual([again.get('b1'), again.get('b2')], [undefined, 'b2']);

	function read() {
		return Object.fromEntries(
			['a', 'b', 'c'].map((name) => [name, String(statSync(join(folder, name)).ino)]),
		);
	}
});

test('many files are parsed by workers, as one would parse them', async () => {
	const files = Array.from({ length: 300 }, (_, index) => ({
		file: `posts/${index}.mdx`,
		content: text(`Words ${index} <5%`.slice(0, 7 + (index % 9))),
	}));
	assert.deepEqual(
		await parseAll(files, kinds.posts, ['/', 'en', 'by-language']),
		files.map(({ file, content }) => readContent(file, content, kinds.posts)),
	);
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
		now = 1600;
		return { times: progress.end(), shown };
	};
	assert.deepEqual(run(true), {
		times: 'reading 1.5 s, building 0.1 s',
		shown: ['reading …', 'building …', ''],
	});
	assert.deepEqual(run(false).shown, []);
});

test('a reply is read once, right or wrong', async () => {
	const [content, cached] = [scratch(), join(scratch(), 'cache')];
	const place = join(content, 'replies/2020/one');
	mkdirSync(place, { recursive: true });
	const reply = (id: string) =>
		`id: ${id}\npost: 2020/one\nparent: null\nname: Odile\nurl: null\ndate: 2020-02-01T00:00:00.000Z\nbody: |\n  *Mud.*\n`;
	writeFileSync(join(place, 'wp-1.yaml'), reply('wp-1'));
	writeFileSync(join(place, 'wp-2.yaml'), reply('wp-3'));
	const read = async () => {
		const cache = counting(openParseCache('code', cached));
		const { replies, problems } = await readReplies(content, cache);
		cache.save();
		return { parsed: cache.count(), replies, problems };
	};
	const first = await read();
	assert.equal(first.parsed, 2);
	assert.deepEqual(
		first.replies.map(({ id, html }) => [id, html]),
		[['wp-1', '<p><em>Mud.</em></p>']],
	);
	assert.deepEqual(
		first.problems.map(({ code }) => code),
		['misplaced-reply'],
	);
	assert.deepEqual(await read(), { ...first, parsed: 0 });
	writeFileSync(join(place, 'wp-2.yaml'), reply('wp-2'));
	assert.equal((await read()).replies.length, 2);
});
