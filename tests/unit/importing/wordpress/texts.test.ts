import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBlocks } from '../../../../src/importing/wordpress/blocks.ts';
import { withParagraphs } from '../../../../src/importing/wordpress/paragraphs.ts';
import { replaceShortcodes } from '../../../../src/importing/wordpress/shortcodes.ts';

test('a text of the classic editor has the paragraphs and breaks that WordPress gives it', () => {
	for (const [text, html] of [
		['', ''],
		[' \n\n ', ''],
		['a\nb\n\nc', '<p>a<br />\nb</p>\n<p>c</p>'],
		['a\r\nb\r\n\r\nc', '<p>a<br />\nb</p>\n<p>c</p>'],
		['a\n  \n\nb', '<p>a</p>\n<p>b</p>'],
		['a<br><br />b', '<p>a</p>\n<p>b</p>'],
		['a  \nb', '<p>a<br />\nb</p>'],
		['&nbsp;\n\na', '<p>&nbsp;</p>\n<p>a</p>'],
		['a\n\u00A0\nb', '<p>a<br />\n\u00A0<br />\nb</p>'],
		['<P>a</P>', '<p><P>a</P></p>'],
		['<center>a</center>', '<p><center>a</center></p>'],
		['<strong>a\n\nb</strong>', '<p><strong>a</p>\n<p>b</strong></p>'],
		['<div>a\n\nb</div>', '<div>a</p>\n<p>b</p></div>'],
		[
			'a\n<blockquote>b\n\nc</blockquote>\nd',
			'<p>a</p>\n<blockquote><p>b</p>\n<p>c</p></blockquote>\n<p>d</p>',
		],
		['<pre>a\n\nb</pre>\nc', '<pre>a\n\nb</pre>\n<p>c</p>'],
		['<a\nhref="x">b</a>', '<p><a\nhref="x">b</a></p>'],
		['<!-- a\n\nb -->\nc', '<p><!-- a\n\nb --><br />\nc</p>'],
		['<ul>\n<li>a</li>\n<li>b</li>\n</ul>\nc', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>c</p>'],
		['<h2>a</h2>\nb', '<h2>a</h2>\n<p>b</p>'],
		['<p>a</p>\n<p>b</p>', '<p>a</p>\n<p>b</p>'],
	] as const)
		assert.equal(withParagraphs(text), html, text);
});

const printed = (text: string) =>
	replaceShortcodes(
		text,
		(name) => name === 'x',
		({ attributes, values, content }) => JSON.stringify([attributes, values, content]),
	);

test('shortcodes are read as WordPress reads them; other brackets are prose', () => {
	for (const [text, expected] of [
		['[x]', '[{},[],null]'],
		['[x /]', '[{},[],null]'],
		['[x A="1" b=\'2\' c = 3 "d e" f]g[/x]', '[{"a":"1","b":"2","c":"3"},["d e","f"],"g"]'],
		['[x a=“1” b=″2″]', '[{"a":"1","b":"2"},[],null]'],
		['[x\u00A0a="1"]', '[{"a":"1"},[],null]'],
		['[x a="1]2"]', '[{},["a=\\"1"],null]2"]'],
		['[x]a [b] c[/x][/x]', '[{},[],"a [b] c"][/x]'],
		['[x url=http://a.example/c/]', '[{"url":"http://a.example/c"},[],null]'],
		['[[x]]', '[x]'],
		['[[x]y[/x]]', '[x]y[/x]'],
		['[X] [x-y] [xy] [ x]', '[X] [x-y] [xy] [ x]'],
		['[y]a [x][/y]', '[y]a [{},[],null][/y]'],
		['<!-- [x] --> [1] [sic]', '<!-- [x] --> [1] [sic]'],
	] as const)
		assert.equal(printed(text), expected, text);
});

test('blocks are read with what is in them and between them', () => {
	assert.deepEqual(
		parseBlocks(
			'a<!-- wp:quote {"x":"\\u002d"} --><q>b<!-- wp:my-plugin/map {"y":{"z":1}} /--></q><!-- /wp:quote -->c',
		),
		[
			'a',
			{
				name: 'core/quote',
				attributes: { x: '-' },
				inner: ['<q>b', { name: 'my-plugin/map', attributes: { y: { z: 1 } }, inner: [] }, '</q>'],
			},
			'c',
		],
	);
	assert.deepEqual(parseBlocks('<!--wp:p--><!-- wp:Foo -->a<!-- /wp:p -->'), [
		'<!--wp:p--><!-- wp:Foo -->a<!-- /wp:p -->',
	]);
	assert.deepEqual(parseBlocks('<!-- wp:a --><!-- wp:b {bad} -->c<!-- /wp:a -->d'), [
		{
			name: 'core/a',
			attributes: {},
			inner: [{ name: 'core/b', attributes: undefined, inner: ['c'] }],
		},
		'd',
	]);
});
