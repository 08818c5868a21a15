import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clean } from '../../../../src/importing/markup/clean.ts';
import { figures } from '../../../../src/importing/markup/figures.ts';
import { media } from '../../../../src/importing/markup/media.ts';
import { parseHtml, printMdx } from '../../../../src/importing/markup/mdx.ts';
import { quotations } from '../../../../src/importing/markup/quotations.ts';
import { htmlOfBody } from '../../../../src/importing/wordpress/body.ts';
import { notes } from '../../../../src/importing/wordpress/notes.ts';
import { parseBody } from '../../../../src/markdown/parse/body.ts';

/** A text of WordPress as MDX, which has to compile. */
function mdxOf(body: string, stored: readonly { id: string; html: string }[] = []): string {
	const html = htmlOfBody(body, {
		noteCodes: ['efn_note'],
		sharedBlock: (id) =>
			id === '7' ? '<!-- wp:paragraph --><p>Shared.</p><!-- /wp:paragraph -->' : undefined,
	});
	const tree = parseHtml(html);
	notes(tree, stored);
	quotations(tree);
	figures(tree);
	media(tree, 'Film', { file: () => undefined, link: (url) => ({ url }) });
	clean(tree);
	const mdx = printMdx(tree).trimEnd();
	assert.ok(!Array.isArray(parseBody('a.mdx', mdx)), `It does not compile:\n${mdx}`);
	return mdx;
}

test('classic texts and blocks become the same', () => {
	const expected = '## One\n\nA *b*\\\nc\n\n- d';
	assert.equal(mdxOf('<h2>One</h2>\nA <em>b</em>\nc\n<ul>\n<li>d</li>\n</ul>'), expected);
	assert.equal(
		mdxOf(
			'<!-- wp:heading -->\n<h2 class="wp-block-heading">One</h2>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>A <em>b</em><br>c</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:list -->\n<ul class="wp-block-list"><!-- wp:list-item -->\n<li>d</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
		),
		expected,
	);
	assert.equal(mdxOf('<!-- wp:freeform -->\na\n\nb\n<!-- /wp:freeform -->'), 'a\n\nb');
	assert.equal(mdxOf('<!-- wp:block {"ref":7} /--><!-- wp:latest-posts /-->'), 'Shared.');
});

test('captions and credits keep their links; an image without a caption is an image', () => {
	const image = '<img class="wp-image-4" src="https://old.example/a-300x200.jpg" alt="Gate">';
	const figure =
		'<Figure caption="The *gate*, by [Ann](https://ann.example/)">\n  ![Gate](https://old.example/a-300x200.jpg)\n</Figure>';
	const line = 'The <em>gate</em>, by <a href="https://ann.example/">Ann</a>';
	for (const body of [
		`[caption id="a" width="300"]<a href="https://old.example/a.jpg">${image}</a> ${line}[/caption]`,
		`<div class="wp-caption"><p>${image}</p><p class="wp-caption-text">${line}</p></div>`,
		`<!-- wp:image --><figure class="wp-block-image">${image}<figcaption class="wp-element-caption">${line}</figcaption></figure><!-- /wp:image -->`,
	])
		assert.equal(mdxOf(body), figure, body);
	assert.equal(
		mdxOf(`[caption id="a"]${image} Unseen[/caption]`),
		'![Gate](https://old.example/a-300x200.jpg) Unseen',
	);
	assert.equal(
		mdxOf(`<figure><a href="/more/">${image}</a></figure>`),
		'[![Gate](https://old.example/a-300x200.jpg)](/more/)',
	);
	assert.equal(
		mdxOf(
			`<figure class="wp-block-gallery"><ul><li><figure><img src="/1.jpg"><figcaption>One</figcaption></figure></li><li><img src="/2.jpg"></li></ul><figcaption>Both.</figcaption></figure>`,
		),
		'<Figure caption="One">\n  ![](/1.jpg)\n</Figure>\n\n![](/2.jpg)\n\nBoth.',
	);
});

test('films are films, and all else that is embedded is a link', () => {
	const film = '<Video src="https://www.youtube.com/watch?v=aaaaaaaaaaa" title="Film" />';
	for (const body of [
		'https://www.youtube.com/watch?v=aaaaaaaaaaa',
		'[youtube aaaaaaaaaaa]',
		'[embed]https://www.youtube.com/watch?v=aaaaaaaaaaa[/embed]',
		'<!-- wp:embed {"url":"x"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=aaaaaaaaaaa\n</div></figure><!-- /wp:embed -->',
	])
		assert.equal(mdxOf(body), film, body);
	assert.equal(
		mdxOf('<iframe src="//player.vimeo.com/video/12" title="The lake"></iframe>'),
		'[https://player.vimeo.com/video/12](https://player.vimeo.com/video/12)',
	);
	assert.equal(mdxOf('https://map.example/a'), '[https://map.example/a](https://map.example/a)');
	assert.equal(mdxOf('See https://map.example/a'), 'See https\\://map.example/a');
});

test('notes of the editor, of plugins and of Word become notes', () => {
	const expected = 'A[^1] b[^2] a[^1].\n\n[^1]: *One*.\n\n[^2]: Two.';
	const sup = (id: string) =>
		`<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">1</a></sup>`;
	assert.equal(
		mdxOf(
			`<!-- wp:paragraph --><p>A${sup('x')} b${sup('y')} a${sup('x')}.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->`,
			[
				{ id: 'y', html: 'Two.' },
				{ id: 'x', html: '<em>One</em>.' },
			],
		),
		expected,
	);
	const short = 'A[^1] b[^2].\n\n[^1]: *One*.\n\n[^2]: Two.';
	assert.equal(mdxOf('A[efn_note]<em>One</em>.[/efn_note] b[efn_note]Two.[/efn_note].'), short);
	assert.equal(
		mdxOf(
			'A<a name="_ftnref1" href="#_ftn1">[1]</a> b<sup><a href="#_ftn2">[2]</a></sup>.\n\n<hr>\n<a name="_ftn1" href="#_ftnref1">[1]</a> <em>One</em>.\n\n<a href="#_ftnref2">[2]</a> Two.',
		),
		'A[^1] b[^2].\n\n---\n\n[^1]: *One*.\n\n[^2]: Two.',
	);
	assert.match(mdxOf('A <a href="#_ftn1">[1]</a>'), /\[\\\[1\\\]\]\(#_ftn1\)/);
});

test('what is not understood stays for editors, and is no code on the page', () => {
	assert.equal(mdxOf('[map lat="1"]'), '{/* [map lat="1"] */}');
	assert.equal(mdxOf('a [box]b *c* */[/box] d'), 'a {/* [box]b *c* * /[/box] */}b \\*c\\* \\*/ d');
	assert.equal(mdxOf('<!-- wp:my/map {"a":1} /-->'), '{/* wp:my/map {"a":1} */}');
	assert.equal(mdxOf('[constructor] [sic] [1]'), '\\[constructor] \\[sic] \\[1]');
	assert.equal(mdxOf('[code]\na {b} < c\n[/code]'), '```\na {b} < c\n```');
});

test('pull quotes and posts of other networks are quoted whole', () => {
	assert.equal(
		mdxOf(
			'<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Nobody weighs it.</p><cite>The master</cite></blockquote></figure><!-- /wp:pullquote -->',
		),
		'<PullQuote cite="The master">\n  Nobody weighs it.\n</PullQuote>',
	);
	assert.equal(
		mdxOf(
			'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Salt <a href="https://a.example/">is</a> up.</p>&mdash; Tor Vane (@torvane) <a href="https://twitter.com/torvane/status/1?ref=x">March 1, 2020</a></blockquote>',
		),
		'<Quote author="Tor Vane" handle="@torvane" url="https://twitter.com/torvane/status/1" date="2020-03-01">\n  Salt [is](https://a.example/) up.\n</Quote>',
	);
	assert.equal(mdxOf('<blockquote class="twitter-tweet"><p>Salt.</p></blockquote>'), '> Salt.');
});

test('what editors leave behind goes: blank paragraphs, pictures of emoji, bold headings', () => {
	assert.equal(
		mdxOf('<p>&nbsp;</p><p>a<img class="emoji" alt="😀" src="/e.svg"></p><p><br></p>'),
		'a😀',
	);
	assert.equal(mdxOf('<p><a id="x"></a></p>'), '<a id="x" />');
	assert.equal(
		mdxOf('<h1><strong>A</strong></h1><h4>B</h4><h5>C</h5><h2>D</h2><h3>E</h3>'),
		'## A\n\n### B\n\n#### C\n\n## D\n\n### E',
	);
});
