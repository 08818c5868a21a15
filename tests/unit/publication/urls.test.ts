import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createUrls } from '../../../src/model/publication/urls.ts';

test('addresses stand below the path of the site', () => {
	for (const address of ['https://a.example/journal', 'https://a.example/journal/']) {
		const urls = createUrls(address);
		assert.equal(urls.home, '/journal/');
		assert.equal(urls.post('2019/slug'), '/journal/2019/slug/');
		assert.equal(urls.nth(urls.home, 2), '/journal/page/2/');
		assert.equal(urls.absolute(urls.archive), 'https://a.example/journal/archive/');
		assert.equal(urls.param(urls.category(['a', 'b'])), 'category/a/b');
	}
});

test('a path is percent-encoded, its route parameter is not', () => {
	const urls = createUrls('https://a.example/');
	assert.equal(urls.tag('өвөл'), '/tag/%D3%A9%D0%B2%D3%A9%D0%BB/');
	assert.equal(urls.param(urls.tag('өвөл')), 'tag/өвөл');
	assert.equal(urls.param(urls.home), '');
});
