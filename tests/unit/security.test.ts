import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentSecurityPolicy } from '../../src/model/security.ts';

test('the policy allows one stylesheet by its hash, and no script', () => {
	const policy = contentSecurityPolicy('a{}');
	// printf 'a{}' | openssl dgst -sha256 -binary | base64
	assert.match(policy, /style-src 'sha256-[A-Za-z0-9+/]{43}='/);
	assert.notEqual(policy, contentSecurityPolicy('b{}'));
	assert.match(policy, /default-src 'none'/);
	assert.doesNotMatch(policy, /unsafe|script-src|\*/);
});
