import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSource, parseYaml, place, type Locator } from '../markdown/source.ts';
import type { Address } from '../model/checks/addresses.ts';
import { ofFields } from '../model/catalogue/fields.ts';
import { check } from '../model/checks/check.ts';
import type { Content, Item } from '../model/checks/content.ts';
import { ledgerName, ledgerSchema, type Ledger } from '../model/ledger.ts';
import { finding, isError, sorted, type Finding, type Problem } from '../model/problems.ts';
import { categorySchema } from '../model/schema.ts';
import type { Places } from '../model/places.ts';
import type { Site } from '../model/site.ts';
import { attachments, publicFiles } from './attachments.ts';
import { named } from '../folders.ts';
import { readData, readList, readPlaces, type Document } from './documents.ts';
import { createReader, type Reader } from './reader.ts';
import type { ReadReplies } from './replies.ts';

/** All content as far as it could be read, and what is wrong with it. */
export interface Checked {
	readonly content: Content;
	readonly problems: readonly Problem[];
	readonly addresses: readonly Address[];
	readonly places: Places;
	readonly replies: ReadReplies['replies'];
	readonly ledger: Ledger;
}

/**
 * Finds every problem of the content in `folder`, with its place. Needs no build, and asked again
 * reads only the files that have changed.
 */
export async function createChecker(
	folder: string,
	site: Site,
	reading: Promise<Reader> = createReader(folder, site),
) {
	const reader = await reading;
	return async (now: Date): Promise<Checked> => {
		const posts = await reader.posts();
		const authors = await reader.authors();
		const pages = await reader.pages();
		const replies = await reader.replies();
		await reader.keep();
		const categories = await readList(join(folder, 'categories.yaml'), categorySchema);
		const places = await readPlaces(join(folder, 'places.yaml'));
		const ledger = await readLedger(folder);

		const content: Content = {
			posts: posts.map(toItem),
			authors: authors.map(toItem),
			pages: pages.map(toItem),
			categories: categories.items.flatMap(({ data }, index) =>
				data.id === undefined ? [] : [{ id: data.id, file: categories.file, data, index }],
			),
		};
		const texts: Document<unknown>[] = [...posts, ...authors, ...pages];
		const incomplete =
			categories.findings.some(isError) ||
			texts.some(({ problems }) => problems.some((one) => isError(one) && one.code in ofFields));
		const report = check(content, {
			site,
			now,
			isPublic: publicFiles(folder),
			ledger: ledger.data ?? {},
			files: { ledger: ledger.file, posts: named(join(folder, 'posts')) },
			incomplete,
		});
		const lists = [categories, places, ledger];
		const attached: Finding[] = [];
		for (const text of texts) attached.push(...(await attachments(text)));
		const known = new Set(posts.map(({ id }) => id));
		const orphans = replies.replies.filter(({ post }) => !known.has(post));
		const findings = [
			...attached,
			...orphans.map(({ file, post }) => finding('orphan-reply', file, ['post'], post)),
			...lists.flatMap(({ findings }) => findings),
			...categories.items.flatMap(({ findings }) => findings),
			...report.findings,
		];
		// What could not be read is not missing as well.
		const unread = ({ code }: Finding) =>
			(code === 'unknown-category' && categories.source.data === undefined) ||
			(code === 'no-posts' && posts.some(({ raw }) => raw === undefined));
		const sourceOf = (file: string) => {
			const text = texts.find((document) => document.file === file);
			if (text) return parseSource(file, readFileSync(text.path, 'utf8'));
			if (file.endsWith('.yaml') && existsSync(file) && !lists.some((list) => list.file === file))
				return parseYaml(file, readFileSync(file, 'utf8'));
			return lists.find((list) => list.file === file)?.source ?? parseCode(file);
		};
		return {
			content,
			replies: replies.replies,
			problems: sorted([
				...texts.flatMap(({ problems }) => problems),
				...replies.problems,
				...placeAll(
					findings.filter((found) => !unread(found)),
					sourceOf,
				),
			]),
			addresses: report.addresses,
			places: places.places,
			ledger: ledger.data ?? {},
		};
	};
}

function toItem<Data>({ id, file, data, text }: Document<Data>): Item<Data> {
	return {
		id,
		file,
		data: text ? { ...data, text: text.facts } : data,
		links: text?.links ?? [],
		anchors: text?.anchors,
	};
}

/** The ledger of `folder`, which is empty before the first build. */
async function readLedger(folder: string) {
	const path = join(folder, ledgerName);
	const file = named(path);
	const text = existsSync(path) ? await readFile(path, 'utf8') : '{}';
	const { data } = ledgerSchema.safeParse(jsonOf(text));
	// As YAML, which knows places, it takes long to read.
	if (data) return { file, data, findings: [], source: lazily(() => parseYaml(file, text)) };
	const read = await readData(path, ledgerSchema, '{}');
	const [first] = read.findings.filter(isError);
	if (!first) return read;
	const reason =
		read.source.data === undefined
			? 'it is not valid JSON'
			: 'it is no list of addresses with their ids';
	return { ...read, findings: [finding('broken-ledger', read.file, first.at, reason)] };
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function lazily(read: () => Locator): Locator {
	return { locate: (place) => read().locate(place), rewrite: () => undefined };
}

function placeAll(findings: readonly Finding[], sourceOf: (file: string) => Locator): Problem[] {
	return [...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, found]) => {
		const source = sourceOf(file);
		return found.map((one) => place(one, source));
	});
}

/** Where a setting stands in the code that the owner edits, given its value. */
function parseCode(file: string): Locator {
	const lines = file.endsWith('.ts') ? readFileSync(file, 'utf8').split('\n') : [];
	return {
		rewrite: () => undefined,
		locate: (at) => {
			const value = `'${'length' in at ? at[0] : ''}'`;
			const line = lines.findIndex((text) => text.includes(value));
			return line < 0
				? { line: 1, column: 1 }
				: { line: line + 1, column: lines[line]!.indexOf(value) + 1 };
		},
	};
}
