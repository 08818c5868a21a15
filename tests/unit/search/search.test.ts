import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { textIn, htmlOf, searchDocument } from '../../../src/model/search/searchhtml.ts';
import { fold, unfold } from '../../../src/model/search/folding.ts';
import { spellingsIn } from '../../../src/model/content/places.ts';
import { assemble } from '../../../src/model/publication/publication.ts';
import { facetFiltersOf, facetKey } from '../../../src/model/search/facetfilters.ts';
import { facetsOf } from '../../../src/model/search/facets.ts';
import type { Post } from '../../../src/model/publication/posts.ts';
import { searchFields } from '../../../src/model/search/searchfields.ts';
import type { Engine, Filters } from '../../../src/search/engine.ts';
import { count, filtersOf, find, isGuess, wordsOf } from '../../../src/search/query.ts';
import { marked } from '../../../src/search/results.ts';
import { drop, formatState, parseState, toggle } from '../../../src/search/state.ts';
import { category, content, post, site } from '../sample.ts';

const any = () => true;

test('folding makes twins of letters that are typed for each other, and can be undone', () => {
	const plain = (text: string) => fold(text).replace(/\p{M}/gu, '');
	assert.equal(plain('Хөдөлмөр'), plain('Ходолмор'));
	assert.equal(plain('Үнэ'), plain('Унэ'));
	assert.equal(plain('Ѳвѵл'), plain('Өвүл'));
	for (const [text, typed] of [
		['Øresund', 'Oresund'],
		['Łódź', 'Lódź'],
		['Straße', 'Strasse'],
		['Đakovo', 'Dakovo'],
		['ısı', 'isi'],
		['Ærø', 'Aero'],
		['œuvre', 'oeuvre'],
		['ﬁnal', 'final'],
		['eﬃcient', 'efficient'],
		['H₂O', 'H2O'],
		['m²', 'm2'],
		['ＡＢＣ１', 'ABC1'],
		['C#', 'Csharp'],
		['C++', 'Cplusplus'],
	] as const)
		assert.equal(plain(text), typed.normalize('NFC').replace(/\p{M}/gu, ''), text);
	const text =
		'Өвөл, Үүл; Ѳ Ѵ ѳ ѵ — о у O y é Øø Łł Đđ ẞß ıİ ÆæŒœÞþ ﬀﬁﬂﬃﬄ ₀₉ ⁰²³ Ａ９ｚ C# C++ a#b L’écran 北京大学。盐湖 x東京タワー ภาษาไทย';
	assert.equal(unfold(fold(text)), text);
});

test('words are divided where the text does not: after articles, and in scripts without spaces', () => {
	const words = (text: string) => fold(text).replaceAll('\u2060', '').split(' ');
	assert.deepEqual(words('L’écran'), ['L’', 'écran']);
	assert.deepEqual(words("qu'il"), ["qu'", 'il']);
	assert.deepEqual(words('dell’arte'), ['dell’', 'arte']);
	assert.deepEqual(words('don’t O’Brien aujourd’hui'), ['don’t', 'O’Brien', 'aujourd’hui']);
	assert.deepEqual(words('盐湖。很x美'), ['盐', '湖。', '很', 'x', '美']);
	assert.deepEqual(words('タワー'), ['タ', 'ワ', 'ー']);
	assert.deepEqual(words('ไทย'), ['ไ', 'ท', 'ย']);
	// A word of such a script is a phrase of its characters; others are words.
	assert.equal(unfold(wordsOf({ words: '盐湖' })!), '"盐湖"');
	assert.equal(unfold(wordsOf({ words: '盐湖 lake' })!), '盐湖 lake');
	assert.equal(unfold(wordsOf({ words: 'l’écran' })!), 'l’écran');
	assert.equal(wordsOf({ words: 'cafe\u0301' }), 'caf\u00E9');
});

test('no words are in an element that the engine leaves out', () => {
	const html =
		'<blockquote>A<footer class="x">B</footer></blockquote><label><p>C</p></label><nav>D</nav>';
	const $ = load(searchDocument(searchFields(post0({}), ['en']), html, [], 'en'));
	assert.equal($('footer, label, nav').length, 0);
	assert.equal(unfold($('body').text()), 'ABCD');
	assert.equal($('.x').text(), 'B');
});

test('only texts are changed for the index, no tags, addresses or filters', () => {
	const fields = searchFields(post0({ title: 'Ø', tags: ['Өвөл'] }), ['en']);
	const html = '<p id="øst"><a href="/l’écran/ø/">Ø &amp; l’écran</a></p>';
	const $ = load(searchDocument(fields, html, [], 'en'));
	assert.equal($('p').attr('id'), 'øst');
	assert.equal($('a').attr('href'), '/l’écran/ø/');
	assert.equal(unfold($('a').text()), 'Ø & l’écran');
	assert.notEqual($('a').text(), 'Ø & l’écran');
	const filters = $('[data-pagefind-filter]').toArray();
	assert.ok(
		filters.some(
			({ attribs }) => attribs['content'] === 'facet:tag:өвөл' || attribs['content'] === 'tag:өвөл',
		),
	);
});

test('a result for a word that no post has is a guess, and none', () => {
	const guess = (excerpt: string, words: string) => isGuess({ excerpt }, words);
	assert.ok(guess('The steppe in <mark>m.</mark>', 'monglia'));
	assert.ok(guess('A <mark>ха</mark> <mark>lake</mark>', 'хархорин lake'));
	assert.ok(guess('By <mark>É</mark>', 'ecrn'));
	assert.ok(guess('In <mark>18</mark> days', '1825'));
	assert.ok(guess('<mark>1</mark> of <mark>182</mark>', 'salt 1825'));
	for (const [excerpt, words] of [
		['The <mark>Mongolian</mark> steppe', 'mongolia'],
		['<mark>Mongolia</mark> in <mark>m.</mark>', 'mongolia'],
		['To <mark>die</mark>', 'dying'],
		['A <mark>m</mark>', 'm'],
		['<mark>US</mark> and <mark>Mongolia</mark>', 'us mongolia'],
		['No mark', 'mongolia'],
		['In <mark>1825–1830</mark>', '1825'],
		['In <mark>1825</mark> and <mark>18</mark>', '1825'],
		['<mark>H2O</mark>', 'h2o'],
		['<mark>Cs\u0336harp</mark>', 'C#'],
	] as const)
		assert.ok(!guess(excerpt, words), words);
});

test('the address says the whole state, and is read back', () => {
	const query = '?q=salt+lake&category=water&category=mining&tag=өвөл&year=2019&sort=newest';
	const state = parseState(query, any);
	assert.equal(state.words, 'salt lake');
	assert.deepEqual(state.filters.category, ['water', 'mining']);
	assert.equal(state.sort, 'newest');
	assert.deepEqual(parseState(formatState(state), any), state);
	assert.equal(formatState(parseState('', any)), '');
});

test('what an address cannot mean is ignored', () => {
	const state = parseState(
		'?category=nowhere&category=&sort=%00&year=abc&x=1&q=%20&q=two',
		() => false,
	);
	assert.deepEqual(state, parseState('', any));
	assert.deepEqual(parseState('?tag=a&tag=a', any).filters.tag, ['a']);
	assert.equal(parseState('?q=%E0%A4%A', any).sort, 'relevance');
});

test('a filter is made, taken back and dropped', () => {
	const empty = parseState('', any);
	const one = toggle(empty, { facet: 'tag', value: 'a' });
	const two = toggle(one, { facet: 'year', value: '2019' });
	assert.deepEqual(toggle(one, { facet: 'tag', value: 'a' }), empty);
	assert.deepEqual(drop(two, 'tag').filters, { ...empty.filters, year: ['2019'] });
	assert.deepEqual(drop(two), empty);
});

test('values of one facet widen, facets narrow', () => {
	const state = parseState('?tag=a&tag=b&year=2019', any);
	assert.deepEqual(filtersOf(state), {
		all: [{ any: [{ facet: 'tag:a' }, { facet: 'tag:b' }] }, { any: [{ facet: 'year:2019' }] }],
	});
	assert.deepEqual(filtersOf(parseState('', any)), {});
});

test('words are given to the engine folded, with plain quotes; no words are null', () => {
	assert.equal(wordsOf({ words: '' }), null);
	assert.equal(wordsOf({ words: '“salt lake”' }), '"salt lake"');
	assert.equal(unfold(wordsOf({ words: 'Өвөл' })!), 'Өвөл');
});

test('the counts of a facet do not depend on its own filters', async () => {
	const asked: object[] = [];
	const counts = (filters: object): Filters =>
		JSON.stringify(filters).includes('tag:a')
			? { facet: { 'tag:a': 1, 'tag:b': 0, 'year:2019': 1 } }
			: { facet: { 'tag:a': 1, 'tag:b': 5, 'year:2019': 6 } };
	const engine = {
		filters: async () => ({}),
		search: async (_: string | null, { filters = {} }: { filters?: object }) => {
			asked.push(filters);
			return { results: [], filters: counts(filters) };
		},
	} as unknown as Engine;
	const counted = await count(engine, parseState('?tag=a', any));
	assert.deepEqual(Object.fromEntries(counted), { 'tag:a': 1, 'tag:b': 5, 'year:2019': 1 });
	assert.equal(asked.length, 2);
});

test('a guess is neither found nor counted', async () => {
	const hit = { id: 'a', data: async () => ({ excerpt: 'In <mark>m.</mark>' }) };
	const engine = {
		filters: async () => ({}),
		search: async () => ({ results: [hit], filters: { facet: { 'tag:a': 1 } } }),
	} as unknown as Engine;
	for (const [query, posts] of [
		['?q=monglia', 0],
		['?q=monglia&tag=a', 0],
		['?q=m', 1],
		['', 1],
	] as const) {
		const state = parseState(query, any);
		assert.equal((await find(engine, state)).length, posts, query);
		assert.equal((await count(engine, state)).size, posts, query);
	}
});

test('an excerpt is taken apart without ever becoming markup', () => {
	assert.deepEqual(marked('a <mark>b</mark> &lt;img onerror=x&gt; <mark>c&lt;</mark>'), [
		{ text: 'a ', match: false },
		{ text: 'b', match: true },
		{ text: ' <img onerror=x> ', match: false },
		{ text: 'c<', match: true },
	]);
	assert.deepEqual(marked('我在<mark>大\u2060</mark> <mark>学\u2060</mark> 学\u2060 习'), [
		{ text: '我在', match: false },
		{ text: '大学', match: true },
		{ text: '学习', match: false },
	]);
});

test('a post counts for its categories and all above them, once each', () => {
	const { posts } = assemble(
		content({
			categories: [category('a', 'A'), category('b', 'B', 'a'), category('c', 'C', 'a')],
			posts: [post('2019/one', { categories: ['b', 'c'], tags: ['Salt Lake'], language: 'mn' })],
		}),
		site,
		new Date('2026-01-01'),
	);
	assert.deepEqual(facetFiltersOf(posts[0]!).map(facetKey), [
		'category:a',
		'category:b',
		'category:c',
		'tag:salt-lake',
		'author:ann',
		'year:2019',
		'language:mn',
	]);
	const filters = searchFields(posts[0]!, ['en']).filter(({ kind }) => kind === 'filter');
	assert.deepEqual(
		filters.map(({ content }) => content),
		facetFiltersOf(posts[0]!).map(facetKey),
	);
});

test('the index is given what the author wrote, also in components, and its spellings', () => {
	const fields = searchFields(post0({ title: 'The "Dike" & <Dam>' }), ['en']);
	const html = htmlOf([
		'<p>At Port Vesper ',
		{ image: 0, alt: 'A wall' },
		'</p>',
		{
			component: 'Figure',
			attributes: { caption: 'Low <tide>', src: './a.png', wide: true },
			children: ['<p>Mud.</p>'],
		},
	]);
	const $ = load(searchDocument(fields, html, [['Port Vesper', 'Haven']], 'en'));
	assert.equal($('[data-pagefind-body]').text(), 'At Port Vesper Low <tide>Mud.');
	const content = (name: string) => $(`[data-pagefind-meta="${name}[content]"]`).attr('content');
	assert.equal(content('title'), 'The “Dike” & <Dam>');
	assert.equal(content('places'), 'Port Vesper Haven');
	assert.equal($('[data-pagefind-sort]').attr('content'), '2020-01-01T00:00:00.000Z');
});

test('a post without a word is found by its title', () => {
	const text = (html: string) =>
		load(searchDocument(searchFields(post0({ title: 'Dams & <Dykes>' }), ['en']), html, [], 'en'))(
			'[data-pagefind-body]',
		).text();
	assert.equal(text('<figure><img src="a1.png" alt="A wall"></figure>'), 'Dams & <Dykes>');
	assert.equal(text('<p>&#x26;&nbsp;</p>'), 'Dams & <Dykes>');
	assert.equal(text('<p>1</p>'), '1');
});

test('of a finished page, its text is searched', () => {
	const page = (body: string) =>
		`<div class="with-contents"> <div class="prose" data-pagefind-body="true"> ${body} </div> </div> <footer class="after">More</footer>`;
	assert.equal(textIn(page('<div>One</div>')).trim(), '<div>One</div>');
	assert.throws(() => textIn('<p>None</p>'), /no text/);
});

function post0(fields: Parameters<typeof post>[1]): Post {
	return assemble(content({ posts: [post('2020/one', fields)] }), site, new Date('2026-01-01'))
		.posts[0]!;
}

test('facets offer every value that has posts, categories as a tree', () => {
	const { lists, posts } = assemble(
		content({
			categories: [category('a', 'A'), category('b', 'B', 'a'), category('c', 'C')],
			posts: [
				post('2019/one', { categories: ['b'] }),
				post('2019/two', { language: 'de-AT' }),
				post('2020/three', { language: 'de' }),
			],
		}),
		site,
		new Date('2026-01-01'),
	);
	const facets = facetsOf(lists[0], posts);
	assert.deepEqual(
		facets.map(({ name, values }) => [name, values.map(({ value, count }) => `${value} ${count}`)]),
		[
			['category', ['a 1']],
			['author', ['ann 3']],
			['year', ['2020 1', '2019 2']],
			['language', ['en 1', 'de 2']],
		],
	);
	assert.equal(facets[0]?.values[0]?.children[0]?.value, 'b');
	assert.deepEqual(
		facets[3]?.values.map(({ label }) => label),
		['English', 'German'],
		'by name, and one for all regions',
	);
});

test('a post that names a place is found by all its spellings', () => {
	const places = [
		['Ulaanbaatar', 'Ulan Bator', 'UB', 'Улаанбаатар'],
		['Oyu Tolgoi', 'Оюу толгой'],
	];
	assert.deepEqual(spellingsIn('Улаанбаатарт болсон', places), places[0]);
	assert.deepEqual(spellingsIn('in ulan\nbator.', places), places[0]);
	assert.deepEqual(spellingsIn('ubiquitous clubs', places), []);
});
