import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { contentFolder } from '../../folders.ts';
import { withCategory } from '../../markdown/parse/scaffolds.ts';
import { parseYaml } from '../../markdown/parse/source.ts';
import { idPattern } from '../../model/content/values.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import { answer, interactive } from '../answers.ts';
import type { Writing } from './options.ts';
import { refuse } from '../options.ts';

/** Adds a category to `categories.yaml`. */
export const newCategory: Writing = async (given, { content, problems }) => {
	const path = join(contentFolder, 'categories.yaml');
	const file = relative('', path);
	const broken = problems.find(
		(problem) => problem.file === file && problem.code === 'broken-yaml',
	);
	if (broken) refuse(`${file}:${broken.line} has to be mended first. ${broken.message}`);

	const ids = content.categories.map(({ id }) => id);
	const label = await answer({
		option: 'label',
		message: 'What is it called, as readers shall see it?',
		given: given.label,
		refusal: (text) => (text === '' ? 'A category needs a name.' : undefined),
	});
	const id = await answer({
		option: 'id',
		message: 'Which name shall it have in posts and in its address, /category/…/?',
		given: given.id,
		proposal: proposeSlug(label),
		refusal: (text) => {
			if (!idPattern.test(text)) return 'Use lower-case letters of English, digits and hyphens.';
			return ids.includes(text) ? `The category "${text}" is already there.` : undefined;
		},
	});
	const parent = await answer({
		option: 'parent',
		message: 'Which category is above it? (Leave it empty if none is)',
		given: given.parent ?? (interactive ? undefined : ''),
		hint: ids.slice(0, 6).join(', '),
		refusal: (text) =>
			text === '' || ids.includes(text) ? undefined : `There are: ${ids.join(', ') || 'none'}.`,
	});
	const description = await answer({
		option: 'description',
		message: 'A sentence about it for its page? (It may be empty)',
		given: given.description ?? (interactive ? undefined : ''),
	});
	const text = existsSync(path) ? await readFile(path, 'utf8') : '';
	const added = { id, label, parent, description };
	const whole = withCategory(text, added);
	if (lengthOf(whole) !== lengthOf(text) + 1)
		refuse(
			`The format of "${file}" does not allow automatic changes. Add these lines yourself:\n${withCategory('', added)}`,
		);
	await mkdir(contentFolder, { recursive: true });
	await writeFile(path, whole);
	return { id, file, next: [`In posts: categories: [${id}]`] };
};

/** Returns the number of items in a YAML list; NaN if the text is not a list. */
function lengthOf(text: string): number {
	const list = parseYaml('', text).data ?? [];
	return Array.isArray(list) ? list.length : NaN;
}
