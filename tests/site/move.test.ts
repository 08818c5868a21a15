import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { write } from '../unit/corpus/publication.ts';
import { createFileStore } from '../../src/server/store/filestore.ts';
import { run } from './sites.ts';

const reply = (post: string) =>
	`id: aaaaaaaaaaaa\npost: ${post}\nparent: null\nname: Torvane\nurl: null\ndate: 2020-02-03T04:05:06.000Z\nbody: "post: x"\n`;

test('a post moves with its images, its replies and the links to it, and its old address leads on', async () => {
	const folder = write({
		'posts/2020/two/index.mdx':
			'---\ntitle: Two\ndate: 2020\nauthor: ann\n---\n\nText.\n\n![A lake](./lake.svg)\n',
		'posts/2020/two/lake.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"/>',
		'posts/2020/three.mdx':
			'---\ntitle: Three\ndate: 2020\nauthor: ann\nlanguage: mn\ntranslationOf: 2020/two\n---\n\nSee [two](/2020/two/#top).\n',
		'replies/2020/two/aaaaaaaaaaaa.yaml': reply('2020/two'),
		'permalinks.json': '{ "/2020/two/": "2020/two" }',
	});
	const env = { CONTENT_DIR: folder, REPLIES_DIR: `${folder}-inbox` };
	const store = await createFileStore(env.REPLIES_DIR);
	const waiting = { email: 'a@b.example', signals: [], url: null, parent: null, name: 'Odile' };
	const sent = { ...waiting, date: '2020-02-03T04:05:06.000Z', body: 'A.' };
	await store.put('pending', { ...sent, id: 'bbbbbbbbbbbb', post: '2020/two' });
	await store.put('spam', { ...sent, id: 'cccccccccccc', post: '2020/three' });
	const read = (path: string) => readFileSync(join(folder, path), 'utf8');
	const move = (...args: string[]) => run('move', env, args);
	for (const [from, to, sentence] of [
		['/2020/tow/', '/2020/new/', /no post "\/2020\/tow\/"\. Did you mean "\/2020\/two\/"\?/],
		['/2020/two/', '/2020/three/', /already belongs to .*three\.mdx/],
		['/2020/two/', '/new/', /no address of a post/],
		['/2020/two/', '/2021/two/', /dated 2020\. Change its date first/],
	] as const) {
		const { status, stderr } = move(from, to);
		assert.equal(status, 1);
		assert.match(stderr, sentence);
		assert.ok(existsSync(join(folder, 'posts/2020/two/index.mdx')), 'nothing was changed');
	}

	const { status, stderr } = move('/2020/two/', 'https://broadside.example/2020/brine/');
	assert.deepEqual([status, stderr], [0, '']);
	assert.ok(!existsSync(join(folder, 'posts/2020/two')));
	assert.match(read('posts/2020/brine/index.mdx'), /^aliases: \[\/2020\/two\/\]$/m);
	assert.match(read('posts/2020/three.mdx'), /^translationOf: 2020\/brine$/m);
	assert.match(read('posts/2020/three.mdx'), /\[two\]\(\/2020\/brine\/#top\)/);
	assert.equal(read('replies/2020/brine/aaaaaaaaaaaa.yaml'), reply('2020/brine'));
	const posts = ['bbbbbbbbbbbb', 'cccccccccccc'].map(
		async (id) => (await store.get(id))?.reply.post,
	);
	assert.deepEqual(await Promise.all(posts), ['2020/brine', '2020/three']);
	const { stdout } = run('check', env);
	assert.equal(stdout, 'No problems in the content.\n');

	assert.equal(move(join(folder, 'posts/2020/three.mdx'), '/2020/four/').status, 0);
	assert.match(read('posts/2020/four.mdx'), /^aliases: \[\/2020\/three\/\]$/m);
	assert.equal(run('check', env).status, 0);
});
