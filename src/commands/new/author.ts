import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { contentFolder } from '../../folders.ts';
import { authorScaffold } from '../../markdown/parse/scaffolds.ts';
import { idPattern } from '../../model/content/values.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import { answer, interactive } from '../answers.ts';
import type { Writing } from './options.ts';
import { refuse } from '../options.ts';

/** Writes the file of an author. */
export const newAuthor: Writing = async (given, { content }) => {
	const name = await answer({
		option: 'name',
		message: 'What is the name, as readers shall see it?',
		given: given.name,
		refusal: (text) => (text === '' ? 'An author needs a name.' : undefined),
	});
	// No rule splits all names correctly, so the editor names the parts.
	const family = await answer({
		option: 'family',
		message: 'Which part is the family name? (Leave it empty if there is none)',
		given: given.family ?? (interactive ? undefined : ''),
	});
	const before = givenIn(name, family);
	const givenName = family
		? await answer({
				option: 'given',
				message: 'And the given name?',
				given: given.given,
				proposal: before,
				refusal: (text) =>
					text === '' ? 'A family name needs a given name beside it.' : undefined,
			})
		: undefined;
	if (given.given && !family) refuse('Give --family as well, or neither of the two.');
	const id = await answer({
		option: 'id',
		message: 'Which name shall it have in posts and in its address, /author/…/?',
		given: given.id,
		proposal: proposeSlug(name),
		refusal: (text) => {
			if (!idPattern.test(text)) return 'Use lower-case letters of English, digits and hyphens.';
			const taken = content.authors.some((author) => author.id === text);
			return taken ? `The author "${text}" is already there.` : undefined;
		},
	});
	const path = join(contentFolder, 'authors', `${id}.mdx`);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, authorScaffold({ name, given: givenName, family }), { flag: 'wx' });
	return {
		id,
		file: relative('', path),
		next: ['Next:    write who it is below the second line of hyphens', `In posts: author: ${id}`],
	};
};

/** The name without its family part, also if apostrophes and hyphens are of another shape. */
function givenIn(name: string, family: string): string {
	const plain = (text: string) =>
		text
			.normalize()
			.replace(/[’‘ʼ`]/g, "'")
			.replace(/\p{Pd}/gu, '-')
			.toLowerCase();
	const index = plain(name).lastIndexOf(plain(family));
	if (family === '' || index < 0) return name;
	const whole = name.normalize();
	return `${whole.slice(0, index)} ${whole.slice(index + family.normalize().length)}`
		.replace(/\s+/g, ' ')
		.replace(/^[\s,]+|[\s,]+$/g, '');
}
