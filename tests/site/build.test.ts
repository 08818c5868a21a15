import assert from 'node:assert/strict';
import {
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtSite, build, run } from './sites.ts';

function scratch(): string {
	return mkdtempSync(join(tmpdir(), 'broadside-'));
}

/** A small publication, given by its files. */
function publication(files: Record<string, string>): string {
	const folder = join(scratch(), 'content');
	const all = {
		'categories.yaml': '- id: water\n  label: Water\n',
		'authors/ann.mdx': '---\nname: Ann\nliteral: Ann\n---\n',
		'posts/2020/one.mdx': '---\ntitle: One\ndate: 2020\nauthor: ann\n---\n\nText.\n',
		...files,
	};
	for (const [path, text] of Object.entries(all)) {
		mkdirSync(join(folder, path, '..'), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return folder;
}

function filesOf(folder: string): Map<string, string> {
	const files = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((file) =>
		file.isFile(),
	);
	return new Map(
		files
			.map((file) => join(file.parentPath, file.name))
			.sort()
			.map((path) => [path.slice(folder.length), readFileSync(path, 'latin1')]),
	);
}

test('two builds of the same content are the same, byte for byte', () => {
	const { folder } = builtSite('fixtures');
	const again = join(scratch(), 'dist');
	build({ CONTENT_DIR: cloneOfFixtures(), OUT_DIR: again });
	assert.deepEqual(filesOf(again), filesOf(folder));
});

/** In another folder, so that no cache of the first build can help. */
function cloneOfFixtures(): string {
	const folder = join(scratch(), 'content');
	cpSync('tests/fixtures/content', folder, { recursive: true });
	return folder;
}

test('every problem stops the build and is told with file, line, column and cure', () => {
	const folder = publication({
		'authors/bob.mdx': '---\nname: Bob\nliteral: Bob\norcid: 0000-0000-0000-0000\n---\n',
		'posts/2020/fields.mdx':
			'---\ntitle: Two\ndate: 2020-13\nsumary: Short\nauthor: ann\n---\n\nText.\n',
		'posts/2020/names.mdx':
			'---\ntitle: Three\ndate: 2020\nauthor: anm\ncategories: [watr]\nimage: { src: ./gone.jpg, alt: x }\n---\n\nA note[^x] and ![a](./no.jpg).\n',
		'posts/2020/syntax.mdx': '---\ntitle: Four\ndate: 2020\nauthor: ann\n---\n\nLess <5%.\n',
		'posts/2020/yaml.mdx': '---\ntitle: A: B\n---\n',
		'posts/2020/taken.mdx':
			'---\ntitle: Five\ndate: 2020\nauthor: ann\naliases: [/2020/one/]\n---\n\n<Figur />\n',
		'posts/2020/Bad Name.mdx': '---\ntitle: Six\ndate: 2020\nauthor: ann\n---\n',
		'posts/stray.md': '---\ntitle: Seven\n---\n',
	});
	const out = join(scratch(), 'dist');
	const { status, stderr } = run('build', { CONTENT_DIR: folder, OUT_DIR: out });
	assert.equal(status, 1);
	assert.ok(!existsSync(out));
	const told = [...stderr.matchAll(/content\/(\S.*?):(\d+):(\d+) {2}(\S+)$/gm)].map((match) =>
		match.slice(1, 5).join(' '),
	);
	assert.deepEqual(
		told.sort(),
		[
			'authors/bob.mdx 4 8 invalid-field',
			'posts/2020/Bad Name.mdx 1 1 bad-file-name',
			'posts/2020/fields.mdx 3 7 invalid-field',
			'posts/2020/fields.mdx 4 1 unknown-field',
			'posts/2020/names.mdx 4 9 unknown-author',
			'posts/2020/names.mdx 5 14 unknown-category',
			'posts/2020/names.mdx 6 15 missing-image',
			'posts/2020/names.mdx 9 16 missing-image',
			'posts/2020/names.mdx 9 7 undefined-footnote',
			'posts/2020/syntax.mdx 7 7 broken-mdx',
			'posts/2020/taken.mdx 5 11 duplicate-address',
			'posts/2020/taken.mdx 8 1 unknown-component',
			'posts/2020/yaml.mdx 2 8 broken-yaml',
			'posts/stray.md 1 1 misplaced-file',
			'posts/stray.md 2 1 missing-field',
			'posts/stray.md 2 1 missing-field',
		].sort(),
	);
	assert.match(stderr, /Did you mean "ann"\?/);
	assert.match(stderr, /Did you mean "water"\?/);
	assert.match(stderr, /Did you mean "summary"\?/);
	assert.equal(run('check', { CONTENT_DIR: folder }).status, 1);
});

test('a build that fails leaves the old site as it was', () => {
	const out = join(scratch(), 'dist');
	const good = publication({});
	build({ CONTENT_DIR: good, OUT_DIR: out });
	const before = filesOf(out);
	// Sound to the checks, but it cannot be rendered.
	const bad = publication({
		'posts/2020/throws.mdx':
			'---\ntitle: Two\ndate: 2020\nauthor: ann\n---\n\n{(() => { throw new Error("on purpose") })()}\n',
	});
	const { status, stderr } = run('build', { CONTENT_DIR: bad, OUT_DIR: out });
	assert.equal(status, 1);
	assert.match(stderr, /on purpose/);
	assert.deepEqual(filesOf(out), before);
	assert.deepEqual(globSync(join(out, '../.dist*')), []);
});

test('a folder that holds something else is not touched', () => {
	const out = scratch();
	writeFileSync(join(out, 'thesis.doc'), 'ten years');
	const { status, stderr } = run('build', { CONTENT_DIR: publication({}), OUT_DIR: out });
	assert.equal(status, 1);
	assert.match(stderr, /not a built site/);
	assert.deepEqual([...filesOf(out).keys()], ['/thesis.doc']);
});

test('categories stand in the order of their file', () => {
	const out = join(scratch(), 'dist');
	const ids = ['zebra', 'ant', 'mole'];
	const folder = publication({
		'categories.yaml': ids.map((id) => `- id: ${id}\n  label: ${id}\n`).join(''),
		'posts/2020/one.mdx': `---\ntitle: One\ndate: 2020\nauthor: ann\ncategories: [ant, mole, zebra]\n---\n`,
	});
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	const page = readFileSync(join(out, 'categories/index.html'), 'utf8');
	const order = [...page.matchAll(/href="\/category\/(\w+)\/"/g)].map(([, id]) => id);
	assert.deepEqual(order, ids);
});

test('the content of one folder never shows in the site of another', () => {
	const out = join(scratch(), 'dist');
	build({
		CONTENT_DIR: publication({
			'posts/2020/two.mdx': '---\ntitle: Heron\ndate: 2020\nauthor: ann\n---\n\nText.\n',
		}),
		OUT_DIR: out,
	});
	const other = publication({});
	build({ CONTENT_DIR: other, OUT_DIR: out });
	for (const [path, text] of filesOf(out)) assert.doesNotMatch(text, /Heron/, path);
	rmSync(out, { recursive: true });
});

test('an edit shows in the next build', () => {
	const out = join(scratch(), 'dist');
	const folder = publication({});
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	writeFileSync(
		join(folder, 'posts/2020/one.mdx'),
		'---\ntitle: One\ndate: 2020\nauthor: ann\n---\n\nEdited.\n',
	);
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	assert.match(readFileSync(join(out, '2020/one/index.html'), 'utf8'), /Edited\./);
	assert.match(readFileSync(join(out, 'index.html'), 'utf8'), /Edited\./);
});
