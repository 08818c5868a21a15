import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath } from '../../folders.ts';
import { place, type Locator } from '../../markdown/parse/locate.ts';
import { parseSource, parseYaml } from '../../markdown/parse/source.ts';
import { ofFields } from '../../model/checks/catalogue/fields.ts';
import type { Address } from '../../model/checks/addresses.ts';
import { check } from '../../model/checks/check.ts';
import type { Content, Item } from '../../model/checks/content.ts';
import type { Ledger } from '../../model/publication/ledger.ts';
import type { Places } from '../../model/content/places.ts';
import {
	finding,
	isError,
	sorted,
	type Finding,
	type Problem,
} from '../../model/checks/problems.ts';
import type { Settings } from '../../model/publication/site.ts';
import { badImports, publicFiles } from './attachments.ts';
import type { Document } from './documents.ts';
import type { Images } from './images.ts';
import { readCategories, readLedger, readPlaces, readRedirects, readTags } from './lists.ts';
import { createReader, type Reader } from './reader.ts';
import type { ReadReplies } from './replies.ts';

/** All content as far as it can be read, and what is wrong with it. */
export interface Checked {
	readonly content: Content;
	readonly problems: readonly Problem[];
	readonly addresses: readonly Address[];
	readonly places: Places;
	readonly replies: ReadReplies['replies'];
	readonly ledger: Ledger;
	/** The files of `content` as they were read, by their names in messages. */
	readonly documents: ReadonlyMap<string, CheckedDocument>;
}

export type CheckedDocument = Document<unknown> & { readonly found: Images['files'] };

/**
 * Finds every problem of the content in `folder`, with its place. Asked again, it reads only the files
 * that have changed.
 */
export function createChecker(
	folder: string,
	site: Settings,
	reader: Reader = createReader(folder, site),
) {
	return async (now: Date): Promise<Checked> => {
		const [posts, authors, pages] = [
			await reader.posts(),
			await reader.authors(),
			await reader.pages(),
		];
		const replies = await reader.replies();
		const texts: Document<unknown>[] = [...posts, ...authors, ...pages];
		const documents = new Map<string, CheckedDocument>();
		const attached: Finding[] = [];
		for (const text of texts) {
			const { files, findings } = await reader.images(text);
			documents.set(text.file, { ...text, found: files });
			attached.push(...findings, ...badImports(text));
		}
		attached.push(...(await reader.positions()));
		reader.keep();
		const categories = readCategories(folder);
		const tags = readTags(folder);
		const places = readPlaces(folder);
		const ledger = readLedger(folder);
		const moved = readRedirects(folder);

		const content: Content = {
			posts: posts.map(toItem),
			authors: authors.map(toItem),
			pages: pages.map(toItem),
			categories: categories.items.flatMap(({ data }, index) =>
				data.id === undefined ? [] : [{ id: data.id, file: categories.file, data, index }],
			),
			tags: tags.items.map(({ data }, index) => ({
				id: data.id ?? '',
				file: tags.file,
				data,
				index,
			})),
			replies: replies.replies,
			redirects: moved.redirects,
		};
		const incomplete =
			[...categories.findings, ...tags.findings].some(isError) ||
			texts.some(({ problems }) => problems.some((one) => isError(one) && one.code in ofFields));
		const report = check(content, {
			site,
			now,
			isPublic: publicFiles(folder),
			ledger: ledger.ledger,
			files: { ledger: ledger.file, posts: displayPath(join(folder, 'posts')) },
			incomplete,
		});
		const known = new Set(posts.map(({ id }) => id));
		const orphans = replies.replies.filter(({ post }) => !known.has(post));
		const unsigned = replies.replies.flatMap(({ file, author }) =>
			author === undefined || authors.some(({ id }) => id === author)
				? []
				: [finding('unknown-author', file, ['author'], author, undefined)],
		);
		const lists = [categories, tags, places, ledger, moved];
		const findings = [
			...attached,
			...orphans.map(({ file, post }) => finding('orphan-reply', file, ['post'], post)),
			...unsigned,
			...lists.flatMap(({ findings }) => findings),
			...[...categories.items, ...tags.items].flatMap(({ findings }) => findings),
			...report.findings,
		];
		// What cannot be read is not missing as well.
		const unread = ({ code }: Finding) =>
			(code === 'unknown-category' && categories.source.data === undefined) ||
			(code === 'no-posts' && posts.some(({ valid }) => !valid));
		const placed = placeAll(
			findings.filter((found) => !unread(found)),
			(file) => sourceOf(file, documents, lists),
		);
		return {
			content,
			replies: replies.replies,
			problems: sorted([
				...texts.flatMap(({ problems }) => problems),
				...replies.problems,
				...placed,
			]),
			addresses: report.addresses,
			places: places.places,
			ledger: ledger.ledger,
			documents,
		};
	};
}

function toItem<Fields>({ id, file, data, text }: Document<Fields>): Item<Fields> {
	return { id, file, data, links: text?.links ?? [], anchors: text?.anchors };
}

function placeAll(findings: readonly Finding[], sourceOf: (file: string) => Locator): Problem[] {
	return [...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, found]) => {
		const source = sourceOf(file);
		return found.map((one) => place(one, source));
	});
}

function sourceOf(
	file: string,
	documents: Checked['documents'],
	lists: readonly { readonly file: string; readonly source: Locator }[],
): Locator {
	const text = documents.get(file);
	if (text) return parseSource(file, readFileSync(text.path, 'utf8'));
	const list = lists.find((list) => list.file === file);
	if (list) return list.source;
	if (file.endsWith('.yaml') && existsSync(file))
		return parseYaml(file, readFileSync(file, 'utf8'));
	return parseCode(file);
}

/** Finds a setting in the code that the owner edits, given its name and a string in it. */
function parseCode(file: string): Locator {
	const code = file.endsWith('.ts') ? readFileSync(file, 'utf8') : '';
	return {
		rewrite: () => undefined,
		locate: (at) => {
			const [name, value] = 'length' in at ? at : [];
			const setting = Math.max(0, code.search(new RegExp(`^\\t${name}:`, 'm')));
			const places = [`'${value}'`, `"${value}"`].map((quoted) => code.indexOf(quoted, setting));
			const place = Math.min(...places.filter((found) => found >= 0));
			const before = code.slice(0, Number.isFinite(place) ? place : setting).split('\n');
			return { line: before.length, column: before.at(-1)!.length + 1 };
		},
	};
}
