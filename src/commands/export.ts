import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { now } from '../clock.ts';
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { replaceFile } from '../disk.ts';
import { contentFolder, displayPath, parseCache, posix } from '../folders.ts';
import { printMarkdown } from '../exporting/markdown.ts';
import type { Whole, WholeText } from '../exporting/whole.ts';
import { printWxr } from '../exporting/wxr.ts';
import { parseBody } from '../markdown/parse/body.ts';
import { parseSource } from '../markdown/parse/source.ts';
import { isError } from '../model/checks/problems.ts';
import { summary } from '../model/checks/reports.ts';
import { citationOf } from '../model/page/citations.ts';
import { isPublished } from '../model/publication/dates.ts';
import { permanentId } from '../model/publication/ledger.ts';
import { createTags, tagKey } from '../model/publication/tags.ts';
import { createUrls } from '../model/publication/urls.ts';
import { localize, type Localized } from '../model/publication/site.ts';
import { createChecker, type Checked } from '../publishing/content/check.ts';
import { createReader } from '../publishing/content/reader.ts';
import { createEdition } from '../publishing/edition.ts';
import { site } from '../site.ts';
import { readOptions, refuse } from './options.ts';
import { settings } from './settings.ts';

const usage = `Usage: npm run export -- wxr|markdown|csl OUT
  wxr       OUT/export.xml, which WordPress imports, and OUT/wp-content/ with the images
  markdown  OUT/, a folder of Markdown that Hugo, Jekyll, Quarto and Pandoc read
  csl       OUT, a file of citations in CSL-JSON, which reference managers read
OUT must not be there yet. Drafts come along as drafts, but not as citations.`;

const { values, positionals } = readOptions(usage, { help: { type: 'boolean' } });
if (values.help) {
	console.log(usage);
	process.exit();
}
const [format, out, ...more] = positionals;
if (format === undefined || out === undefined || more.length > 0) refuse(usage);
const formats: Readonly<Record<string, (out: string) => Promise<void>>> = {
	wxr: exportWxr,
	markdown: exportMarkdown,
	csl: exportCsl,
};
if (!Object.hasOwn(formats, format)) refuse(`There is no format "${format}".\n${usage}`);
if (existsSync(out) && (!statSync(out).isDirectory() || readdirSync(out).length > 0))
	refuse(`"${out}" is there already. Name a folder or file that is not.`);
settings();
await formats[format]!(resolve(out));

async function exportWxr(folder: string): Promise<void> {
	const whole = await readWhole();
	const { xml, files, told } = printWxr(whole);
	replaceFile(join(folder, 'export.xml'), xml);
	for (const [from, path] of files) copy(join(contentFolder, from), join(folder, path));
	for (const sentence of told) console.log(sentence);
	tell(whole, join(folder, 'export.xml'));
	if (files.size > 0)
		console.log(
			`While WordPress imports it, ${files.size} images must be found at ${whole.site.address}wp-content/: put that folder beside the built site.`,
		);
}

async function exportMarkdown(folder: string): Promise<void> {
	const whole = await readWhole();
	for (const one of whole.texts) {
		const place = join(folder, one.kind === 'post' ? `posts/${one.id}` : `pages/${one.id}`);
		// Jekyll knows `published`, all others `draft`.
		const fields = { ...one.fields, ...(one.status === 'draft' && { published: false }) };
		replaceFile(join(place, 'index.md'), printMarkdown({ ...one, fields }));
		for (const reply of one.replies)
			replaceFile(
				join(place, `replies/${reply.id}.json`),
				`${JSON.stringify(reply, null, '\t')}\n`,
			);
		for (const file of filesOf(one)) {
			const from = join(contentFolder, one.folder, decodeURI(file));
			if (existsSync(from)) copy(from, join(place, decodeURI(file)));
		}
	}
	for (const author of whole.authors)
		replaceFile(join(folder, `authors/${author.id}.md`), printMarkdown(author));
	for (const name of ['categories.yaml', 'tags.yaml', 'places.yaml', 'redirects.yaml', 'files'])
		if (existsSync(join(contentFolder, name))) copy(join(contentFolder, name), join(folder, name));
	tell(whole, folder);
}

/** The addresses of the files beside a text that it shows. */
function filesOf({ tree, fields }: WholeText): string[] {
	const { src } = (fields['image'] ?? {}) as { src?: string };
	const files = src === undefined ? [] : [src];
	visit(tree as Nodes, 'image', ({ url }) => void files.push(url));
	return files.filter((url) => !/^(\/|[a-z]+:)/.test(url));
}

async function exportCsl(file: string): Promise<void> {
	const edition = createEdition();
	await edition.load();
	refuseErrors(edition.checked);
	const { publication } = edition;
	const citations = publication.posts.map((post) => citationOf(post, publication.site));
	replaceFile(file, `${JSON.stringify(citations, null, '\t')}\n`);
	console.log(`Written: ${displayPath(file)}, ${citations.length} citations.`);
}

function copy(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true });
	cpSync(from, to, { recursive: true });
}

function tell({ texts, authors }: Whole, path: string): void {
	const count = (kind: WholeText['kind']) => texts.filter((one) => one.kind === kind).length;
	const replies = texts.reduce((sum, one) => sum + one.replies.length, 0);
	console.log(
		`Written: ${displayPath(path)}, ${count('post')} posts, ${count('page')} pages, ${authors.length} authors, ${replies} replies.`,
	);
}

function refuseErrors({ problems }: Checked): void {
	if (problems.some(isError))
		refuse(`${summary(problems)} First fix the errors that "npm run check" reports.`, 1);
}

/** Reads the whole publication. What was withdrawn stays away, because its texts are not for readers. */
async function readWhole(): Promise<Whole> {
	const time = now();
	const reader = createReader(contentFolder, site, parseCache(site));
	const checked = await createChecker(contentFolder, site, reader)(time);
	refuseErrors(checked);
	const { content, documents, ledger, replies } = checked;
	const urls = createUrls(new URL(site.address).origin);
	const findTag = createTags(content.tags as never, urls);
	const inLanguage = (text: Localized) => localize(text, site.language, site.language).text;
	const sourceOf = (file: string) => {
		const { path } = documents.get(file)!;
		const { data, body } = parseSource(file, readFileSync(path, 'utf8'));
		const tree = parseBody(file, body);
		if (Array.isArray(tree)) throw new Error(`export: "${file}" cannot be parsed; run check first`);
		return {
			fields: (data ?? {}) as Record<string, unknown>,
			tree,
			folder: dirname(posix(relative(contentFolder, path))),
		};
	};
	const posts = content.posts
		.filter(({ data }) => !data.withdrawn)
		.map(({ id, file, data }): WholeText => {
			const date = data.date!;
			const isDraft = data.draft === true;
			const isDue = isPublished({ draft: false, date }, time, site.timeZone);
			return {
				kind: 'post',
				id,
				...sourceOf(file),
				status: isDraft ? 'draft' : isDue ? 'publish' : 'future',
				guid: data.guid ?? site.feedId + permanentId(ledger, `/${id}/`, data.aliases ?? []),
				date: date.text,
				authors: data.author ?? [],
				categories: data.categories ?? [],
				tags: (data.tags ?? []).map((label) => findTag(label).label),
				replies: replies
					.filter(({ post }) => post === id)
					.map(({ html: _, file: __, ...reply }) => reply),
			};
		});
	const pages = content.pages.map(({ id, file }): WholeText => ({
		kind: 'page',
		id,
		...sourceOf(file),
		status: 'publish',
		guid: '',
		authors: [],
		categories: [],
		tags: [],
		replies: [],
	}));
	const withdrawn = content.posts.length - posts.length;
	if (withdrawn > 0) console.log(`${withdrawn} posts were withdrawn, and stay away.`);
	const labels = new Map(posts.flatMap(({ tags }) => tags.map((label) => [tagKey(label), label])));
	return {
		site: {
			name: inLanguage(site.name),
			tagline: inLanguage(site.tagline),
			address: site.address.replace(/\/*$/, '/'),
			language: site.language,
		},
		texts: [...posts, ...pages],
		authors: content.authors
			.filter(({ data }) => data.translationOf === undefined)
			.map(({ id, file, data }) => ({ id, name: data.name ?? id, ...sourceOf(file) })),
		categories: content.categories.map(({ id, data }) => ({
			id,
			label: inLanguage(data.label!),
			description: data.description && inLanguage(data.description),
			parent: data.parent,
		})),
		tags: [...labels.values()].map((label) => {
			const { id, description } = findTag(label);
			return { id, label, description };
		}),
	};
}
