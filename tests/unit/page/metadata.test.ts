import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listings } from '../../../src/model/publication/listings.ts';
import { listingHead, postHead, type Head } from '../../../src/model/page/metadata.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { sitemaps } from '../../../src/model/page/sitemap.ts';
import { author, category, content, post, site } from '../sample.ts';

function publicationOf(fields: Parameters<typeof post>[1]) {
	return assemble(
		content({
			posts: [post('2019/one', fields)],
			authors: [
				author('ann', {
					name: 'Ann Lee',
					given: 'Ann',
					family: 'Lee',
					orcid: '0000-0002-1825-0097',
				}),
				author('torvane', { name: 'Torvane', literal: 'Torvane' }),
				author('bat', { name: 'Салхи Нүүдэлийн', given: 'Салхи', family: 'Нүүдэлийн' }),
			],
			categories: [category('a', 'Policy')],
		}),
		site,
		new Date('2026-01-01'),
	);
}

function graphOf({ jsonLd }: Head): object[] {
	return (jsonLd as unknown as { '@graph': object[] })['@graph'];
}

function contents(head: Head, name: string): (string | undefined)[] {
	return head.tags
		.map(({ attributes }) => attributes)
		.filter((attributes) =>
			[attributes['name'], attributes['property'], attributes['rel']].includes(name),
		)
		.map(({ content, href }) => content ?? href);
}

test('the head of a post names it, its address, its authors in order and its dates as known', () => {
	const head = postHead(
		publicationOf({
			title: 'On Mercy',
			date: '2019',
			updated: '2020-05',
			author: ['torvane', 'ann'],
			categories: ['a'],
			tags: ['x'],
			license: 'CC-BY-4.0',
		}).posts[0]!,
		site,
	);
	assert.equal(head.title, 'On Mercy · The Vesper');
	assert.deepEqual(contents(head, 'canonical'), ['https://vesper.example/2019/one/']);
	assert.deepEqual(contents(head, 'author'), ['Torvane', 'Ann Lee']);
	assert.deepEqual(contents(head, 'article:published_time'), ['2019']);
	assert.deepEqual(contents(head, 'article:modified_time'), ['2020-05']);
	assert.deepEqual(contents(head, 'license'), ['https://creativecommons.org/licenses/by/4.0/']);
	const [posting, , trail] = graphOf(head);
	const { author: people, ...jsonLd } = posting as { author: object[] };
	assert.partialDeepStrictEqual(trail, {
		'@type': 'BreadcrumbList',
		itemListElement: [
			{ position: 1, name: 'Policy', item: 'https://vesper.example/category/a/' },
			{ position: 2, name: 'On Mercy', item: 'https://vesper.example/2019/one/' },
		],
	});
	assert.partialDeepStrictEqual(jsonLd, {
		'@type': 'BlogPosting',
		headline: 'On Mercy',
		datePublished: '2019',
		dateModified: '2020-05',
		articleSection: ['Policy'],
		keywords: ['x'],
		wordCount: 476,
	});
	assert.partialDeepStrictEqual(people, [
		{ name: 'Torvane' },
		{ name: 'Ann Lee', familyName: 'Lee', sameAs: ['https://orcid.org/0000-0002-1825-0097'] },
	]);
});

test('reference managers get one title, authors in order, a date and a kind of thing', () => {
	const tags = (fields: object) => {
		const head = postHead(publicationOf(fields).posts[0]!, site);
		const named = head.tags.filter(({ attributes }) =>
			/^(citation_|DC\.)/.test(attributes['name'] ?? ''),
		);
		return named.map(({ attributes }) => `${attributes['name']}: ${attributes['content']}`);
	};
	const fixed = [
		'citation_language: en',
		'citation_public_url: https://vesper.example/2019/one/',
		'DC.type: blogPost',
	];
	assert.deepEqual(
		tags({ title: 'On Mercy', author: ['torvane', 'ann', 'bat'], date: '2019-08-07' }),
		[
			'citation_title: On Mercy',
			'citation_author: Torvane',
			'citation_author: Lee, Ann',
			'citation_author: Нүүдэлийн, Салхи',
			'citation_publication_date: 2019/08/07',
			...fixed,
		],
	);
	assert.deepEqual(tags({ title: 'On Mercy', date: '2019-08', license: 'CC-BY-4.0' }), [
		'citation_title: On Mercy',
		'citation_author: Lee, Ann',
		'citation_publication_date: 2019/08',
		...fixed,
		'DC.rights: CC BY 4.0',
	]);
	assert.ok(tags({ doi: '10.59350/abcde-12345' }).includes('citation_doi: 10.59350/abcde-12345'));
	assert.ok(tags({ date: '2019' }).includes('citation_publication_date: 2019'));
});

test('a DOI is how to cite the post', () => {
	const head = postHead(publicationOf({ doi: '10.59350/abcde-12345' }).posts[0]!, site);
	assert.deepEqual(contents(head, 'cite-as'), ['https://doi.org/10.59350/abcde-12345']);
	assert.partialDeepStrictEqual(graphOf(head)[0], {
		identifier: { propertyID: 'DOI', value: 'https://doi.org/10.59350/abcde-12345' },
	});
});

test('a post that says so sends search engines to where it appeared first, and leaves the sitemap', () => {
	const first = (canonical: boolean) => ({
		firstPublished: { in: 'The Review', url: 'https://review.example/salt/', canonical },
	});
	const there = publicationOf(first(true));
	const here = publicationOf(first(false));
	const canonical = ({ posts }: typeof there) =>
		contents(postHead(posts[0]!, site), 'canonical').join();
	assert.equal(canonical(there), 'https://review.example/salt/');
	assert.equal(canonical(here), 'https://vesper.example/2019/one/');
	assert.doesNotMatch(sitemaps(there).join(), /2019\/one/);
	assert.match(sitemaps(here).join(), /2019\/one/);
	const [posting] = graphOf(postHead(there.posts[0]!, site));
	assert.partialDeepStrictEqual(posting, { isBasedOn: 'https://review.example/salt/' });
});

test('the page of an author is a profile, and that of a topic a collection', () => {
	const kinds = listings(publicationOf({ categories: ['a'] })).map(({ listing }) => {
		const [, second] = [listing.kind, graphOf(listingHead(listing, site))[0]];
		return [listing.kind, (second as { '@type': string })['@type']];
	});
	assert.deepEqual(Object.fromEntries(kinds), {
		home: 'WebSite',
		category: 'CollectionPage',
		author: 'ProfilePage',
		year: 'CollectionPage',
	});
});

test('a summary describes the post; without one its opening does', () => {
	const description = (fields: object) =>
		contents(postHead(publicationOf(fields).posts[0]!, site), 'description');
	assert.deepEqual(description({ summary: 'In short.' }), ['In short.']);
	assert.deepEqual(description({}), ['It begins.']);
});

test('each page of a list has its own title and canonical address', () => {
	const posts = ['2020/a', '2020/b', '2020/c'].map((id) => post(id));
	const pages = listings(assemble(content({ posts }), site, new Date('2026-01-01')));
	const heads = pages.map(({ listing }) => listingHead(listing, site));
	assert.equal(heads[0]?.title, 'The Vesper: Letters from Halmark');
	assert.equal(heads[1]?.title, 'The Vesper: Letters from Halmark, page 2 of 2');
	assert.equal(new Set(heads.map(({ title }) => title)).size, heads.length);
	assert.equal(new Set(heads.flatMap((head) => contents(head, 'canonical'))).size, heads.length);
});

test('a page says its language and territory, and the site that it is part of', () => {
	const { posts } = assemble(
		content({
			posts: ['en', 'de', 'mn', 'zh-Hant', 'de-AT'].map((language, index) =>
				post(`2020/${index}`, { language }),
			),
		}),
		site,
		new Date('2026-01-01'),
	);
	const heads = posts.map((one) => postHead(one, site));
	const locales = heads.flatMap(({ tags }) =>
		tags.flatMap(({ attributes }) =>
			attributes['property'] === 'og:locale' ? [attributes['content']] : [],
		),
	);
	assert.deepEqual(locales, ['en_US', 'de_DE', 'mn_MN', 'zh_TW', 'de_AT']);
	const [article] = graphOf(heads[0]!) as unknown as { isPartOf: object; author: object[] }[];
	assert.deepEqual(article!.isPartOf, {
		'@type': 'WebSite',
		'@id': 'https://vesper.example/#site',
		name: 'The Vesper',
		url: 'https://vesper.example/',
	});
	assert.ok(!('sameAs' in article!.author[0]!), 'no empty list');
});
