import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { write } from '../unit/corpus/publication.ts';
import { run } from './sites.ts';

const filesOf = (folder: string) => globSync('**/*.mdx', { cwd: folder }).sort();

test('a publication is begun with nothing: author, category, post, and the checks are content', () => {
	const folder = join(mkdtempSync(join(tmpdir(), 'broadside-')), 'content');
	mkdirSync(folder);
	const make = (...args: string[]) => run('new', { CONTENT_DIR: folder, PORT: '4400' }, args);
	assert.match(make('--title', 'T').stderr, /no author yet .* npm run new -- author/);
	assert.equal(make('author', '--name', 'Энхтуяа').status, 0);
	assert.equal(make('category', '--label', 'Water Law').status, 0);
	const { status, stdout } = make(
		...['--title', 'Усны тухай хууль: "шинэ"', '--language', 'mn', '--date', '2026-03-19'],
		...['--author', 'enkhtuyaa', '--category', 'water-law', '--tag', 'Law', '--images'],
	);
	assert.equal(status, 0);
	assert.deepEqual(filesOf(folder), [
		'authors/enkhtuyaa.mdx',
		'posts/2026/usny-tukhai-khuuli-shine/index.mdx',
	]);
	assert.match(stdout, /Written: .*posts\/2026\/usny-tukhai-khuuli-shine\/index\.mdx/);
	assert.match(stdout, /http:\/\/localhost:4400\/2026\/usny-tukhai-khuuli-shine\//);
	const { stdout: problems } = run('check', { CONTENT_DIR: folder }, ['--format', 'json']);
	assert.deepEqual(
		(JSON.parse(problems) as { code: string }[]).map(({ code }) => code).sort(),
		['broken-menu', 'no-posts'],
		'the draft itself is sound',
	);
});

test('pages are begun too, and dates and languages are taken as people write them', () => {
	const folder = write({});
	const make = (...args: string[]) => run('new', { CONTENT_DIR: folder }, args);
	assert.equal(make('page', '--title', 'How to cite: "us"').status, 0);
	assert.match(readFileSync(join(folder, 'pages/how-to-cite-us.mdx'), 'utf8'), /^title: "How to/m);
	assert.match(make('page', '--title', 'About').stderr, /\/about\/ already belongs to/);
	assert.match(
		make('page', '--title', 'Tags').stderr,
		/Give --slug: .*belongs to a page of the site/,
	);
	const { status } = make(
		...['--title', 'Salz', '--author', 'ann', '--date', '19. März 2026', '--language', 'Deutsch'],
	);
	assert.equal(status, 0);
	const post = readFileSync(join(folder, 'posts/2026/salz.mdx'), 'utf8');
	assert.match(post, /^date: 2026-03-19 /m);
	assert.match(post, /^language: de$/m);
	const translated = ['--title', 'Давс', '--language', 'mn', '--date', '2026'];
	assert.match(
		make(...translated, '--translation-of', '2026/saltz').stderr,
		/^There is no post "2026\/saltz"\. Did you mean "2026\/salz"\?\n$/,
	);
	assert.equal(make(...translated, '--translation-of', '2026/salz').status, 0);
	const mongolian = readFileSync(join(folder, 'posts/2026/davs.mdx'), 'utf8');
	assert.match(mongolian, /^author: \[ann\]$/m);
	assert.match(mongolian, /^language: mn\ntranslationOf: 2026\/salz$/m);
	assert.match(make('--title', '中文', '--author', 'ann').stderr, /^Give --slug: none can be made/);
	assert.match(make('--title', 'A', '--author', 'ann', '--date', '3/4/2026').stderr, /^--date/);
	assert.equal(run('check', { CONTENT_DIR: folder }).status, 0);
});

test('a post is begun with a document of Word: its text, notes, tables and images', () => {
	const folder = write({});
	const make = (...args: string[]) =>
		run('new', { CONTENT_DIR: folder }, ['--author', 'ann', '--date', '2020', ...args]);
	const { status, stdout } = make('--from', 'tests/fixtures/draft.docx');
	assert.equal(status, 0);
	assert.match(stdout, /Written: .*posts\/2020\/the-price-of-brine\/index\.mdx/);
	const post = readFileSync(join(folder, 'posts/2020/the-price-of-brine/index.mdx'), 'utf8');
	for (const part of [
		/^title: The Price of Brine$/m,
		/^subtitle: A second line$/m,
		/^## Part one$/m,
		/^- two\n {2}- three$/m,
		/^\| Year \| Tons \|$/m,
		/^\[\^1\]: A note with \*emphasis\*\.$/m,
		/^ {4}With two paragraphs\.$/m,
		/!\[A gate\]\(\.\/image-1\.png\)/,
	])
		assert.match(post, part);
	assert.ok(existsSync(join(folder, 'posts/2020/the-price-of-brine/image-1.png')));
	assert.equal(run('check', { CONTENT_DIR: folder }).stdout, 'No problems in the content.\n');

	for (const [args, sentence] of [
		[['--from', 'tests/none.docx'], /There is no file "tests\/none\.docx"/],
		[['--from', 'package.json'], /no document in \.docx\. Save it as such in Word/],
		[['--from', 'tests/fixtures/draft.docx'], /already belongs to/],
	] as const)
		assert.match(make(...args).stderr, sentence);
	writeFileSync(join(folder, 'text.docx'), 'Only a text.');
	assert.match(make('--from', join(folder, 'text.docx')).stderr, /cannot be read as a document/);
});

test('a translation is begun in a language that is missing; an option of another kind is refused', () => {
	const folder = write({});
	const make = (...args: string[]) =>
		run('new', { CONTENT_DIR: folder }, ['post', '--translation-of', '2020/one', ...args]);
	const twice = make('--title', 'Two');
	assert.notEqual(twice.status, 0);
	assert.match(twice.stderr, /already there in "en"\. Give another language with --language/);
	assert.equal(make('--title', 'Zwei', '--language', 'de', '--date', '2020').status, 0);
	const author = run('new', { CONTENT_DIR: folder }, ['author', '--name', 'X', '--language', 'mn']);
	assert.match(author.stderr, /--language is no option of "author"/);
});

test('what exists is not written over, and wrong answers are refused with a sentence', () => {
	const folder = write({ 'permalinks.json': '{ "/2020/gone/": "2020/gone" }' });
	const before = filesOf(folder);
	const cases: [string[], RegExp][] = [
		[['--title', 'One', '--author', 'ann', '--date', '2020'], /already belongs to .*one\.mdx/],
		[['--title', 'Gone', '--author', 'ann', '--date', '2020'], /once belonged to another post/],
		[['--title', 'X', '--author', 'bob'], /"bob" does not exist. There are: ann\./],
		[['--title', 'X', '--author', 'ann', '--category', 'fish'], /There are: water, money\./],
		[['--title', 'X', '--author', 'ann', '--language', 'english!'], /a tag such as en/],
		[['--title', 'X', '--author', 'ann', '--date', 'soon'], /a day such as/],
		[['--title', 'X', '--author', 'ann', '--slug', 'Ü x'], /lower-case letters/],
		[['--title', '東京', '--author', 'ann'], /lower-case letters/],
		[['--title', ' ', '--author', 'ann'], /needs a title/],
		[['--author', 'ann'], /Give --title/],
		[['--title', 'X'], /Give --author/],
		[['author', '--name', 'Ann Lee', '--id', 'ann'], /"ann" is already there/],
		[['author', '--name', 'Bob', '--family', 'B', '--given', ''], /needs a given name/],
		[['author', '--name', 'Bob', '--given', 'B'], /Give --family as well/],
		[['category', '--label', 'Water', '--id', 'water'], /"water" is already there/],
		[['category', '--label', 'Fish', '--parent', 'sea'], /There are: water, money\./],
		[['poem'], /There is no "poem" to make/],
		[['--titel', 'X'], /Unknown option '--titel'/],
	];
	for (const [args, sentence] of cases) {
		const { status, stderr } = run('new', { CONTENT_DIR: folder }, args);
		assert.equal(status, 2, args.join(' '));
		assert.match(stderr, sentence);
		assert.doesNotMatch(stderr, /^ {4}at /m);
	}
	assert.deepEqual(filesOf(folder), before);
});

test('a category is added to the file as it is written, or told what to write', () => {
	const make = (file: string) => {
		const folder = write({ 'categories.yaml': file });
		const { status, stderr } = run('new', { CONTENT_DIR: folder }, ['category', '--label', '2024']);
		return { status, stderr, file: readFileSync(join(folder, 'categories.yaml'), 'utf8') };
	};
	const [item, added] = ['- id: sea\n  label: Sea\n', '- id: "2024"\n  label: "2024"\n'];
	for (const [before, after] of [
		[item, item + added],
		['', added],
		['[]\n', added],
		['# Our tree\n', `# Our tree\n${added}`],
	] as const)
		assert.deepEqual(make(before), { status: 0, stderr: '', file: after });
	for (const before of [
		'  - id: sea\n    label: Sea\n',
		'[{ id: sea, label: Sea }]\n',
		'sea: Sea\n',
	]) {
		const { status, stderr, file } = make(before);
		assert.equal(status, 2);
		assert.equal(file, before);
		assert.ok(stderr.endsWith(`Add these lines yourself:\n${added}\n`), stderr);
	}
});

const terminal = existsSync('/usr/bin/script') && process.platform === 'linux';

test(
	'questions are asked in a terminal, and leaving leaves nothing behind',
	{ skip: !terminal },
	async () => {
		const folder = write({});
		const before = filesOf(folder);
		const left = await type(folder, ['Salt\r', '\u0003']);
		assert.match(left, /Nothing was written\. To go on: npm run new -- --title "Salt"/);
		assert.deepEqual(filesOf(folder), before);

		// The title; the first author; no category; two tags; then whatever is proposed.
		await type(folder, ['Зээрд морь\r', '\t', '\r', '\r', 'Salt, Brine\r', '\r', '\r', '\r', 'n']);
		const [file] = filesOf(folder).filter((path) => !before.includes(path));
		assert.match(file!, /^posts\/\d{4}\/zeerd-mori\.mdx$/);
		assert.match(
			readFileSync(join(folder, file!), 'utf8'),
			/^title: Зээрд морь\n(.*\n)*author: \[ann\]\n(.*\n)*tags: \[Salt, Brine\]/m,
		);
	},
);

/** Types into the command in a terminal, a key when the last one was answered; returns what it shows. */
async function type(folder: string, keys: readonly string[]): Promise<string> {
	const command = `stty cols 90 rows 40; ${process.execPath} src/commands/run.js new`;
	const child = spawn('script', ['-qec', command, '/dev/null'], {
		env: { ...process.env, CONTENT_DIR: folder, TERM: 'xterm' },
	});
	let shown = '';
	child.stdout.on('data', (data: Buffer) => void (shown += data.toString()));
	const ended = new Promise((resolve) => child.on('exit', resolve));
	for (const key of keys) {
		await quiet(() => shown.length);
		child.stdin.write(key);
	}
	await ended;
	return shown;
}

/** Waits until something was shown and nothing more comes. */
async function quiet(length: () => number): Promise<void> {
	for (let before = -1; before <= 0 || before !== length();) {
		before = length();
		await new Promise((resolve) => setTimeout(resolve, 400));
	}
}
