import type { Root } from 'mdast';
import { createHash } from 'node:crypto';
import type { Body, Text } from '../../model/text/rendered.ts';
import type { TextLink } from '../../model/checks/content.ts';
import { parseFields, type Schema } from '../../model/content/fields.ts';
import { finding, type Finding, type Problem } from '../../model/checks/problems.ts';
import { anchorsOf } from './anchors.ts';
import { parseBody, readText } from './body.ts';
import { declarationsOf, type Import } from './names.ts';
import type { SetQuotes } from '../plugins/quotes.ts';
import type { Render } from '../render/rendering.ts';
import { imagesOf, linksOf, type TextImage } from './links.ts';
import { characters } from '../rules/characters.ts';
import { indentedCode, unclosedFences } from '../rules/fences.ts';
import { fields } from '../rules/fields.ts';
import type { Components } from '../rules/jsx.ts';
import { checkProse } from '../rules/rules.ts';
import { place } from './locate.ts';
import { parseSource, type Source } from './source.ts';

/** The content of one file as plain data, without regard to other files. */
export interface Reading<Data> {
	/** Whether all fields are valid and the text is MDX. */
	readonly valid: boolean;
	/** The valid fields. */
	readonly data: Partial<Data>;
	/** `undefined` if the text is not MDX. */
	readonly text: TextReading | undefined;
	/** `undefined` if the text is not MDX, or if Astro has to compile it. */
	readonly body: Body | undefined;
	readonly problems: readonly Problem[];
}

/** The links, images and imports of a text, and the anchors to which links can point. */
interface TextReading {
	readonly links: readonly TextLink[];
	readonly images: readonly TextImage[];
	readonly imports: readonly Import[];
	readonly anchors: readonly string[];
	/** The excerpt, word count and other facts. */
	readonly facts: Text<string>;
}

/** The options for one kind of content file. */
export interface ParseOptions<Data> {
	readonly schema: Schema<Data>;
	/** The language of texts that name none. */
	readonly language: string;
	readonly components: Components;
	readonly setQuotes: SetQuotes;
	readonly render: Render;
	/** Whether lists show the excerpt of a text without a summary. */
	readonly summarized: boolean;
}

/** Reads and checks one content file. Returns its content together with all problems. */
export function readContent<Data>(
	file: string,
	written: string,
	manner: ParseOptions<Data>,
): Reading<Data> {
	// The parser takes a return alone for the end of a line; all else counts line feeds.
	const content = written.replace(/\r(?!\n)/g, '\n');
	const source = parseSource(file, content);
	const { data, findings } =
		source.data === undefined
			? { data: {}, findings: [] }
			: parseFields(file, source.data, manner.schema);
	const frontmatter = (source.data ?? {}) as Record<string, unknown>;
	const { language = manner.language } = data as { language?: string };
	const tree = parseBody(file, source.body);
	const read = Array.isArray(tree)
		? { text: undefined, body: undefined, findings: tree }
		: readTree(file, tree, source, frontmatter, language, manner);
	const code = indentedCode(file, source.body);
	return {
		valid: source.data !== undefined && findings.length === 0 && read.text !== undefined,
		data,
		text: read.text,
		body: read.body,
		problems: [
			...source.findings,
			...findings,
			...fields(file, source),
			...characters(file, content, language),
			...unclosedFences(file, source.body),
			...(Array.isArray(tree) ? code.map(asError) : code),
			...read.findings.filter(({ at }) => !isWithin(at, code)),
		].map((found) => place(found, source)),
	};
}

/** Code that is taken for words can keep the text from being read at all. */
function asError(found: Finding): Finding {
	return { ...found, severity: 'error' };
}

/** Whether a place lies in code that is told already, where no other advice is right. */
function isWithin(at: Finding['at'], code: readonly Finding[]): boolean {
	return code.some(
		({ at: start, repair }) =>
			'line' in at &&
			'line' in start &&
			at.line >= start.line &&
			// The repair has the two lines of the fences as well.
			at.line < start.line + repair!.text.split('\n').length - 2,
	);
}

function readTree(
	file: string,
	tree: Root,
	source: Source,
	frontmatter: Record<string, unknown>,
	language: string,
	{ components, summarized, setQuotes, render }: ParseOptions<unknown>,
) {
	const told = checkProse({ file, body: source.body, tree, frontmatter }, components);
	setQuotes(tree, frontmatter);
	const facts = readText(tree, language);
	const findings = [...told, ...(summarized ? summary(file, source, tree, facts.excerpt) : [])];
	const { anchors, headings } = anchorsOf(tree);
	const taken = {
		links: linksOf(tree),
		images: imagesOf(tree),
		imports: declarationsOf(tree).imports,
		anchors,
	};
	// Rendering comes last, because it changes the tree.
	const { body, images = [] } = render(tree, file, frontmatter) ?? {};
	const name = body
		? { body: digestOf(JSON.stringify(body)) }
		: { body: undefined, code: digestOf(JSON.stringify([source.data, source.body])) };
	return { text: { ...taken, facts: { ...facts, headings, images, ...name } }, body, findings };
}

function digestOf(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Reports a post with a text, but without a summary or an excerpt. */
function summary(file: string, { data }: Source, tree: Root, excerpt: string): Finding[] {
	if (!data || (data as { summary?: unknown }).summary || tree.children.length === 0) return [];
	return excerpt === '' ? [finding('missing-summary', file, ['title'])] : [];
}
