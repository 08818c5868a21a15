import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { lock } from '../../src/lock.ts';
import { copyProject } from '../project.ts';
import { builtSite, filesOf, type SiteName } from './sites.ts';

const program = resolve('node_modules/astro/bin/astro.mjs');

/** Runs Astro's own command in a project, as an Astro developer types it. */
function astro(command: string, cwd: string, env: Record<string, string> = {}) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, command], {
		cwd,
		env: { ...process.env, ...env },
		encoding: 'utf8',
	});
	return { status, said: stdout + stderr };
}

/** A copy of the project, without anything that a build has kept, with the content in `folder`. */
function project(folder: string): string {
	const parent = copyProject(join(mkdtempSync(join(tmpdir(), 'astro-')), 'project'));
	cpSync(folder, join(parent, 'content'), { recursive: true });
	return parent;
}

const contents: Partial<Record<SiteName, string>> = {
	essay: 'content',
	fixtures: 'tests/fixtures/content',
};
for (const [name, content] of Object.entries(contents))
	test(`“astro build” makes the same site of the ${name} as “npm run build”`, () => {
		const folder = project(content);
		const { status, said } = astro('build', folder);
		assert.equal(status, 0, said);
		const files = filesOf(join(folder, 'dist'));
		assert.deepEqual([...files.keys()], [...filesOf(builtSite(name as SiteName).folder).keys()]);
		for (const [path, text] of filesOf(builtSite(name as SiteName).folder))
			assert.ok(files.get(path) === text, path);
	});

test('“astro build” tells what is wrong with the content, without a stack trace', () => {
	const folder = project('content');
	const post = join(folder, 'content/posts/2019/heron.mdx');
	writeFileSync(post, '---\ntitle: Heron\ndate: 2019\nauthor: nobody\n---\n\nText.\n');
	const { status, said } = astro('build', folder);
	assert.equal(status, 1);
	assert.match(said, /heron\.mdx:4:9 {2}error {2}unknown-author/);
	assert.match(said, /Nothing was published\./);
	assert.doesNotMatch(said, /Stack trace|\bat \S+ \(/);
	assert.ok(!existsSync(join(folder, 'dist/index.html')));
});

test('“astro check” needs no content that can be published', () => {
	const folder = project('content');
	mkdirSync(join(folder, 'content/posts/2020'));
	writeFileSync(join(folder, 'content/posts/2020/heron.mdx'), 'No frontmatter.');
	const { status, said } = astro('sync', folder);
	assert.equal(status, 0, said);
});

test('Astro’s own commands wait for a build that runs', async () => {
	const folder = project('content');
	const generated = join(folder, '.astro/content-assets.mjs');
	const unlock = await lock(join(folder, '.astro/lock'), () => undefined);
	const sync = spawn(process.execPath, [program, 'sync'], { cwd: folder });
	const [said] = (await once(sync.stdout, 'data')) as [Buffer];
	assert.match(said.toString(), /^Waiting for process/);
	sync.stdout.resume();
	assert.ok(!existsSync(generated));
	unlock();
	const [status] = (await once(sync, 'exit')) as [number];
	assert.equal(status, 0);
	assert.ok(existsSync(generated));
});
