import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mdxOf } from '../../../../src/importing/word/html.ts';
import { parseBody } from '../../../../src/markdown/parse/body.ts';

const body = (html: string) => {
	const { body } = mdxOf(html);
	assert.ok(!Array.isArray(parseBody('a.mdx', body)), `It does not compile:\n${body}`);
	return body.trim();
};

test('what means something in MDX is escaped, and what Markdown lacks stays HTML', () => {
	for (const [html, mdx] of [
		['<p>Less &lt;5% of {all}, a * b_c_ # d</p>', 'Less \\<5% of \\{all}, a \\* b_c\\_ # d'],
		['<p>import duties</p><p>exports grew</p>', '&#x69;mport duties\n\nexports grew'],
		['<p>export of salt</p>', '&#x65;xport of salt'],
		[
			'<p># no heading</p><p>- no list</p><p>1. nor this</p>',
			'\\# no heading\n\n\\- no list\n\n1\\. nor this',
		],
		['<p>H<sub>2</sub>O, x<sup>2</sup></p>', 'H<sub>2</sub>O, x<sup>2</sup>'],
		['<p>&lt;!-- a --&gt; &lt;br&gt;</p>', '\\<!-- a --> \\<br>'],
		['<p><em>a</em><strong>b</strong> <s>c</s></p>', '*a*__b__ ~~c~~'],
		['<pre>if (a &lt; b) {}</pre>', '```\nif (a < b) {}\n```'],
		['<p>A<br />B</p>', 'A\\\nB'],
		['<p>[1] and [^2]</p>', '\\[1] and \\[^2]'],
	] as const)
		assert.equal(body(html), mdx, html);
});

test('titles go, headings begin at the second level, and bookmarks leave nothing', () => {
	const { title, subtitle, body } = mdxOf(
		'<h1 class="title">The <em>Lake</em></h1><p class="subtitle">Again</p><h1><a id="x"></a>One</h1><h3>Two</h3>',
	);
	assert.deepEqual([title, subtitle, body], ['The Lake', 'Again', '## One\n\n#### Two\n']);
	const noted = mdxOf(
		'<h1 class="title">On salt<sup><a href="#footnote-1">[1]</a></sup></h1><p>One.</p><ol><li id="footnote-1"><p>Two</p></li></ol>',
	);
	assert.deepEqual([noted.title, noted.body], ['On salt', 'One.[^1]\n\n[^1]: Two\n']);
	assert.equal(mdxOf('<h4>One</h4>').body, '## One\n');
	assert.equal(mdxOf('<h1>One</h1>').title, undefined);
});

test('notes of mammoth are notes, numbered as they come', () => {
	const reference = (kind: string, id: number) =>
		`<sup><a href="#${kind}-${id}" id="${kind}-ref-${id}">[${id}]</a></sup>`;
	const note = (kind: string, id: number, text: string) =>
		`<li id="${kind}-${id}">${text} <a href="#${kind}-ref-${id}">↑</a></li>`;
	assert.equal(
		body(
			`<p>One${reference('footnote', 7)} two${reference('endnote', 2)}.</p><ol>${note('footnote', 7, 'First <em>note</em>')}${note('endnote', 2, '<p>Second.</p><p>More.</p>')}</ol>`,
		),
		'One[^1] two[^2].\n\n[^1]: First *note*\n\n[^2]: Second.\n\n    More.',
	);
});

test('tables, lists, quotations, links and images are kept', () => {
	assert.equal(
		body(
			'<table><tr><td><p>Year</p></td><td><p>A|B</p></td></tr><tr><td>1</td><td><em>2</em></td></tr></table>',
		),
		'| Year | A\\|B |\n| ---- | ---- |\n| 1    | *2*  |',
	);
	assert.equal(
		body('<table><tr><td><p>Mon</p></td></tr><tr><td><ul><li>salt</li></ul></td></tr></table>'),
		[
			'<table>',
			'  <tbody>',
			'    <tr>',
			'      <th>Mon</th>',
			'    </tr>',
			'',
			'    <tr>',
			'      <td>',
			'        - salt',
			'      </td>',
			'    </tr>',
			'  </tbody>',
			'</table>',
		].join('\n'),
		'a list in a cell',
	);
	assert.equal(body('<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>'), '1. a\n   - b\n2. c');
	assert.equal(body('<blockquote><p>a</p></blockquote>'), '> a');
	assert.equal(
		body('<p><a href="https://a.example/?b={c}">a</a></p>'),
		'[a](https://a.example/?b=\\{c})',
	);
	assert.equal(
		body('<p><img src="./image-1.png" alt="A &lt;gate&gt;" /></p>'),
		'![A \\<gate>](./image-1.png)',
	);
});
