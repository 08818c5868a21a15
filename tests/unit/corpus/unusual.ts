import { fields, text, type Files } from './publication.ts';

const least = 'title: Two\ndate: 2020\nauthor: ann\n';
const mdx = (body: string) => `---\n${least}---\n\nText.\n\n${body}\n`;

/** Unusual, but right: nothing of it is to be told. */
export const unusual: Readonly<Record<string, Files>> = {
	'an empty text': { 'posts/2020/two.mdx': `---\n${least}---\n` },
	'a text without an end of line': { 'posts/2020/two.mdx': `---\n${least}---\nText.` },
	'lines that end as on Windows': {
		'posts/2020/two.mdx': mdx('One.[^1]\n\n[^1]: Two.').replaceAll('\n', '\r\n'),
	},
	'a byte order mark': { 'posts/2020/two.mdx': `\uFEFF${mdx('One.')}` },
	'a byte order mark in YAML': { 'places.yaml': '\uFEFF- [Halmark, Хальмарк]\n' },
	'spaces after the hyphens of the frontmatter': {
		'posts/2020/two.mdx': `---  \n${least}---\t\n\nText.\n`,
	},
	'comments and blank lines in the frontmatter': fields(
		`# A post\ntitle: Two # of two\n\ndate: 2020 # a year\nauthor: ann`,
	),
	'a title with every sign, in quotes': fields(
		`title: 'A: "B" #1 & <C> {D} \\E — it''s'\ndate: 2020\nauthor: ann`,
	),
	'a title of several lines': fields(
		'title: >-\n  A long title\n  of two lines\ndate: 2020\nauthor: ann',
	),
	'a title in another script': fields(
		'title: Нуурын ус ба төр\ndate: 2020\nauthor: ann\nlanguage: mn',
	),
	'a hash sign without a space before it': fields('title: Salt#1\ndate: 2020\nauthor: ann'),
	'dates of every precision': {
		...fields('title: Two\ndate: 2020-08-07T09:30:00.5+08:00\nauthor: ann\nupdated: 2021'),
		'posts/2020/three.mdx': `---\ntitle: Three\ndate: "2020"\nupdated: 2020-01\nauthor: [ann]\n---\n`,
		'posts/2020/four.mdx': `---\ntitle: Four\ndate: 2020-02-29\nauthor: ann\n---\n`,
	},
	'every field': {
		...fields(
			`${least}subtitle: S\nsummary: Short.\nupdated: 2021-03\ncategories: [money, water]\ntags: [1990s, "007"]\nlanguage: de-AT\nimage: { src: ./lake.png, alt: "", caption: C, credit: D }\nlicense: CC0-1.0\nfirstPublished: { in: X, url: "http://x.example/a?b=c#d", date: 2019 }\ndisclosure: None.\nacknowledgements: Thanks.\naliases: [/2012/03/two/]\ndraft: true\nreplies: closed`,
		),
	},
	'a mononym, a patronymic and a name in two scripts': {
		'authors/torvane.mdx':
			'---\nname: Torvane\nliteral: Torvane\n---\n\n[Elsewhere](https://torvane.example).\n',
		'authors/bat.mdx':
			'---\nname: Б. Бат\nliteral: Б. Бат\nsortName: Бат\nnativeName: { name: ᠪᠠᠲᠤ, language: mn-Mong }\n---\n',
	},
	'tags that are alike but not the same': fields(
		`${least}tags: [Iran, Iraq, North Korea, South Korea, Mongolia, Mongolian, "1990", "1991", Gambia, Zambia]`,
	),
	'tags that differ in a sign': fields(
		`${least}tags: [C, C++, C#, .NET, NET, AC/DC, AC DC, R&D, RD, Node.js]`,
	),
	'tags of one spelling in two Unicode forms': {
		...fields(`${least}tags: [Zürich]`),
		'posts/2020/three.mdx': `---\n${least}tags: [Zu\u0308rich]\n---\n`,
	},
	'a tag with an entry, another name and an old address': {
		...fields(`${least}tags: [Brine, Salt Water]`),
		'tags.yaml': '- label: Brine\n  description: Salt.\n  aliases: [Salt Water, /topic/brine/]\n',
		'permalinks.json': '{ "/tag/salt-water/": "tag/brine", "/topic/brine/feed.xml": "" }',
	},
	'a tag without an address of its own, which is given one': {
		...fields(`${least}tags: [★]`),
		'tags.yaml': '- label: ★\n  id: star\n',
	},
	'a year that has no post any more': { 'permalinks.json': '{ "/1999/": "1999" }' },
	'a post that is withdrawn': {
		...fields(
			'title: Two\ndate: 2020\nauthor: ann\ntags: [Lonely]\nwithdrawn: { date: 2021-03-04, reason: The figures were wrong. }',
		),
		'permalinks.json': '{ "/2020/two/": "2020/two" }',
	},
	'drawings of every size': {
		...text('![A](./a.svg) ![B](./b.svg) ![C](./c.svg) ![D](./d.svg)'),
		'posts/2020/a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"/>',
		'posts/2020/b.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="9cm"/>',
		'posts/2020/c.svg':
			'<?xml version="1.0"?>\n<!-- made -->\n<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 8 6"/>',
		'posts/2020/d.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="8.5" height="6"></svg>',
	},
	'names of images in another Unicode form than the text': {
		...text('![A](./cafe\u0301.svg) ![Й](./%D0%B9.svg) [C](/files/%D0%B9/caf\u00E9.pdf)'),
		'posts/2020/caf\u00E9.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"/>',
		'posts/2020/\u0438\u0306.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"/>',
		'files/\u0438\u0306/cafe\u0301.pdf': 'PDF',
	},
	'a component with a style of data': {
		...text("import X from './X.astro'\n\n<X />"),
		'posts/2020/X.astro':
			'---\nconst script = "<script>"\n---\n<p>{script}</p>\n<script type="application/ld+json">{}</script>\n',
	},
	'marks of direction in Hebrew and Arabic': text('שלום\u200F! and مرحبا\u200E.'),
	'aliases that were files, or had a query': fields(
		`${least}aliases: [/2014/11/Timeline.html, /old.htm, /index.php, /a.aspx, /?p=12, "/?cat=3&paged=2", /?page_id=7, /index.php?m=201908, /caf%C3%A9.php, /v1.2/]`,
	),
	'a link to an alias that was a file': {
		...fields(`${least}aliases: [/old.html]`),
		'posts/2020/three.mdx': mdx('See [the old page](/old.html#top).'),
	},
	'titles with signs that are no markup': {
		...fields('title: M*A*S*H and 5 * 3 * 2 = 30, snake_case_name\ndate: 2020\nauthor: ann'),
		'posts/2020/three.mdx': mdx('A.').replace('Two', "'*Note: a_b [sic] (1) \\*x*'"),
	},
	'an alias in another script': fields(`${least}aliases: [/2012/нуур/, /caf%C3%A9/]`),
	'emoji of several parts': text('A family 👨‍👩‍👧‍👦, a flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿, a heart ❤️.'),
	'joiners in Persian and Devanagari': text('می‌خواهم and क्‍ष.'),
	'traditional Mongolian with its separator': text('ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ‍ ᠠ᠋ ᠪᠠ ᠨᠠᠷᠠ᠎᠎ᠨ.'),
	'Arabic in Latin text, isolated': text('He said \u2067سلام\u2069 and left. \u200Fسلام\u200E.'),
	'an isolate that ends in the next line of its paragraph': text('One \u2067ᠤᠰ\nᠤᠰ\u2069 two.'),
	'names that a text brings itself': text(
		'export const { year, of: [lake] } = { year: 2020, of: [1] }\n\n{[1, 2].map((one) => one + year + lake.length)}',
	),
	'combining accents': text('Cafe\u0301, Việt Nam, İstanbul, Straße, ﬁn.'),
	'Latin and Cyrillic that belong together': text(
		'NATO-гийн, ITын, IT компани, G7-гийн, COVIDын, Windowsын, 5G-ийн, pH-метр.',
		'language: mn\n',
	),
	'fita in old Russian': text('Ѳеодоръ и Аѳанасій.', 'language: ru\n'),
	'Ukrainian in an English text': text('Київ and Україна, єдність.'),
	'Greek letters': text('The angle γ and γωνία.'),
	'signs escaped or in code': text(
		'Less \\<5% \\{of\\} all, `<5%` and `{x}`.\n\n```html\n<!-- {not} [^a] ![x](gone.png) -->\n```',
	),
	'brackets that are no links': text(
		'He [sic] said [a][1] or so, array[i][j], “[…]”.\n\n[1]: https://lake.example/',
	),
	'a long and wide table': text(
		`| a | b | c |\n| :- | :-: | -: |\n${'| one \\| two | `x|y` | [three](/2020/one/) |\n'.repeat(200)}`,
	),
	'nested lists with paragraphs and code': text(
		'1. One\n\n   More.\n\n   - Two\n     - [ ] Three\n       1. Four\n\n          ```js\n          const a = {}\n          ```\n\n2. Five',
	),
	'notes with paragraphs, named, nested and used twice': text(
		'One[^long] two[^Ünï-1] three[^long].\n\n[^long]: A paragraph.\n\n    Another, with a note.[^inner]\n\n    > Quoted.\n\n[^Ünï-1]: Two.\n\n[^inner]: Three.',
	),
	'links to notes, headings and ids': text(
		'## Ein „Umlaut“ über É\n\nA.[^1] [a](#ein-umlaut-über-é) [b](#fn-1) [c](#fnref-1) [d](#footnote-label) [e](#here) [f](#top) [g](#)\n\n<div id="here">\n\nText.\n\n</div>\n\n[^1]: Note.',
	),
	'headings that repeat in different parts': text(
		'## One\n\n### Background\n\nA.\n\n## Two\n\n### Background\n\nB. [a](#background) [b](#background-1)',
	),
	'headings with markup, code, notes and links': text(
		'## *One* `two` [three](/2020/one/)[^1]\n\nA. [a](#one-two-three)\n\n[^1]: Note.',
	),
	'headings without words, or with words of the page': text(
		'## 🎉\n\nA.\n\n## —\n\nB.\n\n## Reply\n\nC.\n\n## fn-1\n\nD.[^1]\n\n## Footnote label\n\nE.\n\n## Hello 🎉\n\n[a](#section) [b](#section-1) [c](#section-reply) [d](#section-fn-1) [e](#section-footnote-label) [f](#hello) [g](#fn-1)\n\n[^1]: Note.',
	),
	'a heading that ends in a comment, in another Unicode form': text(
		'## Cafe\u0301 {/* draft */}\n\n[a](#caf\u00E9)',
	),
	'signs that are no list, table, note or film': text(
		'In the year\n1998. It rained.\n\nA · B · C\n\n\\[1] is a number.\n\nArray[0] and [1](/about/).\n\nSee https://youtu.be/aaaaaaaaaaa for more.\n\nhttps://lake.example/watch\n\nOne\ttab.\n\n```\na\tb\nc\td\n```\n\n- One\n- Two\n\n1) One\n2) Two',
	),
	'every way to link to the site': text(
		'[a](/) [b](/2020/one/) [c](/2020/one) [d](../one/) [e](/2020/one/#first-part) [f](/author/ann/) [g](/category/water/) [h](/tag/salt-works/) [i](/tags/) [j](/2020/) [k](/search/?q=salt) [l](/page/2/) [m](/favicon.svg) [n](/about/)\n\n<a href="/archive/">o</a>',
	),
	'every way to link away': text(
		'<a href="https://a.example/?b={c}">a</a> [b](mailto:ann@lake.example) [c](tel:+97611) [d](//lake.example/) https://lake.example/a_(b) www.lake.example [e](<https://lake.example/a b>) ann@lake.example',
	),
	'a link from a draft to a draft': text('[a](/2020/draft/)', 'draft: true\n'),
	'an address of old that an alias answers': {
		...fields(`${least}aliases: [/2019/two/]`),
		'permalinks.json': '{ "/2019/two/": "2019/two", "/2020/one/": "2020/one", "/about/": "about" }',
	},
	'a category that moved in the tree': {
		'categories.yaml':
			'- id: water\n  label: Water\n- id: money\n  label: Money\n  aliases: [/category/water/money/]\n',
		...fields(`${least}categories: [money]`),
		'permalinks.json': '{ "/category/water/money/": "category/water/money" }',
	},
	'code with expressions, imports and exports': text(
		"import { slug } from 'github-slugger'\nexport const year = 2020, list = ['a', 'b']\nexport function twice(n) { return n * 2 }\n\nIn {year}, {twice(year)} and {slug('A b')}: {list.map((item) => <b key={item}>{item}</b>)} {/* a comment */} {frontmatter.title} {Math.max(1, 2)}",
	),
	'components with markup, expressions and nothing inside': text(
		'<Figure caption={`A ${1 + 1}`} credit="Ann <ann>">\n\n![A lake](./lake.png)\n\n</Figure>\n\n<Aside>\n\n- One\n\n</Aside>\n\n<Aside title="Two" />\n\n<PullQuote {...{ cite: \'Ann\' }}>One.</PullQuote>',
	),
	'plain HTML that means something': text(
		'H<sub>2</sub>O, <abbr title="World Wide Web">WWW</abbr>, <kbd>Ctrl</kbd>, <ins>new</ins>, <cite>Book</cite>, <span lang="mn">Сайн</span>.\n\n<details>\n<summary>More</summary>\n\nText.\n\n</details>',
	),
	'images by reference, from public/ and with percent signs': text(
		'![A lake][lake] ![An icon](/favicon.svg) ![A lake](./%6Cake.png) ![A lake](lake.png "Title")\n\n[lake]: ./lake.png',
	),
	'elements, names and values within code': text(
		'export const Own = ({ of }) => <b id={of}>{of}</b>\nexport const list = [1, 2]\n\n<Own of="a" />\n\n{list.map((one) => { const Inner = () => <i>{one}</i>; try { return <Inner /> } catch (error) { return error.message } })}\n\n{frontmatter.nope} {frontmatter.nope?.deep} {frontmatter.title.length} {props.a} {(() => { class Box {}; return String(new Box()) })()}',
	),
	'exports from another file': {
		...text("export { year, month as first } from './when.js'\n\nText."),
		'posts/2020/when.js': 'export const year = 2020, month = 5;\n',
	},
	'indented lines that are no code': text(
		'A verse:\n\n    The lake is wide,\n    the salt is white.\n\n- A list\n\n    with <kbd>code()</kbd> below\n\n[^1]: A note.\n\n    npm install\n\nText.[^1]\n\n<Aside>\n\n    npm start\n\n</Aside>',
	),
	'components that are indented': text(
		'One:\n\n    <Aside>\n\n    Two {1 + 1}.\n\n    </Aside>\n\n1. Three\n\n   <Aside>\n\n       Four\n\n   </Aside>',
	),
	'ruby, and spaces of full width': text(
		'<ruby>漢<rt>かん</rt></ruby>\u3000<ruby>字<rt>じ</rt></ruby>。「引用」、『書名』！？',
		'language: ja\n',
	),
	'keys with no-break spaces': text('<kbd>Ctrl</kbd>&nbsp;<kbd>C</kbd>\n\nPage\u00A07, 12\u202F%.'),
	'tables of tags': text(
		'<table>\n<thead>\n<tr><th>A</th></tr>\n</thead>\n<tbody>\n<tr><td>B *c*</td></tr>\n</tbody>\n</table>\n\n<table><tbody><tr><td>B</td></tr></tbody></table>',
	),
	'quotations with their source': text(
		'<blockquote>\n\nOne.\n\n<footer><cite>Two</cite></footer>\n\n</blockquote>\n\n> Three.\n>\n> — *Four*',
	),
	'drawings within a text': text(
		'<svg viewBox="0 0 8 8" role="img" aria-label="A circle">\n  <title>A</title>\n  <circle cx="4" cy="4" r="3" strokeWidth="2" fill-rule="evenodd" />\n</svg>',
	),
	'old names of places to link to': text(
		'<a name="top-of-all" />\n\n<a id="old_Name.1">One</a> [a](#top-of-all) [b](#old_Name.1)',
	),
	'shell, prices and paths among words': text(
		'It costs $5 -- or £3 & 2 €; run `npm i -g a@1.2`, see C:\\\\temp, ~/notes, a/b, and/or, #1, @ann, 50% > 40%, x -> y, 3 * 4 * 5, a_b_c, 2^10, [ ] and [x].',
	),
	'hashes that are no headings': text(
		'#1 of all\n\n#hashtag, #another\n\nC# and F#\n\n\\## not one',
	),
	'dates, numbers and lists that begin lines': text(
		'1\\. One\n\n1921\\. A year.\n\n(1) one, (2) two\n\na) one\n\n§ 5 says so.\n\n* one\n+ two',
	),
	'dots, dashes and ellipses at the ends': text(
		'Wait … what? — No! “Yes,” she said, ‘no’; »so« — «ainsi», „so“.\n\n* * *\n\n---\n\n___',
	),
	'titles that a system of code would read': {
		...fields('title: \'{curly} <angle> & "quotes"\'\nsubtitle: C:\\temp\ndate: 2020\nauthor: ann'),
		'posts/2020/three.mdx': mdx('A.').replace('Two', "'import: of {salt}'"),
	},
	'a heading of every level, in order': text(
		'## One\n\n### Two\n\n#### Three\n\n##### Four\n\n###### Five\n\n### Six\n\n## Seven',
	),
	'code that looks like anything': text(
		'```\n<<<<<<< HEAD\n{% raw %}\n<!-- a -->\n:::note\n[TOC]\n[[wiki]]\n{#id}\n```\n\n`{% x %}` `<br>` `{#id}` `[[x]]` ``{`a`}``',
	),
	'tags in capitals that are escaped': text('Old pages write \\<B> for bold, `<B>` in code.'),
	'fences of every kind': text(
		'````md\n```js\nconst a = {\n```\n````\n\n~~~\n```\n~~~\n\n- One\n\n  ```\n  {<\n  ```\n\n> ```\n> {<\n> ```\n\n```js title="a"\n{\n```  \n\n``a ` b``',
	),
	'braces with a meaning': text(
		"A {' '} B {'<'} C {`{`} D {1 + 1} E {/* {1, 2} */} F {[1, 2].length} a^\\{10} `{1, 2}`",
	),
	'marks that are words here': text(
		'See \\[[a]] and `[[a]]`, [[1]](/2020/one/), array[[0]]; a ::: b; \\:::note. [Video](/about/) [audio][a] [sic] [toc]\n\n[a]: /about/',
	),
	'several headings that skip a level, told once': text(
		'## One\n\n### Two\n\nA.\n\n### Three\n\nB.',
	),
	'capitals that a text declares': text(
		'export const B = ({ children }) => <b>{children}</b>\n\n<B>One</B>',
	),
	'attributes of every kind': text(
		'<span lang="zh" title=\'a=b\' data-x hidden={true}>字</span> a=b, x =1.',
	),
	'a merge that is only told about': text(
		'Git writes `<<<<<<< HEAD`, and below\n\n```\n<<<<<<< HEAD\n```',
	),
	'ids that an author writes': text(
		'<div id="a-reply" />\n\n<span id="note-1">A</span> <a name="old" /> {<b id={"in-code"}>B</b>} [a](#note-1) [b](#old) [c](#in-code)',
	),
	'lines that begin like something else': text(
		'#hashtag at the start\n\n1986\\. A great year\n\n+ a plus\n\n\\# not a heading\n\nimportant: exported goods',
	),
};
