import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContent } from '../../../src/markdown/parse/reading.ts';
import { setPage, setPost } from '../../../src/model/publication/quotes.ts';
import { createKinds } from '../../../src/publishing/content/kinds.ts';
import { post, site } from '../sample.ts';

function read(body: string, fields = '', setting: 'by-language' | 'as-written' = 'by-language') {
	const { posts } = createKinds('/', 'en', setting);
	const content = `---\ntitle: One\ndate: 2020\nauthor: ann\n${fields}---\n\n${body}\n`;
	const reading = readContent('posts/2020/one.mdx', content, posts);
	const { excerpt, headings } = reading.text!.facts;
	return { html: reading.body!.pieces, excerpt, headings };
}

test('page, excerpt and headings of a text agree in their marks', () => {
	const { html, excerpt, headings } = read('*"Yes"*, "`"`" it\'s.\n\n## The "end"');
	assert.deepEqual(html, [
		'<p><em>“Yes”</em>, “<code>"</code>” it’s.</p>\n<h2 id="the-end"><a class="anchor" href="#the-end">The “end”</a></h2>',
	]);
	assert.equal(excerpt, '“Yes”, “"” it’s.');
	assert.deepEqual(headings, [{ depth: 2, slug: 'the-end', text: 'The “end”' }]);
});

test('a quotation ends with its block, and addresses and attributes stay as they are', () => {
	for (const [body, html] of [
		['"A\n\n"B"', '<p>“A</p>\n<p>“B”</p>'],
		['"A<br />B" and "[C"](/d/)', '<p>“A<br>B” and “<a href="/d/">C”</a></p>'],
		['"A[^1]"\n\n[^1]: N', /^<p>“A<sup>.*<\/sup>”<\/p>/],
		["<span title=\"'a'\">'b'</span>", '<span title="&#x27;a&#x27;">‘b’</span>'],
		['<kbd>"</kbd> "a"', '<p><kbd>"</kbd> “a”</p>'],
		[
			"https://lake.example/'a'b",
			`<p><a href="https://lake.example/&#x27;a&#x27;b">https://lake.example/'a'b</a></p>`,
		],
		['"a" <span lang="de">"b"</span>', '<p>“a” <span lang="de">„b“</span></p>'],
		['<div lang="de">"b"</div>', '<div lang="de">„b“</div>'],
		['{/* c */}"a"', '<p>“a”</p>'],
	] as const) {
		const [first] = read(body).html;
		if (typeof html === 'string') assert.equal(first, html);
		else assert.match(String(first), html);
	}
});

test('captions in a text are set as captions of posts are', () => {
	const [figure] = read("<Figure caption=\"It's `'a'`\">\n\nA\n\n</Figure>").html;
	assert.ok(typeof figure === 'object' && 'component' in figure);
	assert.equal(figure.attributes['caption'], "It’s `'a'`");
});

test('a text, a post, a page and the site can keep what is written', () => {
	assert.deepEqual(read('"A"', 'quotes: as-written\n').html, ['<p>"A"</p>']);
	assert.deepEqual(read('"A"', '', 'as-written').html, ['<p>"A"</p>']);
	assert.deepEqual(read('"A"', 'quotes: by-language\n', 'as-written').html, ['<p>“A”</p>']);
	assert.deepEqual(read('"A"', 'language: de\n').html, ['<p>„A“</p>']);
	assert.deepEqual(read('"A"', 'language: no language\n').html, ['<p>“A”</p>']);

	const { data } = post('2020/one', { title: '"A"', subtitle: "it's", language: 'de' });
	assert.deepEqual(
		[setPost(data, site).title, setPost(data, site).subtitle, setPost(data, site).summary],
		['„A“', 'it’s', undefined],
	);
	assert.equal(setPost({ ...data, quotes: 'as-written' }, site).title, '"A"');
	assert.equal(setPost(data, { ...site, quotes: 'as-written' }).title, '"A"');
	const page = { title: '"A"', summary: '"B"', aliases: [], text: data.text };
	assert.equal(setPage(page, site).summary, '“B”');
});
