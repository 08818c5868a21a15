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

function nameOf(name: { family?: string; given?: string; literal?: string }): string {
	return name.literal ?? [name.given, name.family].filter(Boolean).join(' ');
}

test('keys are of ASCII, and there always is one', () => {
	assert.equal(citation({ title: 'On Mercy', date: '2019' }).id, 'lee2019on');
	assert.equal(citation({ title: '中文', author: ['bat'] }).id, 'nuudel2019');
	assert.equal(citation({ title: '1871', author: ['odd'] }).id, 'r20191871');
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
