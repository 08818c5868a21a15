import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBody } from '../../../src/markdown/parse/body.ts';

const told = (text: string) => {
	const found = parseBody('a.mdx', text);
	return Array.isArray(found) ? found.map(({ code }) => code) : [];
};

test('odd texts come to an end', () => {
	assert.ok(told('Text\r<b>x').length > 0, 'with a return alone');
	assert.ok(told(`${'x '.repeat(15_000)}<5`).length === 1, 'of words without signs');
	assert.ok(told('<'.repeat(500)).length > 0);
	assert.ok(told('{'.repeat(500)).length > 0);
	assert.ok(told('<a b="'.repeat(200)).length > 0);
	assert.ok(
		told(`${'Words. '.repeat(15_000)}\n\n${'Less <5.\n\n'.repeat(30)}`).length >= 4,
		'very long',
	);
});
