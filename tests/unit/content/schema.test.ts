import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFields } from '../../../src/model/content/fields.ts';
import { authorSchema, postSchema } from '../../../src/model/content/schema.ts';

const schema = postSchema;
const least = { title: 'T', date: 2019, author: 'ann' };
const findings = (fields: object) => parseFields('a.mdx', { ...least, ...fields }, schema).findings;

test('a post needs a title, a date and an author, and the rest has defaults', () => {
	const { data } = parseFields('a.mdx', least, schema);
	assert.deepEqual(data?.author, ['ann']);
	assert.equal(data?.replies, 'open');
	assert.deepEqual(
		parseFields('a.mdx', {}, schema).findings.map(({ code, message }) => [code, message]),
		['title', 'date', 'author'].map((name) => ['missing-field', `The field "${name}" is missing.`]),
	);
});

test('an unknown key is an error that proposes the nearest known one', () => {
	const [found] = findings({ sumary: 'S' });
	assert.equal(found?.code, 'unknown-field');
	assert.equal(found?.fix, 'Did you mean "summary"?');
	assert.equal(findings({ image: { src: 'a', alt: 'b', size: 3 } })[0]?.code, 'unknown-field');
});

test('one wrong field does not hide the others', () => {
	const { data, findings } = parseFields('a.mdx', { ...least, date: 'soon', tags: ['a'] }, schema);
	assert.deepEqual(data.tags, ['a']);
	assert.deepEqual(
		findings.map(({ code }) => code),
		['bad-date'],
	);
});

test('a wrong value is explained in words', () => {
	const cases: [object, RegExp][] = [
		[{ author: [] }, /must name at least one author/],
		[{ language: 'english!' }, /language tag/],
		[{ license: 'MIT' }, /must be one of CC-BY-4.0/],
		[{ aliases: ['https://x.org/'] }, /a path on this site/],
		[{ replies: 'maybe' }, /open or closed/],
		[{ firstPublished: { in: 'X', url: 'x.org' } }, /web address/],
		[{ title: ' ' }, /must not be empty/],
		[{ draft: 'yes' }, /true or false/],
	];
	for (const [fields, reason] of cases) {
		const [found, ...more] = findings(fields);
		assert.equal(found?.code, 'invalid-field');
		assert.match(found!.message, reason);
		assert.deepEqual(more, []);
	}
});

test('an alias starts and ends with one slash', () => {
	const { data } = parseFields(
		'a.mdx',
		{ ...least, aliases: ['/2019/08/old', '/b//', 'c/'] },
		schema,
	);
	assert.deepEqual(data.aliases, ['/2019/08/old/', '/b/', '/c/']);
});

test('an alias is read as browsers copy it, and is a path that can be served', () => {
	const aliases = (alias: string) =>
		parseFields('a.mdx', { ...least, aliases: [alias] }, schema).data.aliases;
	assert.deepEqual(aliases('/caf%C3%A9/'), ['/café/']);
	for (const alias of [
		'/',
		'/a//b/',
		'/../x/',
		'/./x/',
		'/x\\y/',
		'/100%/',
		'//evil.example/',
		'/tag/a/page/2/',
	])
		assert.equal(aliases(alias), undefined, alias);
});

test('an author needs a name that citations can use', () => {
	const ok = (fields: object) =>
		parseFields('a.mdx', { name: 'N', ...fields }, authorSchema).findings.length === 0;
	assert.ok(ok({ literal: 'Torvane' }));
	assert.ok(ok({ given: 'A', family: 'B' }));
	assert.ok(!ok({}));
	assert.ok(!ok({ given: 'A' }));
	assert.ok(!ok({ given: 'A', family: 'B', literal: 'C' }));
});

test('an ORCID is checked by its last digit and may be given as an address', () => {
	const orcid = (value: string) =>
		parseFields('a.mdx', { name: 'N', literal: 'N', orcid: value }, authorSchema).data?.orcid;
	assert.equal(orcid('0000-0002-1825-0097'), '0000-0002-1825-0097');
	assert.equal(orcid('https://orcid.org/0000-0002-1694-233X'), '0000-0002-1694-233X');
	assert.equal(orcid('0000-0002-1825-0098'), undefined);
	assert.equal(orcid('0000-0002-1825'), undefined);
});
