import { error, meant, warning } from './entry.ts';

/** Problems in a text. */
export const ofTexts = {
	'unclosed-fence': warning((early: number | undefined) =>
		early === undefined
			? {
					message: 'The code that begins here does not end: the rest of the text is code as well.',
					fix: 'Write the same fence, such as ```, below its last line.',
				}
			: {
					message: `The code that begins here ends in line ${early}, because MDX takes an indented fence for its end.`,
					fix: 'Begin and end the code with a longer fence, such as ````.',
				},
	),
	'indented-code': warning(() => ({
		message: 'Lines that are indented by four spaces are no code in MDX, and run together.',
		fix: 'Write ``` above and below them; "npm run check -- --fix" does it.',
	})),
	'undefined-name': error((name: string) => ({
		message: `The braces use the name "${name}", which stands for nothing here.`,
		fix: 'Write "\\{" if the brace itself is meant, or import or export the name.',
	})),
	'undefined-value': error((name: string, member: string) => ({
		message: `The code reads "${member}" from ${name}, which is not there.`,
		fix: `Write "${name}?.${member}" if it may be missing, or correct the name.`,
	})),
	'failing-code': error((reason: string) => ({
		message: `The code of this text fails when the page is made: ${reason}.`,
		fix: 'Correct the code, or do without.',
	})),
	'layout-export': error(() => ({
		message:
			'The text exports a layout of its own ("export default"), which no page has a place for.',
		fix: 'Delete the word "default", and use what is exported where it belongs.',
	})),
	'taken-id': error((id: string) => ({
		message: `The id "${id}" belongs to the page itself: to its notes or its replies.`,
		fix: `Write another, such as "my-${id}".`,
	})),
	'missing-import': error((path: string) => ({
		message: `The import "${path}" leads to no file or package.`,
		fix: 'Correct the path, or delete the line: the components of the guide need no import.',
	})),
	'unusable-component': error((path: string, has: 'script' | 'style') =>
		has === 'script'
			? {
					message: `The component "${path}" has a script, which no page runs.`,
					fix: 'Do without the script, or link to a page elsewhere that has it.',
				}
			: {
					message: `The component "${path}" has a style, which Astro does not find so far from the project.`,
					fix: 'Move the folder of content into the project, or do without the style.',
				},
	),
	'unknown-component': error((name: string, near: string | undefined) => ({
		message: `There is no component "${name}".`,
		fix: meant(near, 'Use one that content/README.md lists, or import it.'),
	})),
	'unknown-attribute': error((component: string, name: string, near: string | undefined) => ({
		message: `The component ${component} has no attribute "${name}".`,
		fix: meant(near, 'Delete it, or see content/README.md for its attributes.'),
	})),
	'missing-attribute': error((component: string, name: string) => ({
		message: `The component ${component} needs the attribute "${name}".`,
		fix: `Write <${component} ${name}="…">.`,
	})),
	'invalid-attribute': error((component: string, name: string, reason: string) => ({
		message: `The attribute "${name}" of ${component} is wrong: ${reason}.`,
		fix: 'Correct the value; content/README.md has an example.',
	})),
	'forbidden-element': error((name: string, instead: string) => ({
		message: `The element <${name}> cannot stand in a text: no page runs or loads what is not the site’s own.`,
		fix: instead,
	})),
	'forbidden-attribute': error((name: string) => ({
		message: `The attribute "${name}" would run a script, which no page does.`,
		fix: 'Delete it.',
	})),
	'astro-directive': error((name: string) => ({
		message: `"${name}" is a directive of Astro, which works in components and not in texts.`,
		fix: 'Delete it, or write a component that has it.',
	})),
	'old-html': warning((name: string, instead: string) => ({
		message: `<${name}> is HTML for the look of a page, and has none here.`,
		fix: instead,
	})),
	'inline-style': warning(() => ({
		message: 'The attribute "style" does nothing here: the site’s own styles decide the look.',
		fix: 'Delete it.',
	})),
	'undefined-footnote': error((name: string, near: string | undefined) => ({
		message: `The note "[^${name}]" is never written.`,
		fix: near
			? `Did you mean "[^${near}]"?`
			: `Add a line that starts with "[^${name}]:", or write \\[^ if brackets are meant.`,
	})),
	'unused-footnote': warning((name: string) => ({
		message: `The note "[^${name}]" is not shown, because nothing in the text refers to it.`,
		fix: `Write [^${name}] where it belongs, or delete the note.`,
	})),
	'duplicate-footnote': error((name: string) => ({
		message: `The note "[^${name}]" is written twice, and only the first is shown.`,
		fix: 'Give one of the two another name.',
	})),
	'heading-level-one': warning((isTitle: boolean) => ({
		message: isTitle
			? 'The heading repeats the title, which stands above the text already.'
			: 'The heading is of the first level, which is the title’s.',
		fix: isTitle ? 'Delete it.' : 'Begin it with ## instead.',
	})),
	'heading-skip': warning((from: number, to: number) => ({
		message:
			from === 1
				? `The heading is of level ${to}, though no heading of level 2 stands above it.`
				: `The heading is of level ${to}, but that of its part is of level ${from}.`,
		fix: `Begin it with ${'#'.repeat(from + 1)} instead: readers who listen move from level to level.`,
	})),
	'duplicate-heading': warning((text: string) => ({
		message: `Two headings are called "${text}" in the same part of the text.`,
		fix: 'Tell them apart by another word.',
	})),
	'empty-heading': warning(() => ({
		message: 'The heading has no text.',
		fix: 'Give it one, or delete the line.',
	})),
	'heading-without-space': warning((marks: string) => ({
		message: 'The line is read as a paragraph, because no plain space follows the hash signs.',
		fix: `Write "${marks} " for a heading; "npm run check -- --fix" does it. Write "\\${marks}" for the signs themselves.`,
	})),
	'literal-expression': warning((shown: string) => ({
		message: `The braces hold code, and the page shows only "${shown}".`,
		fix: 'Write "\\{" for the brace itself, or the value without braces.',
	})),
	'foreign-markup': warning((mark: string, instead: string) => ({
		message: `"${mark}" is a mark of another system, and stands on the page as it is.`,
		fix: instead,
	})),
	'pasted-list': warning((sign: string, mark: string) => ({
		message: `The line begins with "${sign}", which is read as a part of the paragraph, not as a list.`,
		fix: `Write an empty line before the list and "${mark} " before each item.`,
	})),
	'pasted-table': warning(() => ({
		message: 'Lines with tabs are read as one paragraph, not as a table.',
		fix: 'Write each row as | one | two |, and | --- | --- | below the first.',
	})),
	'pasted-note': warning(() => ({
		message: 'A number in brackets is not read as a note.',
		fix: 'Write [^1] where the note belongs, and begin the note itself with "[^1]: ".',
	})),
	'pasted-film': warning((address: string) => ({
		message: 'The address of a film stands alone, and is shown as a link.',
		fix: `To show the film, write <Video src="${address}" title="What it shows" />.`,
	})),
	'zero-width-character': warning((name: string) => ({
		message: `An invisible character (${name}) stands here, which breaks searching for the word.`,
		fix: 'Delete it; "npm run check -- --fix" does it.',
	})),
	'bidi-character': error((name: string) => ({
		message: `An invisible character (${name}) turns the direction of the text, and is not closed in its line.`,
		fix: 'Delete it, or close it where the direction ends.',
	})),
	'lost-character': warning(() => ({
		message: 'A character was lost here when the text was converted.',
		fix: 'Look it up in the original and write it again.',
	})),
	'mixed-alphabets': warning((word: string, letters: string) => ({
		message: `The word "${word}" mixes alphabets: ${letters}. It looks right, but search does not find it.`,
		fix: 'Type the word again with one keyboard.',
	})),
	'wrong-letter': warning((word: string, wrong: string, right: string) => ({
		message: `The word "${word}" is written with "${wrong}", which only looks like the Mongolian "${right}".`,
		fix: `Write "${right}".`,
	})),
};
