import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	inlineBelow,
	inlineHtml,
	inlineLinks,
	inlineText,
} from '../../../src/model/text/inline.ts';

test('captions take emphasis, code and links, and nothing else', () => {
	for (const [text, html, plain] of [
		[
			'The *Vesper*, **moored**',
			'The <em>Vesper</em>, <strong>moored</strong>',
			'The Vesper, moored',
		],
		['_Salt_ in `code`', '<em>Salt</em> in <code>code</code>', 'Salt in code'],
		['5 * 3 & <b> "x"', '5 * 3 &amp; &lt;b&gt; &quot;x&quot;', '5 * 3 & <b> "x"'],
		['snake_case and \\*stars\\*', 'snake_case and *stars*', 'snake_case and *stars*'],
		['By [Ann *Lee*](/b/).', 'By <a href="/b/">Ann <em>Lee</em></a>.', 'By Ann Lee.'],
		['![c](d)', '!<a href="d">c</a>', '!c'],
		['[a](javascript:b)', '[a](javascript:b)', '[a](javascript:b)'],
		['https://a.example/', 'https://a.example/', 'https://a.example/'],
		['# one', '# one', '# one'],
	] as const) {
		assert.equal(inlineHtml(text), html);
		assert.equal(inlineText(text), plain);
	}
});

test('links in a caption are known, and lead below the site', () => {
	const line =
		'By [Ann](/author/ann/), `](/x/)`, \\](/y/), [Bob](https://b.example/a_(b)) [c](//c.example/)';
	assert.deepEqual(inlineLinks(line), ['/author/ann/', 'https://b.example/a_(b)', '//c.example/']);
	assert.equal(inlineBelow(line, '/journal'), line.replace('(/author/', '(/journal/author/'));
});
