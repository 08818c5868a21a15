import assert from 'node:assert/strict';
import { test } from 'node:test';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { citationOf, toBibtex, toCslJson, toRis } from '../../../src/model/page/citations.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { referencesTo } from '../../../src/model/page/citationtexts.ts';
import { author, content, post, site } from '../sample.ts';

const authors = [
	author('ann', { name: 'Ann Lee', given: 'Ann', family: 'Lee' }),
	author('jean', { name: 'Jean-Paul Q. Quill', given: 'Jean-Paul Q.', family: 'Quill' }),
	author('torvane', { name: 'Torvane', literal: 'Torvane' }),
	author('bat', { name: 'Салхи Нүүдэл', given: 'Салхи', family: 'Нүүдэл' }),
	author('initials', {
		name: 'J.R. Émile Tolkien-Smith and Sons',
		given: 'J.R. E\u0301mile',
		family: 'Tolkien-Smith and Sons',
	}),
	author('junior', { name: 'Tomas Reed Jr.', given: 'Tomas', family: 'Reed', suffix: 'Jr.' }),
	author('third', { name: 'Ada Van Horn III', given: 'Ada', family: 'Van Horn', suffix: 'III' }),
	author('board', {
		name: 'River Board, Ministry of Water',
		literal: 'River Board, Ministry of Water',
	}),
	author('zhong', { name: '钟', literal: '钟' }),
	author('odd', { name: 'R&D {50% #1}', literal: 'R&D {50% #1}' }),
];

function citation(fields: Parameters<typeof post>[1]) {
	const { posts } = assemble(
		content({ posts: [post('2019/one', fields)], authors }),
		site,
		new Date('2026-01-01'),
	);
	return citationOf(posts[0]!, site);
}

const cases: Record<string, Parameters<typeof post>[1]> = {
	'one author, to the day': { title: 'On Mercy', date: '2019-08-07' },
	'three authors, to the month': {
		title: 'Salt',
		subtitle: 'A history',
		author: ['ann', 'jean', 'bat'],
		date: '2019-08',
	},
	'a mononym, to the year': { title: 'Өвөл, үнэ', author: ['torvane'], date: '2019' },
	'a name with an “and” in it': { title: 'On Salt', author: ['initials', 'ann'], date: '2019' },
	'suffixes of names': { title: 'On Heirs', author: ['junior', 'third'], date: '2019' },
	'a brace that is not closed': { title: 'If { then } or }', date: '2019' },
	'an old DOI with brackets': {
		title: 'Old',
		date: '1998',
		doi: '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
	},
	'signs that mean something': {
		title: 'Fish & {chips}: 50% #1 of $5_000 ~ a\\b ^ c',
		author: ['odd'],
		date: '2019-08-07T09:30:00+08:00',
		doi: '10.59350/abcde-12345',
	},
};

for (const [name, fields] of Object.entries(cases))
	test(`${name}: RIS, BibTeX and CSL-JSON give the same back`, () => {
		const own = citation(fields);
		for (const text of [toRis(own), toBibtex(own), toCslJson(own)]) {
			const [read] = new Cite(text).format('data', { format: 'object' }) as [typeof own];
			assert.equal(plain(read.title), own.title, text);
			assert.deepEqual(read.author.map(nameOf), own.author.map(nameOf), text);
			const [[...parts]] = read.issued['date-parts'];
			assert.deepEqual(parts.map(Number), own.issued['date-parts'][0], text);
			assert.equal(read.URL, own.URL, text);
			assert.equal(read.DOI, own.DOI, text);
		}
		assert.match(toRis(own), /^TY {2}- BLOG\r\n/);
		assert.match(toRis(own), /^T2 {2}- The Vesper\r$/m);
	});

/** The library's marks for capitals that a style must not change. */
function plain(title: string): string {
	return title.replace(/<\/?span[^>]*>/g, '');
}

function nameOf(name: {
	family?: string;
	given?: string;
	suffix?: string;
	literal?: string;
}): string {
	return name.literal ?? [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}

test('keys are of ASCII, there always is one, and no two posts have the same', () => {
	assert.equal(citation({ title: 'On Mercy', date: '2019' }).id, 'lee-2019-one');
	assert.equal(citation({ title: '中文', author: ['bat'] }).id, 'nuudel-2019-one');
	assert.equal(citation({ title: '1871', author: ['odd'] }).id, 'r-2019-one');
	assert.equal(citation({ author: ['zhong'] }).id, 'post-2019-one');
});

test('references in words follow their styles', () => {
	const words = (fields: Parameters<typeof post>[1]) =>
		referencesTo(citation(fields)).map(
			({ before, publication, after }) => `${before}*${publication}*${after}`,
		);
	assert.deepEqual(words({ title: 'On Mercy', date: '2019-08-07' }), [
		'Lee, A. (2019, August 7). On Mercy. *The Vesper*. https://vesper.example/2019/one/',
		'Lee, Ann. “On Mercy.” *The Vesper* (blog), August 7, 2019. https://vesper.example/2019/one/.',
	]);
	assert.deepEqual(
		words({ title: 'Who Owns the Lake?', author: ['jean', 'bat', 'torvane'], date: '2019-08' }),
		[
			'Quill, J.-P. Q., Нүүдэл, С., & Torvane. (2019, August). Who Owns the Lake? *The Vesper*. https://vesper.example/2019/one/',
			'Quill, Jean-Paul Q., Салхи Нүүдэл, and Torvane. “Who Owns the Lake?” *The Vesper* (blog), August 2019. https://vesper.example/2019/one/.',
		],
	);
	assert.match(
		words({ title: '„Heimat“ in "Halmark"', date: '2019' })[1]!,
		/“‚Heimat‘ in ‘Halmark.’”/,
	);
	assert.match(words({ title: 'He Said “No”', date: '2019' })[0]!, /He Said “No.” \*/);
	assert.match(
		words({ author: ['initials'], date: '2019' })[0]!,
		/^Tolkien-Smith and Sons, J\. R\. É\. \(/,
	);
	assert.deepEqual(
		words({ title: 'A “Salt” Tale', author: ['ann', 'jean'], date: '2019', doi: '10.5/x' }),
		[
			'Lee, A., & Quill, J.-P. Q. (2019). A “Salt” Tale. *The Vesper*. https://doi.org/10.5/x',
			'Lee, Ann, and Jean-Paul Q. Quill. “A ‘Salt’ Tale.” *The Vesper* (blog), 2019. https://doi.org/10.5/x.',
		],
	);
});

test('a literal name is one name, and a suffix follows the name, in every form', () => {
	const own = citation({ author: ['board', 'torvane'], date: '2019-08' });
	assert.match(toRis(own), /^AU {2}- River Board – Ministry of Water\r$/m);
	assert.match(toBibtex(own), /author = \{\{River Board, Ministry of Water\} and \{Torvane\}\}/);
	assert.match(referencesTo(own)[0]!.before, /^River Board, Ministry of Water & Torvane\. \(/);
	const heirs = citation({ author: ['junior', 'third'], date: '2019' });
	assert.match(toRis(heirs), /^AU {2}- Reed, Tomas, Jr\.\r\nAU {2}- Van Horn, Ada, III\r$/m);
	assert.match(toBibtex(heirs), /author = \{Reed, Jr\., Tomas and Van Horn, III, Ada\}/);
	assert.deepEqual(
		referencesTo(heirs).map(({ before }) => before.replace(/ [(“].*/, '')),
		['Reed, T., Jr., & Van Horn, A., III.', 'Reed, Tomas, Jr., and Ada Van Horn III.'],
	);
});

test('BibTeX finds year, site and address where it looks for them', () => {
	const text = toBibtex(citation({ date: '2019-08-07', language: 'de' }));
	assert.match(text, /^@online\{lee-2019-one,$/m);
	assert.match(text, /^\tyear = \{2019\},\n\tmonth = \{Aug\},$/m);
	assert.match(
		text,
		/^\thowpublished = \{The Vesper, \\url\{https:\/\/vesper\.example\/2019\/one\/\}\},$/m,
	);
	assert.match(text, /^\tlangid = \{german\},$/m);
	const known = ['mn', 'en-GB', 'fr', 'gd', 'zh-Hans', 'ar'].map(
		(language) => /langid = \{(.*)\}/.exec(toBibtex(citation({ language })))?.[1],
	);
	assert.deepEqual(known, ['mongolian', 'english', 'french', undefined, 'chinese', 'arabic']);
});
