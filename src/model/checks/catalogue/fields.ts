import { error, meant, warning } from './entry.ts';

/** Problems with the name, the encoding and the frontmatter of a file. */
export const ofFields = {
	'misplaced-reply': error((path: string) => ({
		message: 'A reply lies where its id and its post do not belong.',
		fix: `Move it to "${path}", or correct its fields.`,
	})),
	'orphan-reply': error((post: string) => ({
		message: `There is no post "${post}" that this could be a reply to.`,
		fix: 'If the post was renamed, change "post" and move the file; otherwise delete it.',
	})),
	'bad-file-name': error((name: string) => ({
		message: `The name "${name}" cannot become an address.`,
		fix: 'Rename it: lower-case letters, digits and hyphens, such as on-mercy.mdx.',
	})),
	'misplaced-file': error((expected: string) => ({
		message: 'Nothing reads this file where it lies, or under this name.',
		fix: `Name it ${expected}.`,
	})),
	'linked-file': error(() => ({
		message: 'This is a link to a file or folder elsewhere, which is not read.',
		fix: 'Put the file itself here.',
	})),
	'not-utf-8': error(() => ({
		message: 'The file is not encoded as UTF-8.',
		fix: 'Save it again and choose the encoding “UTF-8” in your editor.',
	})),
	'missing-frontmatter': error((isToml: boolean) => ({
		message: isToml
			? 'The fields stand between lines of +++, as Hugo has them in TOML.'
			: 'The file does not start with frontmatter between two lines of three hyphens.',
		fix: isToml
			? 'Write "---" instead of "+++", and each field as YAML: title: "Salt".'
			: 'Put "---" on the very first line, the fields below it, and "---" on a line of its own after them.',
	})),
	'broken-yaml': error((reason: string) => ({
		message: `The fields are not valid YAML: ${reason}.`,
		fix: yamlAdvice(reason),
	})),
	'unquoted-colon': error((field: string, value: string) => ({
		message: `The value of "${field}" contains a colon, which to YAML starts another field.`,
		fix: `Put it in quotes: ${field}: ${quoted(value)}`,
	})),
	'lost-to-comment': warning((field: string, lost: string) => ({
		message: `The value of "${field}" ends before "${lost}", because a hash sign after a space starts a comment.`,
		fix: 'Put the whole value in quotes, or a space after the hash sign if a comment is meant.',
	})),
	'duplicate-field': error((name: string) => ({
		message: `The field "${name}" stands here twice.`,
		fix: 'Delete one of the two lines.',
	})),
	'unknown-field': error((name: string, near: string | undefined, instead?: string) => ({
		message: `There is no field "${name}" here.`,
		fix: instead ?? meant(near, 'Delete it, or see content/README.md for the fields.'),
	})),
	'missing-field': error((name: string) => {
		const [field, parent] = name.split('.').reverse();
		const place = parent ? `, indented below "${parent}:"` : '';
		return {
			message: `The field "${name}" is missing.`,
			fix: `Add a line that starts with "${field}:"${place}.`,
		};
	}),
	'invalid-field': error((name: string, reason: string) => ({
		message: `The field "${name}" is wrong: ${reason}.`,
		fix: 'Correct the value; content/README.md has an example of every field.',
	})),
	'bad-date': error((name: string, value: string) => ({
		message: `The field "${name}" is "${value}", which is no date.`,
		fix: 'Write 2019, 2019-08, 2019-08-07, or a moment with its zone, 2019-08-07T09:30:00+08:00.',
	})),
	'updated-before-date': error(() => ({
		message: 'The post was updated before it was published.',
		fix: 'Correct one of the two dates.',
	})),
	'wrong-year': error((folder: string, year: string) => ({
		message: `The post lies in the folder "${folder}" but is dated ${year}.`,
		fix: `Move the file to ${year}/, or correct the date.`,
	})),
	'markup-in-field': warning((name: string) => ({
		message: `The field "${name}" is shown as it stands, with the signs of Markdown in it.`,
		fix: 'Delete the signs; only captions and credits take emphasis, code and links.',
	})),
	'missing-summary': warning(() => ({
		message: 'The post has no summary, and no paragraph at its beginning that could stand for it.',
		fix: 'Add a line that starts with "summary:" and says in a sentence or two what the post is about.',
	})),
	'long-summary': warning((length: number) => ({
		message: `The summary has ${length} characters; search engines and link previews cut it after about 160.`,
		fix: 'Say it more shortly, the most important first.',
	})),
	'unknown-author': error((id: string, near: string | undefined) => ({
		message: `Author "${id}" has no file in content/authors.`,
		fix: meant(near, 'Create one with "npm run new -- author".'),
	})),
	'unknown-category': error((id: string, near: string | undefined) => ({
		message: `Category "${id}" is not in content/categories.yaml.`,
		fix: meant(near, 'Add it there with "npm run new -- category", or use one that is there.'),
	})),
	'repeated-value': warning((field: string, value: string) => ({
		message: `"${value}" stands twice in "${field}".`,
		fix: 'Delete one of the two.',
	})),
	'category-cycle': error((id: string) => ({
		message: `Category "${id}" is its own ancestor.`,
		fix: 'Give one category of the circle another parent, or none.',
	})),
	'duplicate-id': error((id: string) => ({
		message: `The id "${id}" is used twice.`,
		fix: 'Give one of the two another id.',
	})),
	'tag-spelling': warning((tag: string, other: string, isUsual: boolean) => ({
		message: `The tag "${tag}" is ${isUsual ? 'usually' : 'as often'} written "${other}".`,
		fix: isUsual
			? `Write "${other}"; "npm run check -- --fix" does it.`
			: 'Choose one of the two, and write it everywhere or as the label in content/tags.yaml.',
	})),
	'similar-tags': warning((tag: string, other: string, posts: number) => ({
		message: `The tag "${tag}" is nearly "${other}", which ${posts === 1 ? 'one post has' : `${posts} posts have`}.`,
		fix: `If both mean the same, write "${other}" here.`,
	})),
	'no-posts': error(() => ({
		message: 'There is no post to publish: none at all, or only drafts and posts of the future.',
		fix: 'Add one with "npm run new", or correct CONTENT_DIR.',
	})),
};

/** Returns advice for a YAML error, by the message of the parser. */
function yamlAdvice(reason: string): string {
	if (/tabs?\b/i.test(reason)) return 'Indent with spaces instead of tabs.';
	if (/implicit keys?/i.test(reason))
		return 'Put a space after the colon, or the value on the same line.';
	return 'Put "double quotes" around a value that contains a colon, a hash sign or an apostrophe, or starts with a sign.';
}

/** Puts a value in quotes that it does not contain. */
function quoted(value: string): string {
	return value.includes("'") ? JSON.stringify(value) : `'${value}'`;
}
