import { error } from './entry.ts';

/** Problems that keep a text from being read. */
export const ofSyntax = {
	'broken-mdx': error((reason: string) => ({
		message: `The text is not valid MDX: ${reason}.`,
		fix: 'Write \\< and \\{ where you mean the characters themselves.',
	})),
	'stray-angle-bracket': error((after: string) => ({
		message: `"<${after}" is read as the beginning of a tag.`,
		fix: `Write "\\<${after}", or "less than".`,
	})),
	'broken-tag': error((name: string, sign: string) => ({
		message: `The tag <${name}> is not written to its end${sign && `: "${sign}" stands where an attribute or ">" should`}.`,
		fix: `Write it like <${name} title="…">, or "\\<" for the sign itself.`,
	})),
	'stray-brace': error(() => ({
		message: 'A brace "{" holds code, but this is none.',
		fix: 'Write "\\{" for the brace itself.',
	})),
	'stray-statement': error(() => ({
		message: 'A line that begins with "import" or "export" holds code, but this is none.',
		fix: 'Begin the line with another word, or join it to the line before.',
	})),
	'stray-end-tag': error((name: string) => ({
		message: `The tag </${name}> ends what has not begun.`,
		fix: `Delete it, or write <${name}> where it begins.`,
	})),
	'misplaced-end-tag': error((name: string) => ({
		message: `The tag </${name}> stands within a paragraph that begins after <${name}>.`,
		fix: `Write both in one line, or each on a line of its own.`,
	})),
	'upper-case-tag': error((name: string) => ({
		message: `A name in capitals, such as <${name}>, is the name of a component.`,
		fix: `Write <${name.toLowerCase()}>; "npm run check -- --fix" does it.`,
	})),
	'unquoted-attribute': error((name: string, value: string) => ({
		message: `The value of the attribute "${name}" stands without quotes.`,
		fix: `Write ${name}="${value}"; "npm run check -- --fix" does it.`,
	})),
	'foreign-code': error((code: string) => ({
		message: `"${code}" is code of another system, and nothing here runs it.`,
		fix: 'Delete it, or write what it made: an image, <Figure>, <Video>, a link.',
	})),
	'attribute-list': error((list: string) => ({
		message: `"${list}" gives an id or a class in another system, and nothing here reads it.`,
		fix: 'Delete it: headings have ids of their own, and the site’s styles decide the look.',
	})),
	'merge-conflict': error(() => ({
		message: 'Two versions of the text stand here, because git could not merge them.',
		fix: 'Choose one of the two, and delete the lines of <, = and >.',
	})),
	'angle-link': error((address: string) => ({
		message: `An address between < and > is not read as a link in MDX: "${address}".`,
		fix: `Write [what it is](${address.replace(/^(?=[^/:]*@)/, 'mailto:')}).`,
	})),
	'unclosed-tag': error((name: string) => ({
		message: `The tag <${name}> is not closed in the same paragraph or block.`,
		fix: `Write </${name}> where it ends, or <${name} /> if nothing belongs inside; a tag around paragraphs stands on lines of its own. If no tag is meant, write \\<${name}>.`,
	})),
	'void-tag': error((name: string) => ({
		message: `MDX wants <${name}> to end in a slash, because nothing can stand inside.`,
		fix: `Write <${name} />; "npm run check -- --fix" does it.`,
	})),
	'curly-quotes': error(() => ({
		message: 'The value of an attribute stands in curly quotes.',
		fix: 'Write straight quotes, such as caption="The lake"; "npm run check -- --fix" does it.',
	})),
	'html-comment': error(() => ({
		message: 'A comment in HTML is not read in MDX.',
		fix: 'Write {/* like this */}; "npm run check -- --fix" does it.',
	})),
};
