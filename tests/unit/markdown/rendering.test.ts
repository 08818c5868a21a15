import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'cheerio';
import { anchorsOf } from '../../../src/markdown/parse/anchors.ts';
import { parseBody } from '../../../src/markdown/parse/body.ts';
import { createRender } from '../../../src/markdown/render/rendering.ts';

const render = createRender('/', 'en');
const rendered = (body: string, file = 'posts/2020/one.mdx', frontmatter = {}) => {
	const tree = parseBody(file, body);
	assert.ok(!Array.isArray(tree));
	return render(tree, file, frontmatter);
};
const pieces = (body: string) => rendered(body)?.body.pieces;

test('a text without anything but words is one piece of HTML', () => {
	assert.deepEqual(pieces('One *two*.\n\n## Three'), [
		'<p>One <em>two</em>.</p>\n<h2 id="three"><a class="anchor" href="#three">Three</a></h2>',
	]);
	assert.deepEqual(pieces(''), []);
});

test('components are pieces, with what stands in them, wherever they stand', () => {
	assert.deepEqual(pieces('<Aside title="A &amp; B">\n\nOne <Deep hidden /> two.\n\n</Aside>'), [
		{
			component: 'Aside',
			attributes: { title: 'A & B' },
			children: [
				'<p>One ',
				{ component: 'Deep', attributes: { hidden: true }, children: [] },
				' two.</p>',
			],
		},
	]);
});

test('tags of HTML are HTML, and no paragraph surrounds those that stand alone', () => {
	assert.deepEqual(pieces('<b class="x">one</b>'), ['<b class="x">one</b>']);
	assert.deepEqual(pieces('A <br /> *b* <>c</>.'), ['<p>A <br> <em>b</em> c.</p>']);
	assert.deepEqual(pieces('{/* note to self */}\n\nOne{/* two */}.'), ['<p>One.</p>']);
});

test('images beside the text are pieces and are listed once; those of the site are HTML', () => {
	const { body, images } = rendered(
		'![A](./a.png "T") ![A](./a.png) ![B](b%20c.png) ![C](/c.png)',
	)!;
	assert.deepEqual(images, ['./a.png', './b c.png']);
	assert.deepEqual(
		body.pieces.filter((piece) => typeof piece !== 'string'),
		[
			{ image: 0, alt: 'A', title: 'T' },
			{ image: 0, alt: 'A', title: undefined },
			{ image: 1, alt: 'B', title: undefined },
		],
	);
	assert.match(String(body.pieces.at(-1)), /<img src="\/c\.png" alt="C">/);
});

test('headings are named in order, with the anchors that they have on the page', () => {
	const text = [
		'## One',
		'### Two *three*',
		'## One',
		'## 🎉',
		'## Salt[^a] and `code`',
		'## Reply',
		'## fn-1 {/* a comment */}',
		'## Cafe\u0301 ☕',
		'## —',
		'# Footnote label',
		'[^a]: Note.',
	].join('\n\n');
	const tree = parseBody('a.mdx', text);
	assert.ok(!Array.isArray(tree));
	const { headings } = anchorsOf(tree);
	assert.deepEqual(
		headings.map(({ depth, slug, text }) => [depth, slug, text]),
		[
			[2, 'one', 'One'],
			[3, 'two-three', 'Two three'],
			[2, 'one-1', 'One'],
			[2, 'section', '🎉'],
			[2, 'salt-and-code', 'Salt and code'],
			[2, 'section-reply', 'Reply'],
			[2, 'section-fn-1', 'fn-1'],
			[2, 'caf\u00E9', 'Cafe\u0301 ☕'],
			[2, 'section-1', '—'],
			[1, 'section-footnote-label', 'Footnote label'],
		],
	);
	const $ = load(String(pieces(text)![0]));
	const shown = $('h1, h2, h3')
		.toArray()
		.map(({ attribs }) => attribs['id']);
	assert.deepEqual(shown, [...headings.map(({ slug }) => slug), 'footnote-label']);
	assert.equal($('#footnote-label').text(), 'Notes');
});

test('a text with code of its own is not rendered', () => {
	for (const body of [
		"import a from './a.js'",
		'export const a = 1',
		'{1 + 1}',
		'One {a}.',
		'<A b={1} />',
		'<A {...b} />',
	])
		assert.equal(rendered(body), undefined, body);
});

test('the language of the frontmatter and the place of the file count', () => {
	const notes = (file: string, frontmatter: object) =>
		String(rendered('One.[^1]\n\n[^1]: Two.', file, frontmatter)!.body.pieces[0]);
	assert.match(notes('posts/2020/one.mdx', { language: 'de' }), />Anmerkungen</);
	assert.match(notes('content/authors/ann.mdx', {}), /id="ann\.fn-1"/);
});
