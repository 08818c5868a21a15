import assert from 'node:assert/strict';
import { test } from 'node:test';
import { security } from '../../../src/model/checks/security.ts';
import { contentSecurityPolicy, securityTxt } from '../../../src/model/page/security.ts';
import { site } from '../sample.ts';

test('the policy allows one stylesheet by its hash, files of the site, and no script', () => {
	const policy = contentSecurityPolicy(['a{}']);
	// printf 'a{}' | openssl dgst -sha256 -binary | base64
	assert.match(policy, /style-src 'self' 'sha256-[A-Za-z0-9+/]{43}='/);
	assert.notEqual(policy, contentSecurityPolicy(['b{}']));
	assert.match(policy, /default-src 'none'/);
	assert.doesNotMatch(policy, /unsafe|script-src|\*/);
	// Vite adds styles and scripts of its own, but nothing may come from elsewhere.
	const edited = contentSecurityPolicy(['a{}'], { edited: true });
	assert.match(edited, /style-src 'self' 'unsafe-inline';/);
	assert.match(edited, /default-src 'none'.*img-src 'self';/);
});

test('whom to tell of a weakness is published, and told to be renewed in time', () => {
	const contact = 'mailto:security@vesper.example';
	const now = new Date('2026-11-01');
	const codes = (expires: string, to = contact) =>
		security({ security: { contact: to, expires } }, now).map(({ code }) => code);
	assert.deepEqual(codes('2027-06-30'), []);
	assert.deepEqual(codes('2026-11-20'), ['expiring-security']);
	assert.deepEqual(codes('2025-01-01'), ['expiring-security']);
	assert.deepEqual(codes('2029-01-01'), ['bad-security-expiry']);
	assert.deepEqual(codes('soon'), ['bad-security-expiry']);
	assert.deepEqual(codes('2027-06-30', 'security@vesper.example'), ['bad-security-contact']);
	assert.equal(
		securityTxt({ ...site, security: { contact, expires: '2027-06-30' } }),
		'Contact: mailto:security@vesper.example\nExpires: 2027-06-30T00:00:00.000Z\nCanonical: https://vesper.example/.well-known/security.txt\n',
	);
	assert.equal(securityTxt(site), undefined);
});
