import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlineHtml, inlineText } from '../../../src/model/text/inline.ts';

test('captions take emphasis and code, and nothing else', () => {
	for (const [text, html, plain] of [
		[
			'The *Vesper*, **moored**',
			'The <em>Vesper</em>, <strong>moored</strong>',
			'The Vesper, moored',
		],
		['_Salt_ in `code`', '<em>Salt</em> in <code>code</code>', 'Salt in code'],
		['5 * 3 & <b> "x"', '5 * 3 &amp; &lt;b&gt; &quot;x&quot;', '5 * 3 & <b> "x"'],
		['snake_case and \\*stars\\*', 'snake_case and *stars*', 'snake_case and *stars*'],
		['[a](/b/) ![c](d)', '[a](/b/) ![c](d)', '[a](/b/) ![c](d)'],
		['# one', '# one', '# one'],
	] as const) {
		assert.equal(inlineHtml(text), html);
		assert.equal(inlineText(text), plain);
	}
});
