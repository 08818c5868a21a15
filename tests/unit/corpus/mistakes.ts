import type { Code } from '../../../src/model/checks/problems.ts';
import { fields, text, type Files } from './publication.ts';

const least = 'title: Two\ndate: 2020\nauthor: ann\n';
const author = (lines: string): Files => ({
	'authors/bob.mdx': `---\n${lines}\n---\n\nBob writes.\n`,
});
const post = (path: string, lines = least): Files => ({
	[path]: `---\n${lines}---\n\nText.\n`,
});
const categories = (lines: string): Files => ({
	'categories.yaml': `- id: water\n  label: Water\n${lines}`,
});

const svg = (size: string) =>
	`<svg xmlns="http://www.w3.org/2000/svg" ${size}><path d="M0 0h8"/></svg>`;

/** One mistake each. ‸ stands before the place where it is told, at the very first if it is nowhere. */
export const mistakes: readonly (readonly [Code, Files])[] = [
	// Files and their names
	['bad-file-name', post('posts/2020/Bad Name.mdx')],
	['bad-file-name', post('posts/2020/naïve.mdx')],
	['bad-file-name', { 'authors/Bob.mdx': '---\nname: B\nliteral: B\n---\n' }],
	['misplaced-file', post('posts/stray.mdx')],
	['misplaced-file', post('posts/2020/deep/down/post.mdx')],
	['misplaced-file', { 'pages/more/page.mdx': '---\ntitle: P\n---\n' }],
	['misplaced-file', post('posts/2020/two.md')],
	[
		'not-utf-8',
		{ 'authors/bob.mdx': Buffer.from('---\nname: B\xf6b\nliteral: B\n---\n', 'latin1') },
	],

	[
		'duplicate-guid',
		{
			'posts/2020/a.mdx': `---\n${least}guid: tag:a.example,2020:a\n---\n\nText.\n`,
			'posts/2020/b.mdx': `---\n${least}guid: ‸tag:a.example,2020:a\n---\n\nText.\n`,
		},
	],
	['invalid-field', fields(`${least}guid: ‸old-17`)],

	// Frontmatter as YAML
	['missing-frontmatter', { 'pages/p.mdx': '‸Text.\n' }],
	['missing-frontmatter', { 'pages/p.mdx': '‸---\ntitle: P\n\nText.\n' }],
	['unquoted-colon', fields('title: ‸Two: A Story\ndate: 2020\nauthor: ann')],
	['unquoted-colon', fields(`${least}image:\n  src: ./lake.png\n  alt: ‸Lake: north`)],
	['lost-to-comment', fields(`${least}tags:\n  - ‸Salt #1`)],
	['lost-to-comment', fields('title: ‸Salt #1\ndate: 2020\nauthor: ann')],
	['broken-yaml', fields(`${least}subtitle: ‸"open`)],
	['broken-yaml', fields(`${least}subtitle: "a" ‸b`)],
	['broken-yaml', fields(`${least}subtitle: ‸*bold*`)],
	['broken-yaml', fields(`${least}subtitle: ‸!Important`)],
	['broken-yaml', fields(`${least}image:\n‸\tsrc: ./lake.png`)],
	['broken-yaml', fields(`${least}tags: ‸[a, b\nsubtitle: x`)],
	['duplicate-field', fields(`${least}‸title: Again`)],
	['broken-yaml', { 'categories.yaml': '- id: water\n  label: Lakes\n‸ parent: x\n' }],

	// Fields
	['unknown-field', fields(`${least}‸sumary: Short.`)],
	['unknown-field', fields(`${least}image: { src: ./lake.png, alt: x, ‸size: 3 }`)],
	['unknown-field', author('name: Bob\nliteral: Bob\n‸twitter: "@bob"')],
	['unknown-field', { 'pages/p.mdx': '---\ntitle: P\n‸author: ann\n---\n' }],
	['missing-field', fields('‸date: 2020\nauthor: ann')],
	['missing-field', fields('‸title: Two\ndate: 2020')],
	['missing-field', fields(`${least}image:\n  ‸src: ./lake.png`)],
	['missing-field', categories('- ‸id: fish\n')],
	['invalid-field', fields('title: ‸""\ndate: 2020\nauthor: ann')],
	['invalid-field', fields('title: ‸2020\ndate: 2020\nauthor: ann')],
	['invalid-field', fields(`${least}language: ‸english!`)],
	['invalid-field', fields(`${least}license: ‸MIT`)],
	['invalid-field', fields(`${least}draft: ‸yes`)],
	['invalid-field', fields(`${least}tags: ‸salt`)],
	['invalid-field', fields(`${least}tags: [salt, ‸2020]`)],
	['invalid-field', fields(`${least}firstPublished: { in: X, url: ‸x.example }`)],
	['invalid-field', fields(`${least}aliases: [‸"https://old.example/one/"]`)],
	['invalid-field', fields(`${least}replies: ‸maybe`)],
	['invalid-field', author('name: ‸Bob')],
	['invalid-field', author('name: Bob\nliteral: Bob\norcid: ‸0000-0002-1825-0098')],
	[
		'broken-yaml',
		{
			'categories.yaml': '- id: ‸[\n',
			'permalinks.json': '{ "/category/water/": "category/water" }',
			...text('A [link](/category/water/).'),
		},
	],
	['invalid-field', { 'places.yaml': '- ‸[Halmark]\n' }],
	[
		'invalid-field',
		{ 'categories.yaml': '‸water: Water\n', 'posts/2020/one.mdx': `---\n${least}---\n` },
	],
	['bad-date', fields('title: Two\ndate: ‸2020-13\nauthor: ann')],
	['bad-date', fields('title: Two\ndate: ‸2020-02-30\nauthor: ann')],
	['bad-date', fields('title: Two\ndate: ‸31.12.2020\nauthor: ann')],
	['bad-date', fields('title: Two\ndate: ‸2020-08-07T09:30\nauthor: ann')],
	['bad-date', fields(`${least}updated: ‸yesterday`)],
	['wrong-year', fields('title: Two\ndate: ‸2021\nauthor: ann')],
	[
		'updated-before-date',
		fields('title: Two\ndate: 2020-05-02\nauthor: ann\nupdated: ‸2020-05-01'),
	],
	['long-summary', fields(`${least}summary: ‸${'Many words here. '.repeat(11).trim()}`)],
	[
		'missing-summary',
		{ 'posts/2020/two.mdx': '---\ntitle: ‸Two\ndate: 2020\nauthor: ann\n---\n\n> Quoted.\n' },
	],

	// Names of other things
	['unknown-author', fields('title: Two\ndate: 2020\nauthor: ‸anm')],
	['unknown-author', fields('title: Two\ndate: 2020\nauthor: [ann, ‸Ann Lee]')],
	['unknown-category', fields(`${least}categories:\n  - water\n  - ‸watr`)],
	['unknown-category', fields(`${least}categories: [‸Money]`)],
	['unknown-category', categories('- id: fish\n  label: Fish\n  parent: ‸watre\n')],
	['category-cycle', categories('- id: a\n  label: A\n  parent: ‸a\n')],
	['duplicate-id', categories('- id: ‸water\n  label: Again\n')],
	['repeated-value', fields(`${least}categories: [water, ‸water]`)],
	['repeated-value', fields('title: Two\ndate: 2020\nauthor: [ann, ‸ann]')],
	['empty-address', fields(`${least}tags: [‸"?!"]`)],
	['tag-spelling', fields(`${least}tags: [‸salt works]`)],
	['tag-spelling', fields(`${least}tags: [‸Salt—Works]`)],
	[
		'tag-spelling',
		{ ...fields(`${least}tags: [‸Côte d’ivoire]`), 'tags.yaml': "- label: Côte d'Ivoire\n" },
	],
	['shared-tag-address', fields(`${least}tags: [Yahoo, ‸Yahoo!]`)],
	['shared-tag-address', fields(`${least}tags: [R and D, ‸R&D]`)],
	['shared-tag-address', { 'tags.yaml': '- label: Salt\n- label: ‸salt\n' }],
	[
		'shared-tag-address',
		{
			'tags.yaml': '- label: Brine\n  id: salt-works\n',
			'posts/2020/one.mdx': `---\n${least}tags: [‸Salt Works, Brine]\n---\n`,
		},
	],
	['missing-field', { 'tags.yaml': '- ‸description: A sentence.\n' }],
	['invalid-field', { 'tags.yaml': '- label: Salt\n  aliases: [‸""]\n' }],
	['duplicate-address', { 'tags.yaml': '- label: Salt Works\n  aliases: [‸/2020/one/]\n' }],
	['similar-tags', fields(`${least}tags: [Organisation, ‸Organization]`)],
	[
		'similar-tags',
		{
			...fields(`${least}tags: [‸Salt Work]`),
			...post('posts/2020/three.mdx', `${least}tags: [Salt Works]\n`),
		},
	],
	[
		'no-posts',
		{ 'posts/2020/one.mdx': '---\ntitle: One\ndate: 2020\nauthor: ann\ndraft: true\n---\n' },
	],

	// Addresses
	[
		'duplicate-address',
		{ ...post('posts/2020/two.mdx'), 'posts/2020/two/index.mdx': `---\n‸${least}---\n` },
	],
	['duplicate-address', fields(`${least}aliases: [‸/2020/one/]`)],
	['duplicate-address', fields(`${least}aliases: [‸/archive/]`)],
	['duplicate-address', { 'pages/tags.mdx': '---\n‸title: Tags\n---\n' }],
	['alias-slashes', fields(`${least}aliases: [/a/, ‸/b]`)],
	['alias-slashes', fields(`${least}aliases: [‸b/c/]`)],
	['alias-slashes', fields(`${least}aliases: [‸old.html]`)],
	['alias-slashes', fields(`${least}aliases: [/v1.2/, ‸/v1.3]`)],
	['invalid-field', fields(`${least}aliases: [‸/]`)],
	['invalid-field', fields(`${least}aliases: [‸/?p]`)],
	['invalid-field', fields(`${least}aliases: [‸'/?p=1#top']`)],
	['invalid-field', fields(`${least}aliases: [‸/a//b.html]`)],
	['duplicate-address', fields(`${least}aliases: [/?p=1, ‸/?p=1]`)],
	['duplicate-address', fields(`${least}aliases: [/a.html, ‸/A.html]`)],
	['duplicate-address', fields(`${least}aliases: [‸/feed.xml]`)],
	['duplicate-address', fields(`${least}aliases: [‸/author/ann/atom.xml]`)],
	['duplicate-address', { 'pages/404.mdx': '---\n‸title: P\n---\n' }],
	['duplicate-address', fields(`${least}aliases: [‸/files/map/]`)],
	['lost-permalink', { 'permalinks.json': '{\n\t‸"/2019/gone/": "2019/gone"\n}\n' }],
	['lost-permalink', { 'permalinks.json': '{ ‸"/2020/draft/": "2020/draft" }' }],
	[
		'lost-permalink',
		{ 'permalinks.json': '{ ‸"/tag/brine/": "tag/brine", "/tag/brine/feed.xml": "" }' },
	],
	[
		'lost-permalink',
		{ 'permalinks.json': '{ ‸"/tag/salt-works/old.xml": "tag/salt-works/old.xml" }' },
	],
	[
		'reused-address',
		{
			'posts/2020/two.mdx': `---\n‸${least}---\n`,
			'posts/2020/moved.mdx': `---\n${least}---\n`,
			'permalinks.json': '{ "/2020/two/": "2020/two", "/2020/moved/": "2020/two" }',
		},
	],
	['broken-ledger', { 'permalinks.json': '‸["/2020/one/"]' }],

	// Links
	['broken-link', text('A ‸[link](/2020/on/).')],
	['broken-link', text('A ‸[link](/tag/none/).')],
	['broken-link', text('A ‸[link](../two-ways/).')],
	['broken-link', text('A ‸[link](./one.mdx).')],
	['broken-link', text('A ‸[link][x].\n\n[x]: /nowhere/')],
	['broken-link', text('A ‸<a href="/nowhere/">link</a>.')],
	['broken-link', text('A ‸[list](/author/bob/).')],
	['link-without-scheme', text('A ‸[link](www.lake.example/salt).')],
	['link-to-file', text('A ‸[map](./map.pdf).')],
	['link-to-file', text('A ‸[map](/files/map.pdf).')],
	['forbidden-link', text('A ‸[link](file:///home/ann/map.pdf).')],
	['forbidden-link', text('A ‸<a href="JavaScript:go()">link</a>.')],
	['empty-link', text('A ‸[link]().')],
	['unpublished-link', text('A ‸[link](/2020/draft/).')],
	['broken-fragment', text('## Here\n\nA ‸[link](#heer).')],
	['broken-fragment', text('A ‸[link](/2020/one/#second-part).')],
	['own-address-link', text('A ‸[link](https://vesper.example/2020/one/).')],
	['own-address-link', text('See ‸[the first](http://www.vesper.example/2020/one/#first-part).')],
	['undefined-reference', text('A ‸[link][nowhere].')],

	// MDX
	['stray-angle-bracket', text('Less ‸<5% of all.')],
	['stray-angle-bracket', text('One ‸<- two.')],
	['angle-link', text('See ‸<https://lake.example/>.')],
	['angle-link', text('Write to ‸<ann@lake.example>.')],
	['stray-brace', text('One ‸{two.')],
	['stray-brace', text('One ‸{two words}.')],
	['stray-brace', text('‸import salt for one')],
	['unclosed-tag', text('‸<Aside>\n\nOne.')],
	['unclosed-tag', text('One ‸<br> two.')],
	['html-comment', text('One.\n\n‸<!-- two -->')],
	['broken-mdx', text('One <‸/b> two.')],
	['undefined-name', text('In the year {‸year}.')],
	['undefined-name', text('<Aside title={‸heading.text}>\n\nOne.\n\n</Aside>')],
	['undefined-name', text('One more is {1 + ‸year}.')],
	['undefined-name', text('Some are {[1].map((one) => one + ‸year)}.')],
	['undefined-name', text('export const year = { one: 1 }\n\nIt is {year[‸one]}.')],
	['missing-import', text("import x from ‸'./gone.js'\n\n{x}")],
	[
		'unusable-component',
		{
			...text("import X from ‸'./X.astro'\n\n<X />"),
			'posts/2020/X.astro': '---\n---\n<p>Hello</p>\n<script>alert(1)</script>\n',
		},
	],
	[
		'unusable-component',
		{
			...text("import X from ‸'./X.astro'\n\n<X />"),
			'posts/2020/X.astro': "---\nimport Y from './Y.astro'\n---\n<Y />\n",
			'posts/2020/Y.astro': '<script is:inline src="/a.js"></script>\n',
		},
	],
	[
		'unusable-component',
		{
			...text("import X from ‸'./X.astro'\n\n<X />"),
			'posts/2020/X.astro': '<p>Hello</p>\n<style>p { color: red }</style>\n',
		},
	],
	['missing-import', text("import x from ‸'no-such-package'\n\n{x}")],

	// Tags
	['unknown-component', text('‸<Figur>\n\nOne.\n\n</Figur>')],
	['unknown-attribute', text('‸<Figure captoin="A lake">\n\nOne.\n\n</Figure>')],
	['missing-attribute', text('‸<Video src="https://youtu.be/aaaaaaaaaaa" />')],
	['missing-attribute', text('‸<Quote>\n\nOne.\n\n</Quote>')],
	['invalid-attribute', text('‸<Video src="https://film.example/1" title="A film" />')],
	['invalid-attribute', text('‸<Audio src="./talk.mp3" title="A talk" />')],
	['invalid-attribute', text('‸<Correction date="soon">\n\nOne.\n\n</Correction>')],
	['invalid-attribute', text('‸<Quote author="Ann" url="lake.example">\n\nOne.\n\n</Quote>')],
	['link-to-file', text('‸<Audio src="/files/talk.mp3" title="A talk" />')],
	['forbidden-element', text('‸<iframe src="https://film.example/" />')],
	['forbidden-element', text('‸<iFrame src="https://film.example/" />')],
	['forbidden-element', text('<svg>‸<image href="https://film.example/a.png" /></svg>')],
	['unknown-component', text('‸<salt.Lake />')],
	['forbidden-element', text('‸<script>alert</script>')],
	['forbidden-attribute', text('One ‸<b onclick="go()">two</b>.')],
	['inline-style', text('One ‸<span style="color: red">two</span>.')],
	['old-html', text('One ‸<font color="red">two</font>.')],
	['old-html', text('One‸<o:p />.')],
	['html-image', text('‸<img src="./lake.png" alt="A lake" />')],

	// Images
	['missing-image', text('‸![A lake](./lake.jpg)')],
	['missing-image', fields(`${least}image: { src: ‸./laek.png, alt: A lake }`)],
	['image-format', { ...text('‸![A lake](./lake.heic)'), 'posts/2020/lake.heic': 'HEIC' }],
	['image-format', { ...text('‸![A lake](./lake.TIFF)'), 'posts/2020/lake.TIFF': 'II*' }],
	['image-format', { ...text('‸![A lake](./lake.bmp)'), 'posts/2020/lake.bmp': 'BM' }],
	...[
		svg('width="100%" height="100%"'),
		svg(''),
		'<html><body><svg /></body></html>',
		'',
		Buffer.from('\uFEFF' + svg('viewBox="0 0 8 6"'), 'utf16le'),
	].map((drawing): [Code, Files] => [
		'unreadable-image',
		{ ...text('‸![A lake](./lake.svg)'), 'posts/2020/lake.svg': drawing },
	]),
	['unreadable-image', { ...text('‸![A lake](./bad.png)'), 'posts/2020/bad.png': 'no image' }],
	['remote-image', text('One ‸![A lake](https://lake.example/lake.png).')],
	['image-without-description', text('‸![](./lake.png)')],
	['broken-image', text('‸![A lake](./the lake.png)')],
	[
		'large-image',
		{
			...text('‸![A lake](./big.svg)'),
			'posts/2020/big.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'.padEnd(
				2_000_001,
			),
		},
	],

	// Notes
	['undefined-footnote', text('A note.‸[^one]')],
	['unused-footnote', text('No note.\n\n‸[^1]: A note.')],
	['duplicate-footnote', text('A note.[^1]\n\n[^1]: One.\n\n‸[^1]: Two.')],

	// Headings
	['heading-level-one', text('One.\n\n‸# Two')],
	['heading-skip', text('## Two\n\nText.\n\n‸#### Four')],
	['duplicate-heading', text('## Two\n\nText.\n\n‸## Two\n\nText.')],
	['empty-heading', text('One.\n\n‸##')],
	['heading-without-space', text('One.\n\n‸##Two')],
	['heading-without-space', text('One.\n‸##Two')],
	['heading-without-space', text('‸##\u00A0A heading')],
	['heading-without-space', text('‸###\u3000A heading')],
	['heading-without-space', text('‸##\u202FA heading')],
	['pasted-list', text('‸•\tOne')],
	['pasted-list', text('Things:\n‸· One and more')],
	['pasted-list', text('‸▪\u00A0One')],
	['pasted-list', text('‸-\u00A0One')],
	['pasted-list', text('‸1.\u00A0One')],
	['pasted-list', text('Things:\n‸2) One\n3) Two')],
	['pasted-table', text('‸Year\tTons\n1998\t12')],
	['pasted-table', text('Salt:\n‸a\tb\tc\nd\te\tf')],
	['pasted-table', text('‸Lake Torrin\t3 m\nLake Ostrel\t9 m\nNone')],
	['pasted-note', text('A lake.[1] Another.\n\n‸[1] See the map.')],
	['pasted-note', text('A lake.\\[1\\] Another.\n\n‸\\[1\\] See the map.')],
	['pasted-note', text('“A lake”[12].\n\n---\n\n‸[12] See the map.')],
	['pasted-film', text('‸https://www.youtube.com/watch?v=aaaaaaaaaaa')],
	['pasted-film', text('‸https://youtu.be/aaaaaaaaaaa?t=5')],
	['pasted-film', text('> ‸https://vimeo.com/123456789')],

	// Characters
	['zero-width-character', text('One wo‸\u200Brd.')],
	['zero-width-character', text('One word‸\u200E.')],
	['zero-width-character', text('Nobody‸\u{E0068} sees.')],
	['zero-width-character', text('A‸\u0007bell.')],
	['zero-width-character', fields(`${least}tags: [salt, "salt‸\u200E"]`)],
	['zero-width-character', { 'places.yaml': '- [Halmark, Halmark‸\u2063]\n' }],
	['zero-width-character', fields('title: Two‸\uFEFF words\ndate: 2020\nauthor: ann')],
	['bidi-character', text('One ‸\u202Edrow.')],
	['bidi-character', text('One ‸\u2067word\u202C.')],
	['lost-character', text('One ‸\uFFFD\uFFFD.')],
	['mixed-alphabets', text('In ‸Мoнгoл.')],
	['mixed-alphabets', text('In ‸Lеke.')],
	['wrong-letter', text('In ‸Ѳвөл.')],
	['wrong-letter', text('Энэ ‸гєл юм.', 'language: mn\n')],
];
