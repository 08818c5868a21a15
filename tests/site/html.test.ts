import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { builtSite } from './sites.ts';

const validator = new HtmlValidate(
	new StaticConfigLoader({
		extends: ['html-validate:recommended', 'html-validate:a11y'],
		rules: {
			// Astro closes void elements the XML way, which HTML allows.
			'void-style': 'off',
			// White space of the templates; gzip removes it better than we could.
			'no-trailing-whitespace': 'off',
			// A title of any length is the author's to choose.
			'long-title': 'off',
			// Headings and notes may begin with a digit or be written in any script.
			'valid-id': ['error', { relaxed: true }],
			'no-inline-style': 'error',
		},
	}),
);

for (const name of ['essay', 'fixtures', 'languages'] as const)
	test(`every page of the site "${name}" is valid HTML`, async () => {
		const { pages, read } = builtSite(name);
		const problems: string[] = [];
		for (const address of pages.keys()) {
			const path = address.endsWith('/') ? `${address}index.html` : address;
			const report = await validator.validateString(read(path), path);
			for (const { messages } of report.results)
				for (const { line, column, ruleId, message } of messages)
					problems.push(`${path}:${line}:${column} ${ruleId} ${message}`);
		}
		assert.deepEqual(problems, []);
	});

test('headings form an outline: one h1 first, and no step is skipped downwards', () => {
	for (const name of ['essay', 'fixtures', 'languages'] as const)
		for (const [address, $] of builtSite(name).pages) {
			const levels = $('h1, h2, h3, h4, h5, h6')
				.map((_, heading) => Number(heading.tagName[1]))
				.get();
			assert.equal(levels.filter((level) => level === 1).length, 1, address);
			assert.equal(levels[0], 1, address);
			levels.forEach((level, index) =>
				assert.ok(level - (levels[index - 1] ?? 0) <= 1, `${address}: ${levels.join(' ')}`),
			);
		}
});
