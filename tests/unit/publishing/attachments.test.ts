import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publicFiles } from '../../../src/publishing/content/attachments.ts';

test('texts and menus can lead to files, and to every page that is a route', () => {
	const isPublic = publicFiles('tests/fixtures/content');
	for (const path of ['/favicon.svg', '/files/harbour-bell.webm', '/robots.txt', '/404'])
		assert.ok(isPublic(path), path);
	for (const path of ['/nowhere', '/files/nothing.pdf', '/[page]', '/archive/more', '/load', '/..'])
		assert.ok(!isPublic(path), path);
});
