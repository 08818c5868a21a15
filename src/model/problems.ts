import { order } from './text.ts';

/** The way to a value in a file's frontmatter. */
export type FieldPath = readonly (string | number)[];

/** Counted from 1. */
export interface Position {
	readonly line: number;
	readonly column: number;
}

/** Where something is wrong: at a field's value, at its name, or at a place in the text. */
export type Place = FieldPath | { readonly keyOf: FieldPath } | Position;

interface Explanation {
	readonly message: string;
	readonly fix: string;
}

/** Something wrong with content, found but not yet placed. */
export interface Finding extends Explanation {
	readonly code: Code;
	readonly file: string;
	readonly at: Place;
}

export interface Problem extends Explanation, Position {
	readonly code: Code;
	readonly file: string;
}

type Explain<Values extends unknown[]> = (...values: Values) => Explanation;

/** Every problem there is. A code is permanent, because people search for it for ever. */
const catalogue = {
	'bad-file-name': (name: string) => ({
		message: `The name "${name}" cannot become an address.`,
		fix: 'Rename it: lower-case letters, digits and hyphens, such as on-mercy.mdx.',
	}),
	'misplaced-file': (expected: string) => ({
		message: 'Nothing reads this file where it lies, or under this name.',
		fix: `Name it ${expected}.`,
	}),
	'broken-yaml': (reason: string) => ({
		message: `The fields are not valid YAML: ${reason}.`,
		fix: yamlAdvice(reason),
	}),
	'missing-frontmatter': () => ({
		message: 'The file does not start with frontmatter between two lines of three hyphens.',
		fix: 'Put "---" on the very first line, the fields below it, and "---" on a line of its own after them.',
	}),
	'not-utf-8': () => ({
		message: 'The file is not encoded as UTF-8.',
		fix: 'Save it again and choose the encoding “UTF-8” in your editor.',
	}),
	'unknown-field': (name: string, near: string | undefined) => ({
		message: `There is no field "${name}" here.`,
		fix: near ? `Did you mean "${near}"?` : 'Delete it, or see content/README.md for the fields.',
	}),
	'missing-field': (name: string) => {
		const [field, parent] = name.split('.').reverse();
		const place = parent ? `, indented below "${parent}:"` : '';
		return {
			message: `The field "${name}" is missing.`,
			fix: `Add a line that starts with "${field}:"${place}.`,
		};
	},
	'invalid-field': (name: string, reason: string) => ({
		message: `The field "${name}" is wrong: ${reason}.`,
		fix: 'Correct the value; content/README.md has an example of every field.',
	}),
	'unknown-author': (id: string, near: string | undefined) => ({
		message: `Author "${id}" has no file in content/authors.`,
		fix: near ? `Did you mean "${near}"?` : `Create content/authors/${id}.mdx.`,
	}),
	'unknown-category': (id: string, near: string | undefined) => ({
		message: `Category "${id}" is not in content/categories.yaml.`,
		fix: near ? `Did you mean "${near}"?` : 'Add it there, or use one that is there.',
	}),
	'category-cycle': (id: string) => ({
		message: `Category "${id}" is its own ancestor.`,
		fix: 'Give one category of the circle another parent, or none.',
	}),
	'duplicate-id': (id: string) => ({
		message: `The id "${id}" is used twice.`,
		fix: 'Give one of the two another id.',
	}),
	'duplicate-address': (path: string, other: string) => ({
		message: `The address "${path}" already belongs to ${other}.`,
		fix: 'Rename one of the two, or delete the alias.',
	}),
	'empty-address': (label: string) => ({
		message: `Nothing of the tag "${label}" can stand in an address.`,
		fix: 'Use at least one letter or digit.',
	}),
	'wrong-year': (folder: string, year: string) => ({
		message: `The post lies in the folder "${folder}" but is dated ${year}.`,
		fix: `Move the file to ${year}/, or correct the date.`,
	}),
	'updated-before-date': () => ({
		message: 'The post was updated before it was published.',
		fix: 'Correct one of the two dates.',
	}),
	'html-image': () => ({
		message: 'The image is written as HTML, which leaves it out of the site.',
		fix: 'Write ![what it shows](./file.jpg) instead.',
	}),
	'missing-image': (path: string) => ({
		message: `There is no image "${path}" beside this file.`,
		fix: 'Put the image there, or correct the path.',
	}),
	'remote-image': (url: string) => ({
		message: `The image "${url}" lies on another site.`,
		fix: 'Save it beside the post and give its path: no page asks a third party for anything.',
	}),
	'undefined-footnote': (name: string, near: string | undefined) => ({
		message: `The note "[^${name}]" is never written.`,
		fix: near ? `Did you mean "[^${near}]"?` : `Add a line that starts with "[^${name}]:".`,
	}),
	'unknown-component': (name: string, near: string | undefined) => ({
		message: `There is no component "${name}".`,
		fix: near ? `Did you mean "${near}"?` : 'Use one that content/README.md lists, or import it.',
	}),
	'broken-mdx': (reason: string) => ({
		message: `The text is not valid MDX: ${reason}.`,
		fix: mdxAdvice(reason),
	}),
	'no-posts': () => ({
		message: 'There is no post to publish: none at all, or only drafts and posts of the future.',
		fix: 'Add one to posts/, or correct CONTENT_DIR.',
	}),
} satisfies Record<string, Explain<never[]>>;

export type Code = keyof typeof catalogue;

/** What to do about a mistake in YAML, by what its parser says. */
function yamlAdvice(reason: string): string {
	if (/tabs?\b/i.test(reason)) return 'Indent with spaces instead of tabs.';
	if (/unique/i.test(reason)) return 'Delete one of the two lines that start with the same field.';
	if (/implicit keys?/i.test(reason))
		return 'Put a space after the colon, or the value on the same line.';
	return 'Put "double quotes" around a value that contains a colon, a hash sign or an apostrophe, or starts with a sign.';
}

/** What to do about a mistake in MDX, by what its parser says. */
function mdxAdvice(reason: string): string {
	const [, tag] = /closing tag for `<(\w*)/.exec(reason) ?? [];
	if (tag) return `Add </${tag}> where it ends, or write <${tag} /> if nothing belongs inside.`;
	if (/acorn/.test(reason))
		return 'Braces hold code, and so does a line that starts with "import" or "export". Write \\{ for a brace, or begin the line with another word.';
	if (/`!`/.test(reason)) return 'Comments are written {/* like this */}.';
	return 'Write \\< and \\{ where you mean the characters themselves.';
}

export function finding<C extends Code>(
	code: C,
	file: string,
	at: Place,
	...values: Parameters<(typeof catalogue)[C]>
): Finding {
	const explain = catalogue[code] as Explain<typeof values>;
	return { code, file, at, ...explain(...values) };
}

/** Problems as a terminal shows them, in the order of files and lines, with a count below. */
export function formatProblems(problems: readonly Problem[]): string {
	const blocks = [...problems]
		.sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column)
		.map(
			({ file, line, column, code, message, fix }) =>
				`${file}:${line}:${column}  ${code}\n  ${message}\n  ${fix}`,
		);
	const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
	return [...blocks, `${count} in the content. Nothing was published.`].join('\n\n');
}
