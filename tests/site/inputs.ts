/*
 * Small texts that are to give the same page whether they are rendered as plain text or compiled by
 * Astro as texts with code are.
 *
 * An Astro project without plugins of ours makes the same of them, but for:
 * - names of attributes as in JSX, `htmlFor`, `strokeWidth`: it prints them as they are written, and
 *   browsers do not know them;
 * - tables: ours have a frame that scrolls, and alignment without the attribute `style`, which the
 *   policy forbids; code can be scrolled by keyboard;
 * - tasks and notes: ours have labels, in the language of the text, and ids without a prefix;
 * - headings: ours link to themselves, and no id begins or ends with a hyphen;
 * - hyphens stay as they are written, and straight quotes are set in the form of the language;
 * - code: a first blank line stays, and what follows the language is not printed as an attribute;
 * - our own components.
 */

const attributes = [
	'aria-hidden',
	'aria-hidden="true"',
	'aria-label="A &amp; B"',
	'class="a b"',
	'className="a"',
	'data-x',
	'data-x=""',
	'data-x="a > b"',
	'data-camelCase="a"',
	'dir="auto"',
	'for="a"',
	'hidden',
	'htmlFor="a"',
	'id="own-id"',
	'itemprop="name"',
	'itemscope',
	'lang="zh"',
	'role="note"',
	'spellcheck="false"',
	'tabindex="-1"',
	'tabIndex="0"',
	'title="“A” &lt; \'B\'"',
	'title="a&#10;b"',
	'translate="no"',
	'xml:lang="de"',
];

/** Tags that hold other tags, each alone and among words. */
const nested = ['a href="/archive/"', 'b', 'em', 'span class="x"', 'q', 'small'];

const drawings = [
	'<circle cx="1" cy="2" r="3" strokeWidth="2" />',
	'<circle cx="1" cy="2" r="3" stroke-width="2" />',
	'<path d="M0 0h8" fill-rule="evenodd" />',
	'<path d="M0 0h8" fillRule="evenodd" />',
	'<use xlinkHref="#a" />',
	'<use xlink:href="#a" />',
	'<text textAnchor="middle">A</text>',
	'<linearGradient gradientUnits="userSpaceOnUse" />',
	'<g clipPath="url(#a)"><title>A</title></g>',
];

const inline = [
	...[
		'abbr',
		'b',
		'bdi',
		'cite',
		'code',
		'data',
		'del',
		'dfn',
		'em',
		'i',
		'ins',
		'kbd',
		'label',
		'mark',
	],
	...['q', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var'],
];

const spaces = [
	' ',
	'  ',
	'\t',
	'\n',
	'&nbsp;',
	'\u00A0',
	'\u3000',
	'&emsp;',
	'\u2009',
	'&#32;',
	' \u00A0 ',
];

const blocks = [
	'<details>\n<summary>A</summary>\n\nB.\n\n</details>',
	'<details open><summary>A</summary>B</details>',
	'<dl>\n<dt>A</dt>\n<dd>B</dd>\n</dl>',
	'<ol start="3">\n<li>A</li>\n<li>B</li>\n</ol>',
	'<ul><li>A</li><li>B <b>c</b></li></ul>',
	'<table>\n<thead>\n<tr><th scope="col">A</th></tr>\n</thead>\n<tbody>\n<tr><td>B</td></tr>\n</tbody>\n</table>',
	'<table><tbody><tr><td align="right">B</td></tr></tbody></table>',
	'<div><table><caption>A</caption><tbody><tr><td>B</td></tr></tbody></table></div>',
	'<table>\n\n<tbody><tr><td>\n\nB *c*\n\n</td></tr></tbody>\n\n</table>',
	'<blockquote>A<footer>B</footer></blockquote>',
	'<blockquote>\n\nA\n\n<footer>B</footer>\n\n</blockquote>',
	'<figure><figcaption>A</figcaption></figure>',
	'<template>A <b>b</b></template>',
	'<section><h2>A heading of HTML</h2></section>',
	'<h3 id="of-its-own">A heading</h3>',
	'<pre>a\n  b</pre>',
	'<pre><code>a &lt; b</code></pre>',
	'<div>\nA\n</div>',
	'<div>A</div>',
	'<div>\n\nA\n\nB\n\n</div>',
	'<div>\n<span>[</span><a href="/archive/">x</a>\n</div>',
	'<p>A</p>',
	'<address>A</address>',
	'<hr />',
	'A<br />B',
	'A<wbr />B',
	'<></>',
	'<>A *b*</>',
	'{/* a comment */}',
	'A {/* a comment */} B',
	'<div>{/* a comment */}</div>',
	'<ruby>漢<rt>かん</rt></ruby>\u3000<ruby>字<rt>じ</rt></ruby>',
	'<math><mi>x</mi></math>',
];

const markdown = [
	'A *b* **c** ***d*** ~~e~~ `f`',
	'A  \nB\\\nC',
	'A &copy; &lt;b&gt; &#x41; B',
	'\\* \\# \\[ \\] \\{ \\}',
	'"A" -- B... \'c\'',
	'"A *b*" and *"c"*, \'d **e\'s** f\', it\'s',
	'"[A](/archive/)", "`"a"`" and "<kbd>"</kbd>"',
	'<b>"A</b> b" and "A<br />b", "A\\\nb"',
	'"A[^one]" and "{/* a comment */}b"',
	'"A\n\n"B" <span lang="de">"C" d\'e</span> <span lang="x y">"f"</span>',
	"## \"A\" & <em>'b'</em>'s",
	'| "a" | 5\' 10" |\n| - | - |\n| "b | c" |',
	'- "A\n- B"',
	'<div>\n"A" <span>it\'s</span>\n</div>',
	'> A\n>\n> B\n>> C',
	'- A\n- B\n  - C\n\n    D',
	'1. A\n2. B',
	'3) A\n4) B',
	'- [ ] A\n- [x] B',
	'* A\n\n* B',
	'| a | b |\n| :- | -: |\n| 1 | `2` |',
	'| a |\n| - |\n',
	'| a | b |\n| - | - |\n| *1* | [2](/archive/) |\n| 3 |',
	'```\na < b\n```',
	'```js\nconst a = {}\n```',
	'```js title="a.js" {1}\n\nconst a = 1\n```',
	'~~~\n```\n~~~',
	'``a ` b``',
	'[A](/archive/ "T") <a href="/archive/">B</a> [C][c]\n\n[c]: /archive/ "D"',
	'https://lake.example/a_(b)?c=d&e=f www.lake.example ann@lake.example',
	'[A](<https://lake.example/a b>)',
	'[mail](mailto:ann@lake.example) [tel](tel:+97611)',
	'![An icon](/favicon.svg "T")',
	'## A *heading* `code`',
	'### A heading — with “signs” & more',
	'A\n===',
	'## 東京 🎉',
	'***',
	'A[^one] B[^one] C[^two]',
	'Line one\nline two',
	'A\u00A0B\u3000C',
	'  three spaces before',
	'*a*b **c**d _e_ f_g_h',
	'H~2~O x^2^',
	'a\\\\b',
	'<kbd>A</kbd> is a key.',
	'A <b>*b*</b> c',
	'<b>\n*b*\n</b>',
	'**<b>b</b>**',
	'[<b>b</b>](/archive/)',
	'- <b>b</b>\n- <div>c</div>',
	'> <div>a</div>',
	'| <b>a</b> |\n| - |\n| <br /> |',
];

const components = [
	'<Aside>\n\nA\n\n</Aside>',
	'<Aside title="A &amp; B">A *b*</Aside>',
	'<Aside title="A" />',
	'<PullQuote cite="Ann">A *b*.</PullQuote>',
	'<PullQuote cite="Ann\'s &quot;mate&quot;">"A" *b*.</PullQuote>',
	'<Figure caption="*It\'s* `&quot;`" credit="&quot;A&quot;">\n\n![It\'s "A"](/favicon.svg)\n\n</Figure>',
	'<PullQuote>\n\nA.\n\nB.\n\n</PullQuote>',
	'<Video src="https://youtu.be/aaaaaaaaaaa" title="A film" />',
	'A <Aside>b</Aside> c',
];

/** The texts. */
export const inputs: readonly string[] = [
	...attributes.map((attribute) => `A <span ${attribute}>b</span> c`),
	...drawings.map((drawing) => `<svg viewBox="0 0 8 8" role="img" aria-label="A">${drawing}</svg>`),
	...inline.map((name) => `A <${name}>b</${name}> c`),
	...spaces.map((space) => `<kbd>A</kbd>${space}<kbd>B</kbd>`),
	...spaces.map((space) => `A${space}<kbd>B</kbd>${space}C`),
	...spaces.map((space) => `<div>${space}<b>A</b>${space}</div>`),
	...nested.flatMap((tag) => {
		const end = tag.replace(/ .*/, '');
		return [`<${tag}><b>A</b> B</${end}>`, `*A <${tag}>B *c*</${end}>*`, `A <${tag}>B</${end}>\nC`];
	}),
	...blocks,
	...markdown,
	...components,
];

/** A text of all of them, each in a part of its own. */
export const together = `${inputs
	.map((input, index) => `<hr data-input="${index}" />\n\n${input}`)
	.join('\n\n')}\n\n<hr data-input="end" />\n\n[^one]: One.\n\n[^two]: Two *b*.\n`;
