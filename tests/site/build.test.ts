import assert from 'node:assert/strict';
import {
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { load } from 'cheerio';
import { build, filesOf, run } from './sites.ts';

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

test('a build that fails leaves the site as it was, and a post without words is in its index', () => {
	const CONTENT_DIR = publication({
		'posts/2020/picture.mdx':
			'---\ntitle: Silence\ndate: 2020\nauthor: ann\n---\n\n![](/favicon.svg)\n',
	});
	const OUT_DIR = join(scratch(), 'dist');
	build({ CONTENT_DIR, OUT_DIR });
	const before = filesOf(OUT_DIR);
	const index = JSON.parse(before.get('/pagefind/pagefind-entry.json')!) as {
		languages: Record<string, { page_count: number }>;
	};
	assert.equal(index.languages['en']?.page_count, 2);
	const { status, stderr } = run('build', {
		CONTENT_DIR,
		OUT_DIR,
		PAGEFIND_MAX_FRAGMENTS: 'several',
	});
	assert.equal(status, 1);
	assert.match(stderr, /search index could not be built:.*invalid digit/s);
	assert.deepEqual(filesOf(OUT_DIR), before);
	// Sound to the checks, but it cannot be rendered.
	writeFileSync(
		join(CONTENT_DIR, 'posts/2020/throws.mdx'),
		'---\ntitle: Two\ndate: 2020\nauthor: ann\n---\n\n{(() => { throw new Error("on purpose") })()}\n',
	);
	const thrown = run('build', { CONTENT_DIR, OUT_DIR });
	assert.equal(thrown.status, 1);
	assert.match(thrown.stderr, /throws\.mdx:7:1 {2}error {2}failing-code .*: on purpose\. /);
	assert.deepEqual(filesOf(OUT_DIR), before);
	assert.deepEqual(readdirSync(join(OUT_DIR, '..')).sort(), ['dist']);
});

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
	const told = [...stderr.matchAll(/content\/(\S.*?):(\d+):(\d+) {2}error {2}(\S+) /gm)].map(
		(match) => match.slice(1, 5).join(' '),
	);
	assert.deepEqual(
		told.sort(),
		[
			'authors/bob.mdx 4 8 invalid-field',
			'posts/2020/Bad Name.mdx 1 1 bad-file-name',
			'posts/2020/fields.mdx 3 7 bad-date',
			'posts/2020/fields.mdx 4 1 unknown-field',
			'posts/2020/names.mdx 4 9 unknown-author',
			'posts/2020/names.mdx 5 14 unknown-category',
			'posts/2020/names.mdx 6 15 missing-image',
			'posts/2020/names.mdx 9 16 missing-image',
			'posts/2020/names.mdx 9 7 undefined-footnote',
			'posts/2020/syntax.mdx 7 6 stray-angle-bracket',
			'posts/2020/taken.mdx 5 11 duplicate-address',
			'posts/2020/taken.mdx 8 1 unknown-component',
			'posts/2020/yaml.mdx 2 8 unquoted-colon',
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

test('a folder that holds something else is not touched', () => {
	const out = scratch();
	writeFileSync(join(out, 'thesis.doc'), 'ten years');
	const { status, stderr } = run('build', { CONTENT_DIR: publication({}), OUT_DIR: out });
	assert.equal(status, 1);
	assert.match(stderr, /not a built site/);
	assert.deepEqual([...filesOf(out).keys()], ['/thesis.doc']);
});

test('images of a post that is not published are not published either', () => {
	const out = join(scratch(), 'dist');
	const fields = (more: string) =>
		`---\ntitle: T\nauthor: ann\nimage: { src: ./lead.png, alt: x }\n${more}\n---\n\nText.\n\n![x](./lead.png)\n`;
	const folder = publication({
		'posts/2020/draft/index.mdx': fields('date: 2020\ndraft: true'),
		'posts/2099/future/index.mdx': fields('date: 2099'),
		'posts/2020/shown/index.mdx': fields('date: 2020'),
	});
	const image = globSync('tests/fixtures/content/posts/**/*.{png,jpg}')[0]!;
	for (const [post, name] of [
		['2020/draft', 'secret'],
		['2099/future', 'secret'],
		['2020/shown', 'lead'],
	]) {
		cpSync(image, join(folder, `posts/${post}/${name}.png`));
		const file = join(folder, `posts/${post}/index.mdx`);
		writeFileSync(file, readFileSync(file, 'utf8').replaceAll('lead.png', `${name}.png`));
	}
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	assert.ok(globSync('_astro/lead*', { cwd: out }).length > 0);
	assert.deepEqual(globSync('_astro/secret*', { cwd: out }), []);
});

test('a post that moves into a folder of its own is still built', () => {
	const out = join(scratch(), 'dist');
	const folder = publication({});
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	mkdirSync(join(folder, 'posts/2020/one'));
	renameSync(join(folder, 'posts/2020/one.mdx'), join(folder, 'posts/2020/one/index.mdx'));
	build({ CONTENT_DIR: folder, OUT_DIR: out });
});

test('a build that the checks did not foresee to fail says why, and where', () => {
	for (const [code, file, sentence] of [
		["import x from './broken.js'\n\nText {x}.", 'export default (', /broken\.js/],
		[
			"Text.\n\nimport { zed } from './broken.js'\n\nText {zed}.",
			'export const a = 1',
			/two\.mdx:9:1 {2}error {2}failing-code .*"zed" is not exported by ".*broken\.js"\. /,
		],
		[
			'Text.\n\nText {Promise.reject(new Error("late"))}.',
			'',
			/two\.mdx:9:1 {2}error {2}failing-code .*: late\. /,
		],
	] as const) {
		const folder = publication({
			'posts/2020/two.mdx': `---\ntitle: T\ndate: 2020\nauthor: ann\n---\n\n${code}\n`,
			'posts/2020/broken.js': file,
		});
		const parent = scratch();
		const { status, stderr } = run('build', {
			CONTENT_DIR: folder,
			OUT_DIR: join(parent, 'dist'),
		});
		assert.equal(status, 1);
		assert.match(stderr, sentence);
		assert.doesNotMatch(stderr, /\u001b| {4}at /);
		assert.deepEqual(readdirSync(parent), [], 'and leaves nothing to be served');
	}
});

test('what lies about in the folder, or is not a list, is told or passed over', () => {
	const folder = publication({ 'categories.yaml': 'water: Water\n' });
	symlinkSync('/nowhere', join(folder, 'posts/2020/.#one.mdx'));
	mkdirSync(join(folder, 'posts/2020/folder.mdx'));
	writeFileSync(
		join(folder, 'authors/bob.mdx'),
		Buffer.from('---\nname: B\xf6b\nliteral: B\n---\n', 'latin1'),
	);
	const { stdout } = run('check', { CONTENT_DIR: folder });
	const told = [...stdout.matchAll(/content\/(\S+):\d+:\d+ {2}error {2}(\S+)/g)].map(
		([, file, code]) => `${file} ${code}`,
	);
	assert.deepEqual(told, ['authors/bob.mdx not-utf-8', 'categories.yaml invalid-field']);
	writeFileSync(join(folder, 'categories.yaml'), '# none yet\n');
	rmSync(join(folder, 'authors/bob.mdx'));
	assert.equal(run('check', { CONTENT_DIR: folder }).status, 0);
	build({ CONTENT_DIR: folder, OUT_DIR: join(scratch(), 'dist') });
});

test('ids on a page are its own, whatever its headings and its authors’ texts say', () => {
	const out = join(scratch(), 'dist');
	const text = '## Content\n\n## Contents\n\nA[^1].\n\n[^1]: Note.\n';
	const folder = publication({
		'authors/ann.mdx': `---\nname: Ann\nliteral: Ann\n---\n\n${text}`,
		'authors/bob.mdx': `---\nname: Bob\nliteral: Bob\n---\n\n${text}`,
		'posts/2020/one.mdx': `---\ntitle: One\ndate: 2020\nauthor: [ann, bob]\n---\n\n${text}`,
	});
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	const $ = load(readFileSync(join(out, '2020/one/index.html'), 'utf8'));
	const ids = $('[id]')
		.map((_, element) => $(element).attr('id'))
		.get();
	assert.equal(new Set(ids).size, ids.length);
	const targets = $('a[href^="#"]')
		.map((_, link) => decodeURI($(link).attr('href')!.slice(1)))
		.get();
	assert.deepEqual(
		targets.filter((target) => !ids.includes(target)),
		[],
	);
	assert.ok(ids.includes('bob.fn-1'));
});

test('a setting that makes no sense is refused in one sentence', () => {
	const port = run('serve', { PORT: 'http' });
	assert.equal(port.status, 1);
	assert.equal(port.stderr, 'PORT is "http", which is no port. Give a number from 0 to 65535.\n');
	for (const [command, address] of [
		['build', 'example.org'],
		['check', 'https://example.org//a/'],
		['check', 'https://example.org/?a=b'],
	] as const) {
		const { status, stderr } = run(command, { SITE_ADDRESS: address });
		assert.equal(status, 1);
		assert.match(stderr, /^The address of the site is "[^"]+"\. .*\n$/);
	}
});

test('two builds at once wait for each other', async () => {
	const folders = ['one', 'two'].map((name) => ({
		CONTENT_DIR: publication({
			'posts/2020/two.mdx': `---\ntitle: ${name}\ndate: 2020\nauthor: ann\n---\n`,
		}),
		OUT_DIR: join(scratch(), 'dist'),
	}));
	const ends = await Promise.all(
		folders.map(
			(env) =>
				new Promise((resolve) =>
					spawn(process.execPath, ['src/commands/run.js', 'build'], {
						env: { ...process.env, ...env },
					}).on('close', resolve),
				),
		),
	);
	assert.deepEqual(ends, [0, 0]);
	for (const [at, { OUT_DIR }] of folders.entries())
		assert.match(
			readFileSync(join(OUT_DIR, '2020/two/index.html'), 'utf8'),
			[/<h1[^>]*>\s*one\s*</, /<h1[^>]*>\s*two\s*</][at]!,
		);
});

test('a server without a site says what to do', () => {
	const { status, stderr } = run('serve', { OUT_DIR: join(scratch(), 'none') });
	assert.equal(status, 1);
	assert.match(stderr, /npm run build/);
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

test('a build between two of a publication takes nothing from it', () => {
	const text = (words: string) => `---\ntitle: Year\ndate: 2020\nauthor: ann\n---\n\n${words}\n`;
	const folder = publication({
		'posts/2020/year/index.mdx': text(
			"import { year } from './year.ts'\n\nIn {year}.\n\n![A gate](./gate.png)",
		),
		'posts/2020/year/year.ts': 'export const year = 2019;\n',
		'posts/2020/seen/index.mdx': text('![A gate](../year/gate.png)'),
	});
	const gate = 'tests/fixtures/content/posts/2019/body-images-walking-the-dyke/gate.png';
	cpSync(gate, join(folder, 'posts/2020/year/gate.png'));
	const out = join(scratch(), 'dist');
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	build({ CONTENT_DIR: publication({}), OUT_DIR: join(scratch(), 'dist') });
	// Astro has to compile it again, but is given the same.
	writeFileSync(join(folder, 'posts/2020/year/year.ts'), 'export const year = 2018;\n');
	build({ CONTENT_DIR: folder, OUT_DIR: out });
	const $ = load(readFileSync(join(out, '2020/year/index.html')));
	assert.match($('.prose').text(), /In 2018\./);
	for (const path of ['year', 'seen']) {
		const page = load(readFileSync(join(out, '2020', path, 'index.html')));
		assert.ok(existsSync(join(out, page('.prose img').attr('src')!)), path);
	}
});

test('with --drafts, drafts and scheduled posts show, marked and kept from search engines', () => {
	const out = join(scratch(), 'dist');
	const folder = publication({
		'posts/2020/draft.mdx': '---\ntitle: Kestrel\ndate: 2020\nauthor: ann\ndraft: true\n---\n',
		'posts/2099/future.mdx':
			'---\ntitle: Osprey\ndate: 2099-05-01T09:00:00+08:00\nauthor: ann\n---\n',
	});
	build({ CONTENT_DIR: folder, OUT_DIR: out }, ['--drafts']);
	assert.ok(!existsSync(out), 'what is deployed is not written over');
	const preview = join(out, '../.dist.drafts');
	const read = (path: string) => load(readFileSync(join(preview, path), 'utf8'));
	assert.match(read('2020/draft/index.html')('[role=note]').text(), /Draft\./);
	assert.match(
		read('2099/future/index.html')('[role=note]').text().replace(/\s+/g, ' '),
		/Scheduled\. .* from 1 May 2099 09:00:00\+08:00/,
	);
	assert.equal(read('2020/one/index.html')('[role=note]').length, 0);
	for (const path of globSync('**/*.html', { cwd: preview }))
		assert.equal(read(path)('meta[name=robots]').attr('content'), 'noindex', path);
	assert.equal(readFileSync(join(preview, 'robots.txt'), 'utf8'), 'User-agent: *\nDisallow: /\n');
	assert.ok(!existsSync(join(folder, 'permalinks.json')), 'nothing was published');

	build({ CONTENT_DIR: folder, OUT_DIR: out });
	for (const [path, text] of filesOf(out)) assert.doesNotMatch(text, /Kestrel|Osprey/, path);
});

test('a warning is told and does not stop the build', () => {
	const { status, stderr } = run('build', {
		CONTENT_DIR: publication({
			'posts/2020/two.mdx': '---\ntitle: Salt #1\ndate: 2020\nauthor: ann\n---\n',
		}),
		OUT_DIR: join(scratch(), 'dist'),
	});
	assert.equal(status, 0);
	assert.match(stderr, /two\.mdx:2:8 {2}warning {2}lost-to-comment/);
});

test('a link in the place of a text is told, because only a part of the site would follow it', () => {
	const folder = publication({});
	symlinkSync(join(folder, 'posts/2020/one.mdx'), join(folder, 'posts/2020/two.mdx'));
	symlinkSync(join(folder, 'posts/2020'), join(folder, 'posts/2021'));
	const { stdout } = run('check', { CONTENT_DIR: folder }, ['--format', 'json']);
	const told = (JSON.parse(stdout) as { code: string }[]).filter(
		({ code }) => code === 'linked-file',
	);
	assert.equal(told.length, 2);
});
