import type { Root } from 'mdast';
import type { TextLink } from '../model/checks/content.ts';
import { parseFields, type Schema } from '../model/fields.ts';
import { finding, type Finding, type Problem } from '../model/problems.ts';
import { anchorsOf } from './anchors.ts';
import { opening, parseBody } from './body.ts';
import { declarationsOf, type Import } from './jsx.ts';
import { imagesOf, linksOf, type TextImage } from './references.ts';
import { characters } from './rules/characters.ts';
import { fields } from './rules/fields.ts';
import type { Components } from './rules/jsx.ts';
import { checkProse } from './rules/rules.ts';
import { parseSource, place, type Source } from './source.ts';

/** What one file says, by itself, as plain data. */
export interface Reading<Data> {
	/** The fields as YAML has them; `undefined` where it could not be read. */
	readonly raw: unknown;
	/** The fields that are right. */
	readonly data: Partial<Data>;
	/** `undefined` where the text is not MDX. */
	readonly text: TextReading | undefined;
	readonly problems: readonly Problem[];
}

/** What a text takes from elsewhere, and offers to others. */
export interface TextReading {
	readonly links: readonly TextLink[];
	readonly images: readonly TextImage[];
	readonly imports: readonly Import[];
	readonly anchors: readonly string[];
}

/** How a kind of file is read. */
export interface Manner<Data> {
	readonly schema: Schema<Data>;
	/** Of texts that name none. */
	readonly language: string;
	readonly components: Components;
	/** Whether lists show the opening of the text where there is no summary. */
	readonly summarized: boolean;
}

export function readContent<Data>(
	file: string,
	content: string,
	manner: Manner<Data>,
): Reading<Data> {
	const source = parseSource(file, content);
	const { data, findings } =
		source.data === undefined
			? { data: {}, findings: [] }
			: parseFields(file, source.data, manner.schema);
	const { language } = (source.data ?? {}) as { language?: unknown };
	const ownLanguage = typeof language === 'string' ? language : manner.language;
	const tree = parseBody(file, source.body);
	const readable = !('code' in tree);
	const all = [
		...source.findings,
		...findings,
		...fields(file, source),
		...characters(file, content, ownLanguage),
		...(readable ? checkProse({ file, body: source.body, tree }, manner.components) : [tree]),
		...(readable && manner.summarized ? summary(file, source, tree) : []),
	];
	return {
		raw: source.data,
		data,
		text: readable ? readTree(tree) : undefined,
		problems: all.map((found) => place(found, source)),
	};
}

function readTree(tree: Root): TextReading {
	return {
		links: linksOf(tree),
		images: imagesOf(tree),
		imports: declarationsOf(tree).imports,
		anchors: anchorsOf(tree),
	};
}

/** A post of which lists could say nothing. A post without any text is all title. */
function summary(file: string, { data }: Source, tree: Root): Finding[] {
	if (!data || (data as { summary?: unknown }).summary || tree.children.length === 0) return [];
	return opening(tree) === '' ? [finding('missing-summary', file, ['title'])] : [];
}
