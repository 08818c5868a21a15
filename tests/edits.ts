import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copyProject } from './project.ts';
import { filesOf } from './site/sites.ts';

/*
 * A small publication, and all the ways in which it, the code and the built site may be edited. The
 * project `kept` is built with what its earlier builds have kept, `clean` with nothing kept.
 */

const pictures = 'tests/fixtures/content/posts/2022/figures-quarry-atlas';
const post = (title: string, more = '', body = 'It begins here.') =>
	`---\ntitle: ${title}\ndate: 2020-01-0${title.length % 9 || 1}\nauthor: [ann]\n${more}---\n\n${body}\n`;
const drawing = (box: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><path d="M0 3V1l2-1 2 1v2z"/></svg>\n`;
const publication: Record<string, string> = {
	'categories.yaml':
		'- id: water\n  label: Water\n- id: lakes\n  label: Lakes\n  parent: water\n- id: money\n  label: Money\n',
	'places.yaml': '- [Halmark, Khalmark]\n',
	'authors/ann.mdx': '---\nname: Ann Lee\ngiven: Ann\nfamily: Lee\n---\n\nAnn writes.\n',
	'authors/bat.mdx': '---\nname: Bat\nliteral: Bat\n---\n\nBat rides.[^1]\n\n[^1]: A horse.\n',
	'pages/about.mdx': '---\ntitle: About\n---\n\nAn invented publication.\n',
	'posts/2020/one.mdx': post(
		'One',
		'categories: [lakes]\ntags: [Salt]\n',
		'A lake in Halmark.[^1]\n\n[^1]: Salt.',
	),
	'posts/2020/two/index.mdx': post(
		'Two',
		'tags: [Salt]\nimage: { src: ./pond.png, alt: A gate }\n',
		'Look.\n\n![A dyke](./shaft.jpg)\n\n- [ ] a task',
	),
	'posts/2020/three.mdx': post('Three', '', '<Aside title="Aside">\n\nBeside it.\n\n</Aside>'),
	'posts/2020/four.mdx': post(
		'Four',
		'',
		"import { year } from './year.ts'\nimport data from '../../data.json'\n\nIn {year}: {frontmatter.title}, {data.size}.",
	),
	'data.json': '{ "size": 3 }\n',
	'posts/2020/year.ts': 'export const year = 2019;\n',
	'posts/2020/five.mdx': post('Five', 'aliases: [/old/five/]\n'),
	'posts/2020/six.mdx': post('Six', 'draft: true\n'),
	'posts/2021/later.mdx': '---\ntitle: Later\ndate: 2021-06-01\nauthor: bat\n---\n\nNot yet.\n',
	'files/map.txt': 'A map.\n',
};

const workshop = mkdtempSync(join(tmpdir(), 'broadside-edits-'));
process.once('exit', () => rmSync(workshop, { recursive: true, force: true }));
export const [kept, clean] = ['kept', 'clean'].map((name) => copyProject(join(workshop, name))) as [
	string,
	string,
];
const both = [kept, clean];
for (const [path, text] of Object.entries(publication)) write(`content/${path}`, text);
for (const name of ['pond.png', 'shaft.jpg']) copy(name, `content/posts/2020/two/${name}`);

/** Settings of a build; those of an edit stay for all that follow. */
let settings: Record<string, string> = { BUILD_TIME: '2021-01-01T00:00:00Z' };

/** Each of them is made after those before it. */
export const edits = {
	'nothing at all': () => undefined,
	'a word of a text': () => edit('content/posts/2020/one.mdx', 'A lake', 'A large lake'),
	'a word that no list shows': () => edit('content/posts/2020/one.mdx', ': Salt.', ': Sea salt.'),
	'a title': () => edit('content/posts/2020/two/index.mdx', 'title: Two', 'title: Two Gates'),
	'a date, and so the order': () => edit('content/posts/2020/one.mdx', /date: .*/, 'date: 2020-11'),
	'the name of an author': () =>
		edit('content/authors/ann.mdx', 'name: Ann Lee', 'name: Ann P. Lee'),
	'the text about an author': () => edit('content/authors/ann.mdx', 'Ann writes', 'Ann sings'),
	'another author for a post': () => edit('content/posts/2020/three.mdx', '[ann]', '[bat, ann]'),
	'the label of a category': () => edit('content/categories.yaml', 'label: Water', 'label: Waters'),
	'a category moved': () => {
		edit('content/categories.yaml', 'parent: water', 'parent: money');
		remove('content/permalinks.json');
	},
	'the order of categories': () =>
		edit('content/categories.yaml', /^(- id: water\n.*\n)([^]*)$/, '$2$1'),
	'a tag added': () =>
		edit('content/posts/2020/two/index.mdx', 'tags: [Salt]', 'tags: [Salt, Gates]'),
	'another spelling of a tag': () =>
		edit('content/posts/2020/one.mdx', 'tags: [Salt]', 'tags: [salt]'),
	'a post added': () => write('content/posts/2020/new.mdx', post('New', 'tags: [Salt]\n')),
	'a post removed, with its address': () => {
		remove('content/posts/2020/new.mdx');
		remove('content/permalinks.json');
	},
	'a post renamed': () => {
		rename('content/posts/2020/five.mdx', 'content/posts/2020/fifth.mdx');
		edit('content/posts/2020/fifth.mdx', '[/old/five/]', '[/old/five/, /2020/five/]');
	},
	'a post drafted': () => {
		edit('content/posts/2020/fifth.mdx', 'author:', 'draft: true\nauthor:');
		remove('content/permalinks.json');
	},
	'a draft published': () => edit('content/posts/2020/six.mdx', 'draft: true\n', ''),
	'the moment at which a post comes due': () => set({ BUILD_TIME: '2022-01-01T00:00:00Z' }),
	'the picture above a text replaced': () =>
		copy('../../2025/components-media-bell-tower/gate.png', 'content/posts/2020/two/pond.png'),
	'a picture in a text replaced': () => copy('benches.jpg', 'content/posts/2020/two/shaft.jpg'),
	'the description of a picture': () =>
		edit('content/posts/2020/two/index.mdx', '[A dyke]', '[The dyke]'),
	'a word of a text with pictures': () =>
		edit('content/posts/2020/two/index.mdx', 'Look.', 'Look here.'),
	'a picture that no text shows any more': () =>
		edit('content/posts/2020/two/index.mdx', '![The dyke](./shaft.jpg)', 'No dyke.'),
	'a picture in a text with code': () =>
		edit('content/posts/2020/four.mdx', /$/, '\n![A pond](./two/pond.png)\n'),
	'that picture replaced': () => copy('pond.png', 'content/posts/2020/two/pond.png'),
	'a drawing above a text': () => {
		write('content/posts/2020/hut.svg', drawing('0 0 4 3'));
		edit('content/posts/2020/one.mdx', 'author:', 'image: { src: ./hut.svg, alt: A hut }\nauthor:');
	},
	'that drawing edited': () => write('content/posts/2020/hut.svg', drawing('0 0 8 3')),
	'the language of a text': () =>
		edit('content/posts/2020/two/index.mdx', 'tags:', 'language: de\ntags:'),
	'an expression in a plain text': () =>
		edit('content/posts/2020/three.mdx', 'Beside', '{1 + 1} beside'),
	'a text with code': () => edit('content/posts/2020/four.mdx', 'In {year}', 'It was {year}'),
	'the title of a text with code': () =>
		edit('content/posts/2020/four.mdx', 'title: Four', 'title: Fore'),
	'a file that it imports from elsewhere': () => edit('content/data.json', '3', '4'),
	'a file that a text imports': () => edit('content/posts/2020/year.ts', '2019', '2018'),
	'an address more': () =>
		edit('content/posts/2020/one.mdx', 'author:', 'aliases: [/first/]\nauthor:'),
	'the spellings of a place': () => edit('content/places.yaml', 'Khalmark', 'Chalmark'),
	'a page': () => edit('content/pages/about.mdx', 'invented', 'imaginary'),
	'a file for readers': () => write('content/files/map.txt', 'A better map.\n'),
	'a component for texts': () =>
		edit('src/components/prose/Aside.astro', 'role="note"', 'role="note" data-new'),
	'a component of every list': () =>
		edit('src/components/list/PostEntry.astro', '<article', '<article data-new'),
	'a stylesheet': () => edit('src/styles/prose.css', /$/, '\n.prose { letter-spacing: 0.01em; }\n'),
	'a plugin for HTML': () =>
		edit('src/markdown/plugins/headings.ts', "['anchor']", "['anchor', 'new']"),
	'a label that a plugin writes': () => edit('src/model/messages/en.ts', /'Notes'/, "'Footnotes'"),
	'the length of an excerpt': () =>
		edit('src/model/text/text.ts', /excerptLength = \d+/, 'excerptLength = 8'),
	'a default of the schema': () =>
		edit('src/model/content/schema.ts', /(categories: .*default\()\[\]/, "$1['money']"),
	'the name of the site': () => edit('src/site.ts', /name: '[^']*'/, "name: 'The Other'"),
	'the size of a list': () => edit('src/site.ts', /pageSize: \d+/, 'pageSize: 2'),
	'a path before all addresses': () => set({ SITE_ADDRESS: 'https://vesper.example/journal/' }),
	'the root again': () => set({ SITE_ADDRESS: 'https://vesper.example/' }),
	'an integration with a script': () =>
		edit(
			'astro.config.ts',
			'integrations: [',
			`integrations: [
				{
					name: 'own',
					hooks: {
						'astro:config:setup': ({ injectScript }) =>
							injectScript('page', 'document.title += "!";'),
					},
				},`,
		),
	'that script edited': () => edit('astro.config.ts', '"!"', '"?"'),
	'that integration removed': () =>
		edit('astro.config.ts', /\s*\{\s*name: 'own',[^]*?\},\s*\},(?=\s*mdx)/, ''),
	'the version of a dependency': () =>
		edit('package-lock.json', /("node_modules\/rehype-slug": \{\s*"version": ")[^"]*/, '$16.0.1'),
	'a page of the built site edited by hand': () =>
		at('dist/index.html', (file) => writeFileSync(file, 'Hand-made.')),
	'a script of the built site edited by hand': () =>
		at('dist/_astro', (folder) => {
			const script = readdirSync(folder).find((name) => name.endsWith('.js'));
			writeFileSync(join(folder, script!), 'Hand-made.');
		}),
	'a file of its index edited by hand': () =>
		at('dist/pagefind/pagefind-entry.json', (file) => writeFileSync(file, '{}')),
	'a feed of the built site edited by hand': () =>
		at('dist/feed.xml', (file) => writeFileSync(file, 'Hand-made.')),
	'a file of the site with the name of one that is made': () =>
		at('public/_redirects', (file) => writeFileSync(file, '/a /b 301')),
	'nothing, with that file': () => undefined,
	'a file of the site': () => at('public/robots-note.txt', (file) => writeFileSync(file, 'Hello.')),
} satisfies Record<string, () => void>;

/** Deletes all that builds of a project have kept, and the built site. */
export function forget(folder: string): void {
	for (const name of ['node_modules/.astro', '.astro', 'dist', '.dist.previous'])
		rmSync(join(folder, name), { recursive: true, force: true });
}

/** Builds a project. Resolves to what the build warns of; rejects with that if it fails. */
export async function build(folder: string): Promise<string> {
	const child = start(folder);
	let said = '';
	child.stderr.on('data', (data: Buffer) => void (said += data.toString()));
	const status = await new Promise((resolve) => child.on('close', resolve));
	if (status !== 0) throw new Error(said);
	return said;
}

/** Kills a build after so many milliseconds. */
export async function killed(folder: string, moment: number): Promise<void> {
	const child = start(folder);
	setTimeout(() => child.kill('SIGKILL'), moment);
	await new Promise((resolve) => child.on('close', resolve));
}

/** Builds both projects, one of them from nothing, and compares the sites. */
export async function compare(): Promise<void> {
	forget(clean);
	await Promise.all(both.map(build));
	assert.deepEqual(siteOf(kept), siteOf(clean));
}

/** A digest of each file of the built site, so that a difference can be read. */
export function siteOf(folder: string): Map<string, string> {
	return new Map(
		[...filesOf(join(folder, 'dist'))].map(([path, content]) => [
			path,
			createHash('sha256').update(content, 'latin1').digest('hex'),
		]),
	);
}

export function edit(path: string, from: string | RegExp, to: string): void {
	at(path, (file) => {
		const text = readFileSync(file, 'utf8');
		const edited = text.replace(from, to);
		assert.notEqual(edited, text, `There is nothing to edit in ${path}.`);
		writeFileSync(file, edited);
	});
}

function write(path: string, text: string): void {
	at(path, (file) => writeFileSync(file, text));
}

function remove(path: string): void {
	at(path, (file) => rmSync(file));
}

function rename(from: string, to: string): void {
	at(from, (file) => renameSync(file, file.replace(from, to)));
}

function copy(from: string, path: string): void {
	at(path, (file) => cpSync(join(pictures, from), file));
}

function set(more: Record<string, string>): void {
	settings = { ...settings, ...more };
}

/** Does something to a file of both projects. */
function at(path: string, change: (file: string) => void): void {
	for (const folder of both) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		change(join(folder, path));
	}
}

function start(folder: string) {
	const { CONTENT_DIR: _, OUT_DIR: __, ...env } = process.env;
	return spawn(process.execPath, ['src/commands/run.js', 'build'], {
		cwd: folder,
		env: { ...env, ...settings },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
}
