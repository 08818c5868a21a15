import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relinked, withAlias } from '../../../src/markdown/parse/moving.ts';

test('an alias is added to frontmatter as it is written', () => {
	for (const [before, after] of [
		['title: A', 'title: A\naliases: [/a/]'],
		['title: A # one', 'title: A # one\naliases: [/a/]'],
		['aliases: []\ntitle: A', 'aliases: [/a/]\ntitle: A'],
		['aliases: [ /b/, ]', 'aliases: [ /b/, /a/]'],
		['aliases: [/b/] # old', 'aliases: [/b/, /a/] # old'],
		['aliases:\n  - /b/\ntitle: A', 'aliases:\n  - /b/\n  - /a/\ntitle: A'],
		['aliases:\n- /b/', 'aliases:\n- /b/\n- /a/'],
	] as const)
		assert.equal(
			withAlias(`---\n${before}\n---\n\nText.\n`, '/a/'),
			`---\n${after}\n---\n\nText.\n`,
		);
	assert.equal(
		withAlias('---\r\ntitle: A\r\n---\r\n\r\nText.', '/a/'),
		'---\r\ntitle: A\r\naliases: [/a/]\r\n---\r\n\r\nText.',
	);
	assert.equal(withAlias('---\naliases: &old\n  [/b/]\n---\n', '/a/'), undefined);
	assert.equal(withAlias('No frontmatter.', '/a/'), undefined);
});

test('only links to the post change', () => {
	const text =
		'[a](/2019/old/) [b](/2019/old) [c](/2019/old/#part) [d](</2019/old/> "T") <a href="/2019/old/?x">e</a> [f](/2019/older/) [g](/2019/old/more/) /2019/old/ `x`\n\n[h]: /2019/old/\n';
	assert.equal(
		relinked(text, '2019/old', '2020/new'),
		'[a](/2020/new/) [b](/2020/new/) [c](/2020/new/#part) [d](</2020/new/> "T") <a href="/2020/new/?x">e</a> [f](/2019/older/) [g](/2019/old/more/) /2019/old/ `x`\n\n[h]: /2020/new/\n',
	);
});
