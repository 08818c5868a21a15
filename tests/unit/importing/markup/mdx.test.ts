import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'hast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parseHtml, printMdx } from '../../../../src/importing/markup/mdx.ts';
import { parseBody } from '../../../../src/markdown/parse/body.ts';
import { createDocuments } from './documents.ts';

const jsx = ['mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxFlowExpression', 'mdxTextExpression'];
const toHtml = unified().use(remarkRehype, { passThrough: [...jsx, 'mdxjsEsm'] as never });

/** The tree of a text in MDX. Fails if it does not compile. */
function treeOf(mdx: string): Nodes {
	const tree = parseBody('a.mdx', mdx);
	assert.ok(!Array.isArray(tree), `It does not compile:\n${mdx}`);
	return toHtml.runSync(tree) as Nodes;
}

const ends =
	/^(p|h[1-6]|[uod]l|li|d[td]|blockquote|pre|hr|table|t[rdh]|caption|div|details|summary|figure|center|address|br|img)$/;

/** The words of a tree, as readers see them; a space stands between blocks. */
function visible(node: Nodes): string {
	return wordsIn(node)
		.replace(/[\s\u00A0]+/g, ' ')
		.trim();
}

function wordsIn(node: Nodes): string {
	if (node.type === 'text') return node.value;
	if (!('children' in node)) return '';
	const name = 'tagName' in node ? node.tagName : 'name' in node ? String(node.name) : '';
	const inside = node.children.map(wordsIn).join('');
	return ends.test(name) ? ` ${inside} ` : inside;
}

test('generated documents compile, and keep their words', () => {
	const next = createDocuments(19);
	const amount = process.env['LONG'] ? 3000 : 150;
	for (let index = 0; index < amount; index++) {
		const html = next();
		const tree = parseHtml(html);
		const before = visible(tree);
		const mdx = printMdx(tree);
		assert.equal(visible(treeOf(mdx)), before, `${html}\n\n${mdx}`);
	}
});

const printed = (html: string) => {
	const mdx = printMdx(parseHtml(html));
	treeOf(mdx);
	return mdx.trimEnd();
};

test('what Markdown cannot have is brought into its form', () => {
	for (const [html, mdx] of [
		['<p>a<em> b </em>c</p>', 'a *b* c'],
		['<p>a<b> </b>c<i></i></p>', 'a c'],
		['<p><b>a</b><b>b</b></p>', '**ab**'],
		['<p><b>a <strong>b</strong></b></p>', '**a b**'],
		['<p><code>a</code><code>b</code> <code> c </code></p>', '`ab` `c`'],
		['<p><code>a<br>b</code></p>', '`a`\\\n`b`'],
		['<p>a<br></p><p><br></p>', 'a'],
		['<p>a<br><sup>1</sup></p>', 'a<br /><sup>1</sup>'],
		['<h2>a<br>b<p>c</p></h2>', '## a b c'],
		['<p><sup>2<br></sup></p>', '<sup>2</sup>'],
		['<p>a <a id="x"></a>b <a href="/c/">c</a></p>', 'a <a id="x" />b [c](/c/)'],
		['<p><del>~</del></p>', '<s>\\~</s>'],
		['<p><font color="red">a</font> <span lang="de">b</span></p>', 'a <span lang="de">b</span>'],
		['<p>a<!-- b --><script>c()</script></p>', 'a'],
		['<p>http://a.example/ <cite>b</cite></p>', 'http\\://a.example/ <cite>b</cite>'],
		['<dl><dt>a</dt><dd>b</dd></dl>', '<dl>\n  <dt>a</dt>\n\n  <dd>\n    b\n  </dd>\n</dl>'],
		[
			'<details><summary>a</summary><p>b</p></details>',
			'<details>\n  <summary>a</summary>\n\n  b\n</details>',
		],
	] as const)
		assert.equal(printed(html), mdx, html);
});

test('a table stays a table of tags if Markdown has no signs for it', () => {
	const simple = '<tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td>d</td></tr>';
	assert.match(printed(`<table>${simple}</table>`), /^\| a \| b \|\n\| - \| - \|\n\| c \| d \|$/);
	for (const table of [
		`<caption>x</caption>${simple}`,
		simple.replace('<td>', '<td colspan="2">'),
		simple.replace('<th>a</th><th>b</th>', '<td>a</td><td>b</td>'),
		simple.replace('d</td>', '<ul><li>d</li></ul></td>'),
		simple.replace('d</td>', '<table><tr><td>d</td></tr></table></td>'),
	])
		assert.match(printed(`<table>${table}</table>`), /^<table>[^]*<\/table>$/, table);
	assert.match(
		printed(`<table>${simple.replace('<td>d', '<td colspan="2">d')}</table>`),
		/<td colspan="2">d<\/td>/,
	);
});
