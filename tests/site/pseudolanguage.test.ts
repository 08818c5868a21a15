import assert from 'node:assert/strict';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { load } from 'cheerio';
import { copyProject } from '../project.ts';
import { addPseudoLanguage, pseudo } from '../pseudolanguage.ts';
import { serverAnswers } from './pseudoserver.ts';
import { build } from './sites.ts';

/*
 * All content of this site is in Cyrillic letters, so that a Latin letter outside of brackets is a word
 * of ours that does not come from the catalogue.
 */
const name = 'Сонин';
const content: Readonly<Record<string, string>> = {
	'categories.yaml':
		'- id: us\n  label: Ус\n- id: nuur\n  label: Нуур\n  parent: us\n  description: Нуурын тухай.\n',
	'authors/bat.mdx':
		'---\nname: Бат\nliteral: Бат\nlanguage: mn\norcid: 0000-0002-1825-0097\n---\n\nБат.\n',
	'authors/sarnai.mdx': '---\nname: Сарнай\nliteral: Сарнай\nlanguage: mn\n---\n',
	'authors/dulam.mdx': '---\nname: Дулам\nliteral: Дулам\nlanguage: mn\n---\n',
	'pages/about.mdx': '---\ntitle: Бид\nlanguage: mn\n---\n\nБид.\n',
	'files/duu.mp3': '',
	'posts/2019/neg.mdx': `---
title: Нэг
subtitle: Дэд гарчиг
date: 2019-02-03
updated: 2019-03-04
author: [bat, sarnai, dulam]
categories: [nuur]
tags: [давс]
language: mn
license: CC-BY-4.0
doi: 10.59350/abcde-12345
disclosure: Үгүй.
acknowledgements: Баярлалаа.
aliases: [/neg/, /neg.html]
firstPublished: { in: Мэдээ, url: 'https://news.example/neg', date: 2018 }
---

Нэгдүгээр.[^1]

## Гарчиг

| а | б |
| - | - |
| в | г |

## Хоёр

- [x] хийсэн

## Гурав

<Correction date="2019-05-06">Засвар.</Correction>

<Audio src="/files/duu.mp3" title="Дуу">Бичвэр.</Audio>

<Video src="https://www.youtube.com/watch?v=aaaaaaaaaaa" title="Кино" />

[^1]: Тайлбар.
`,
	// The interface does not speak Tuvan: its words in the text are those of the site.
	'posts/2019/iyi.mdx': `---
title: Ийи
date: 2019-08
author: bat
language: tyv
---

Ийи.[^1]

| а | б |
| - | - |
| в | г |

- [ ] ажыл

<Correction date="2019-05-06">Эдилге.</Correction>

<Audio src="/files/duu.mp3" title="Ыр">Сөс.</Audio>

[^1]: Тайылбыр.
`,
	'posts/2020/gurav.mdx':
		'---\ntitle: Гурав\ndate: 2020\nauthor: bat\ncategories: [nuur]\ntags: [давс]\nlanguage: mn\nreplies: closed\n---\n\nГурав.\n',
	'posts/2020/dorov.mdx':
		'---\ntitle: Дөрөв\ndate: 2020\nauthor: bat\nlanguage: mn\nwithdrawn: { date: 2021, reason: Алдаа. }\n---\n\nДөрөв.\n',
	'posts/2021/draft.mdx':
		'---\ntitle: Ноорог\ndate: 2021\nauthor: bat\nlanguage: mn\ndraft: true\n---\n\nТав.\n',
	'posts/2190/later.mdx':
		'---\ntitle: Хожим\ndate: 2190-01-02T09:30:00Z\nauthor: bat\nlanguage: mn\n---\n\nЗургаа.\n',
};
for (const [id, post, parent] of [
	['aaaaaaaaaaaa', '2019/neg', 'null'],
	['bbbbbbbbbbbb', '2019/neg', 'aaaaaaaaaaaa'],
	['cccccccccccc', '2020/gurav', 'null'],
] as const)
	Object.assign(content, {
		[`replies/${post}/${id}.yaml`]: `id: ${id}\npost: ${post}\nparent: ${parent}\nname: Бат\nurl: null\ndate: 2019-06-01T08:00:00.000Z\nbody: За.\nauthor: bat\n`,
	});

let project: string;
const out = () => join(project, 'dist');
const env = () => ({ CONTENT_DIR: join(project, 'content'), OUT_DIR: out() });

before(() => {
	project = copyProject(mkdtempSync(join(tmpdir(), 'pseudolanguage-')), {
		name,
		tagline: 'Захидал',
		description: 'Зохиомол.',
		language: pseudo,
		pageSize: 1,
	});
	addPseudoLanguage(project);
	for (const [path, text] of Object.entries(content)) {
		mkdirSync(dirname(join(project, 'content', path)), { recursive: true });
		writeFileSync(join(project, 'content', path), text);
	}
});
after(() => rmSync(project, { recursive: true }));

/** What is neither ours nor in the content: dates of `Intl`, names of styles, formats and licences. */
const foreign =
	/\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|GMT|second|minute|hour)s?\b|Mongolian|Tuvinian|ORCID [\dX-]+|\bDOI\b|10\.59350\S*|RIS|BibTeX|CSL-JSON|Creative Commons[^⟦⟧]*|CC BY 4\.0|YouTube|, and(?= )|HTML|JavaScript|https?:\/\/\S+|\b\S+@\S+\.example\b/g;

/** The texts with a Latin letter outside of brackets, given in the order of the page. */
function leaks(texts: readonly string[]): string[] {
	let depth = 0;
	return texts.filter((text) => {
		let outside = '';
		for (const sign of text.replace(foreign, '')) {
			if (sign === '⟦') depth++;
			else if (sign === '⟧') depth--;
			else if (depth === 0) outside += sign;
		}
		return /\p{sc=Latin}/u.test(outside);
	});
}

const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'value', 'label'];
const described = /^(description|og:(title|description|site_name|image:alt))$/;

/** What a page says, in order, each with the language in which it stands. */
function saidBy(html: string): { text: string; language: string | undefined }[] {
	const $ = load(html);
	// References to the post are in English in any language of the page, and say so.
	$('[lang=en]').remove();
	$('script:not([type="application/json"]), style').remove();
	$('script').each((_, script) => {
		const values = Object.values(JSON.parse($(script).text()) as object);
		$(script).replaceWith(
			`<p>${values.map((value) => (typeof value === 'string' ? value : Object.values(value as object).join(' '))).join(' ')}</p>`,
		);
	});
	$('noscript').each((_, element) => void $(element).replaceWith($(element).text()));
	const said: { text: string; language: string | undefined }[] = [];
	$('*').each((_, element) => {
		const language = $(element).closest('[lang]').attr('lang');
		const name = $(element).attr('name') ?? $(element).attr('property') ?? '';
		if ($(element).is('meta') && described.test(name))
			said.push({ text: $(element).attr('content')!, language });
		for (const attribute of spoken) {
			const value = $(element).attr(attribute);
			const isText = attribute !== 'value' || $(element).hasClass('p-summary');
			if (value && isText) said.push({ text: value, language });
		}
	});
	for (const node of $('html').find('*').addBack().contents().toArray())
		if (node.type === 'text')
			said.push({ text: node.data, language: $(node.parent!).closest('[lang]').attr('lang') });
	return said;
}

for (const drafts of [false, true])
	test(`no word of ours stands outside the catalogue, ${drafts ? 'for editors' : 'for readers'}`, () => {
		build(env(), drafts ? ['--drafts'] : [], project);
		const folder = drafts ? join(project, '.dist.drafts') : out();
		const pages = globSync('**/*.html', { cwd: folder });
		assert.ok(pages.length > 25);
		const found: string[] = [];
		let ours = 0;
		for (const path of pages) {
			const said = saidBy(readFileSync(join(folder, path), 'utf8'));
			ours += said.filter(({ text }) => text.includes('⟦')).length;
			for (const text of leaks(said.map(({ text }) => text))) found.push(`${path}: ${text.trim()}`);
			for (const { text, language } of said) {
				const isOurs = text.includes('⟦');
				if (isOurs && language !== pseudo) found.push(`${path}: ${text} stands in ${language}`);
			}
		}
		assert.deepEqual(found, []);
		assert.ok(ours > 300);
		for (const path of pages) {
			const $ = load(readFileSync(join(folder, path), 'utf8'));
			for (const element of $('.prose p, h1 ~ .subtitle, .excerpt').toArray())
				if (!path.includes('404') && /\p{sc=Cyrl}/u.test($(element).text()))
					assert.match($(element).closest('[lang]').attr('lang')!, /^(mn|tyv)$/, path);
		}
	});

test('feeds and their styles have no word of ours outside the catalogue', () => {
	const files = globSync('**/*.{xml,css}', { cwd: out() }).filter(
		(path) => !/sitemap|_astro/.test(path),
	);
	assert.ok(files.length > 12);
	for (const path of files) {
		const text = readFileSync(join(out(), path), 'utf8');
		if (path.endsWith('.css')) {
			assert.match(text, /content: "⟦This is a feed[^"]*⟧"/);
			continue;
		}
		const $ = load(text, { xml: true });
		const texts = $('title, description, summary, subtitle, content, content\\:encoded')
			.map((_, element) => load($(element).text()).text())
			.get();
		assert.deepEqual(leaks(texts), [], path);
	}
	assert.match(readFileSync(join(out(), 'replies.xml'), 'utf8'), /⟦Replies⟧/);
});

test('the answers of the server, the desk and the mail have none either', async () => {
	const answers = await serverAnswers(project);
	assert.ok(answers.length > 25);
	for (const { what, said } of answers) {
		const texts = said.startsWith('<') ? saidBy(said).map(({ text }) => text) : [said];
		assert.ok(
			texts.some((text) => text.includes('⟦')),
			what,
		);
		assert.deepEqual(leaks(texts), [], what);
	}
});
