import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { repair } from '../../../src/commands/check/repair.ts';
import { createChecker } from '../../../src/publishing/content/check.ts';
import { createRandom } from '../../bench/random.ts';
import { write } from '../corpus/publication.ts';
import { site } from '../sample.ts';

/*
 * Old Markdown, as it moves in from other systems. Each mistake has what an editor makes of it, unless
 * `--fix` mends it.
 */
const mistakes: readonly (readonly [wrong: string, right?: string])[] = [
	['A line<br>and another.'],
	['<hr>'],
	['A line<BR CLEAR=all>in capitals.'],
	['A picture <img src="a.png" /> in tags.', 'A picture.'],
	['Some <B>bold</B> and <I>italic</I> words.'],
	['<center>In the middle</center>', 'In the middle'],
	['<!-- a note of the editor -->'],
	['<!--\na note\nof two lines\n-->'],
	['See <https://lake.example/?a=b&c=d>.'],
	['Write to <ann@lake.example>.'],
	['Less <5% of {all} lakes, and a <- b.', 'Less \\<5% of \\{all} lakes, and a \\<- b.'],
	['If {x y} then.', 'If \\{x y} then.'],
	['import duties are paid.', 'Import duties are paid.'],
	['{{< figure src="a.png" >}}', 'A figure.'],
	['{% highlight js %}\ncode\n{% endhighlight %}', '```\ncode\n```'],
	['## Part {#part}', 'Part'],
	['A <span lang=zh>word</span> of another language.'],
	['A <span title=“Ann”>word</span> in curly quotes.'],
	['A tag <b>that stays open.', 'A tag that stays open.'],
	['The end </b> of nothing.', 'The end of nothing.'],
	['<div>\nA paragraph.</div>', 'A paragraph.'],
	['<div>\n\nOne.\n\nTwo.</div>', 'One.'],
	['To install:\n\n    npm install a <b>\n    npm start'],
	['Promise<Array<string>> in words.', 'Promise\\<Array\\<string>> in words.'],
	['<o:p>Word</o:p>', 'Word'],
	['<font color="red">Red</font>', 'Red'],
	['<iframe src="https://film.example/"></iframe>', 'A film.'],
	['<<<<<<< HEAD\nOurs.', 'Ours.'],
	['{1, 2} and a^{10}', '1, 2 and a^10'],
	['[TOC]', 'Text.'],
	['See [[Salt Works]].', 'See Salt Works.'],
];

test('300 old texts are clean after three rounds of --fix and editing at most', async () => {
	const random = createRandom(1);
	const files: Record<string, string> = {};
	for (let index = 0; index < 300; index++) {
		const paragraphs = Array.from({ length: random.between(2, 12) }, () =>
			random.next() < 0.3 ? 'A plain paragraph.' : random.pick(mistakes)[0],
		);
		files[`posts/2020/old-${index}.mdx`] =
			`---\ntitle: Old ${index}\ndate: 2020\nauthor: ann\n---\n\nText.\n\n${paragraphs.join('\n\nA plain paragraph.\n\n')}\n`;
	}
	const folder = write(files);
	const check = createChecker(folder, site);
	const problems = async () => (await check(new Date('2026-01-01'))).problems;

	let left = await problems();
	assert.ok(left.length > 1000);
	let rounds = 0;
	for (; left.length > 0 && rounds < 3; rounds++) {
		for (let mended = left; mended.length > 0; left = await problems())
			mended = [...(await repair(left))];
		for (const [file, told] of Map.groupBy(left, ({ file }) => file))
			writeFileSync(
				file,
				edited(
					readFileSync(file, 'utf8'),
					told.map(({ line }) => line),
				),
			);
		left = await problems();
	}
	rmSync(folder, { recursive: true });
	assert.deepEqual(
		left.map(({ code, message }) => `${code}: ${message}`),
		[],
	);
});

/** The text after an editor has mended what is told of the given lines. */
function edited(text: string, lines: readonly number[]): string {
	const paragraphs = text.split('\n\nA plain paragraph.\n\n');
	let line = 1;
	const after = paragraphs.map((paragraph) => {
		const first = line;
		line += paragraph.split('\n').length + 3;
		if (!lines.some((told) => told >= first && told < line - 3)) return paragraph;
		const wrong = mistakes.find(([one]) => paragraph.includes(one));
		assert.ok(wrong?.[1] !== undefined, `Told, though nothing is wrong:\n${paragraph}`);
		return paragraph.replace(wrong[0], () => wrong[1]!);
	});
	return after.join('\n\nA plain paragraph.\n\n');
}
