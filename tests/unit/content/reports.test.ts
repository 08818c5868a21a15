import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../../src/model/checks/problems.ts';
import { firstOfEach, formats, summary } from '../../../src/model/checks/reports.ts';

const problem: Problem = {
	file: 'content/a, b.mdx',
	line: 5,
	column: 12,
	severity: 'error',
	code: 'unknown-author',
	message: 'Author "100%" has no file.',
	fix: 'Did you mean "x"?',
};
const warning: Problem = { ...problem, file: 'a.mdx', severity: 'warning', code: 'heading-skip' };

test('a problem is one line for people, with place, severity, code, reason and cure', () => {
	assert.equal(
		formats.text([problem, warning]),
		`a.mdx:5:12  warning  heading-skip  Author "100%" has no file. Did you mean "x"?
content/a, b.mdx:5:12  error  unknown-author  Author "100%" has no file. Did you mean "x"?`,
	);
});

test('what content quotes cannot move the cursor, break the line or turn it', () => {
	const told = formats.text([{ ...problem, message: 'a\u001b[31m\nb\u202Ec\u2028' }]);
	assert.match(told, /a\\u001b\[31m\\u000ab\\u202ec\\u2028/);
});

test('for GitHub, a problem is an annotation whose signs are escaped', () => {
	assert.equal(
		formats.github([problem]),
		'::error file=content/a%2C b.mdx,line=5,col=12,title=unknown-author::Author "100%25" has no file. Did you mean "x"?',
	);
});

test('for programs, problems are JSON in a stable order', () => {
	const read = JSON.parse(formats.json([problem, warning])) as Problem[];
	assert.deepEqual(read, [warning, problem]);
	assert.deepEqual(JSON.parse(formats.json([])), []);
});

test('the summary counts', () => {
	assert.equal(summary([]), 'No problems in the content.');
	assert.equal(summary([problem, problem, warning]), '2 errors and 1 warning in 2 files.');
	assert.equal(summary([warning]), '1 warning in 1 file.');
});

test('of many equal problems the first are shown, and the others counted', () => {
	const many = Array.from({ length: 25 }, (_, line) => ({ ...warning, line: line + 1 }));
	const { shown, more } = firstOfEach([...many, problem], 20);
	assert.deepEqual([shown.length, [...more]], [21, [[warning.code, 5]]]);
	assert.deepEqual(
		shown.slice(-2).map(({ code, line }) => [code, line]),
		[
			[warning.code, 20],
			[problem.code, 5],
		],
	);
	assert.equal(firstOfEach(many, Infinity).more.size, 0);
});
