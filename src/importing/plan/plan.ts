import { toString } from 'mdast-util-to-string';
import { stringify } from 'yaml';
import type { Schema } from '../../model/content/fields.ts';
import { authorSchema, pageSchema, postSchema } from '../../model/content/schema.ts';
import { captionOf } from '../markup/captions.ts';
import { parseHtml } from '../markup/mdx.ts';
import type { Resolve } from '../markup/rewrite.ts';
import { withoutOpenDirections } from '../../model/text/invisible.ts';
import type { ReplyData } from '../../model/replies/replies.ts';
import type { ExportedText, Source } from '../records.ts';
import { toReplies, type ImportedReplies } from '../replies.ts';
import type { Author } from '../people/authors.ts';
import { arrange, type Arranged, type NewSite, type Placed } from './arrange.ts';
import { createNames, type Copy } from './attachments.ts';
import { createBalance, type Balance } from './balance.ts';
import { convert } from './convert.ts';
import type { Decisions } from './decisions.ts';
import { createResolve, type FindCopy, type TextFiles } from './resolve.ts';
import { toLists, type Lists } from './lists.ts';

/** A file to write, below the content folder. */
export interface Written {
	readonly path: string;
	readonly text: string;
	/** Another name that the text may have: with images it has a folder of its own. */
	readonly instead?: string | undefined;
}

/** What an import brings, piece by piece. */
type Piece =
	| { readonly kind: 'file'; readonly file: Written | Copy; readonly belongsTo?: string }
	| { readonly kind: 'lists'; readonly lists: Lists }
	| { readonly kind: 'waiting'; readonly reply: ImportedReplies['waiting'][number] };

/** The longest summary that a post can have, in characters. */
const longestSummary = 300;

/** What is to be done, and the way to do it. */
export interface Plan {
	readonly arranged: Arranged;
	/** The addresses of files that texts show or link to, and that are not on this machine. */
	readonly missing: ReadonlySet<string>;
	pieces(): AsyncGenerator<Piece>;
}

/**
 * Plans an import. The pieces are made one by one, as they are asked for; the balance is whole when all
 * were.
 */
export function plan(
	{ exported, contents }: Source,
	given: Decisions,
	site: NewSite,
	findCopy: FindCopy,
	balance: Balance,
): Plan {
	const arranged = arrange(exported, given, site, balance);
	const { texts, decisions } = arranged;
	const missing = new Set<string>();
	const resolveFor = createResolve(arranged, findCopy, site);
	const strip = decisions.strip.map((one) => new RegExp(one, 'iu'));
	const language = languageFor(decisions.language ?? exported.language, site.language);
	const guids = new Set<string>();
	const pathsOfTexts = new Map<string, string>();
	const files = new Map<string, string>();
	const nameFile = createNames();
	/** The files that texts show beside them. */
	const shown = new Set<string>();

	function* convertText(placed: Placed, tree: Parameters<typeof convert>[0]): Generator<Piece> {
		const { text, id } = placed;
		const folder = text.kind === 'post' ? `posts/${id}` : 'pages';
		const name = createNames();
		const besides = new Map<string, string>();
		const resolve = resolveFor(text.link, {
			beside(from, url) {
				const own = name(from, url);
				const file = text.kind === 'post' ? own : `${id}-${own}`;
				besides.set(from, file);
				shown.add(from);
				return `./${file}`;
			},
			inFiles(from, url) {
				const file = nameFile(from, url);
				files.set(from, file);
				return `/files/${file}`;
			},
			isPublic: text.visibility === 'public',
			missing: (url) => void missing.add(url),
		});
		const title = text.title || 'Untitled';
		const body = convert(tree, { resolve, strip, title }, balance, text.place);
		const { fields, remarks } = fieldsOf(placed, language, resolve, balance, guids, decisions);
		const all = withOwn(fields, text.fields, text.kind === 'post' ? postSchema : pageSchema);
		const whole = [...remarks.map((line) => `{/* ${line.replaceAll('*/', '* /')} */}`), body];
		const content = withoutOpenDirections(
			`---\n${stringify(all, { lineWidth: 0, version: '1.2' })}---\n\n${whole.join('\n\n').trim()}\n`,
		);
		const [alone, inFolder] = [`${folder}.mdx`, `${folder}/index.mdx`];
		const path = text.kind === 'page' ? `pages/${id}.mdx` : besides.size > 0 ? inFolder : alone;
		const instead = text.kind === 'page' ? undefined : path === alone ? inFolder : alone;
		balance.went(text.kind === 'post' ? 'posts' : 'pages');
		pathsOfTexts.set(text.id, path);
		yield { kind: 'file', file: { path, text: content, instead } };
		for (const [from, own] of besides)
			yield { kind: 'file', file: { path: `${folder}/${own}`, from }, belongsTo: path };
	}
	function* replyPieces(
		placed: Placed,
		replies: Parameters<typeof toReplies>[1],
		belongsTo: string | undefined,
	): Generator<Piece> {
		balance.came('replies', replies.length);
		const { id, text } = placed;
		if (text.kind === 'page') {
			balance.explain(
				'replies',
				-replies.length,
				'replies to pages have no place here',
				text.place,
			);
			return;
		}
		const made = toReplies(id, replies, arranged.authorOfNumber);
		for (const sentence of made.told) arranged.doubts.push(`${text.place}: ${sentence}`);
		const lost = replies.length - made.published.length - made.waiting.length;
		balance.explain('replies', -lost, 'too long, or without a text', text.place);
		balance.went('replies', made.published.length + made.waiting.length);
		for (const reply of made.published)
			yield {
				kind: 'file',
				file: { path: `replies/${id}/${reply.id}.yaml`, text: printReply(reply) },
				...(belongsTo !== undefined && { belongsTo }),
			};
		for (const reply of made.waiting) yield { kind: 'waiting', reply };
	}

	async function* pieces(): AsyncGenerator<Piece> {
		countTerms(exported, arranged, balance);
		const places = new Map(texts.map((one) => [one.text.id, one]));
		for (const { kind, visibility, id, place } of exported.texts) {
			const row = kind === 'post' ? 'posts' : 'pages';
			balance.came(row);
			if (!places.has(id)) balance.explain(row, -1, `not for all to read (${visibility})`, place);
		}
		for await (const { id, tree, replies } of contents()) {
			const placed = places.get(id);
			if (!placed) {
				balance.came('replies', replies.length);
				balance.explain('replies', -replies.length, 'to a text that is left out');
				continue;
			}
			try {
				yield* convertText(placed, tree());
			} catch (error) {
				const isDeep = error instanceof RangeError;
				const reason = isDeep ? 'its elements are nested too deeply' : (error as Error).message;
				balance.fail(`${placed.text.place}: cannot be converted: ${reason}`);
			}
			yield* replyPieces(placed, replies, pathsOfTexts.get(id));
		}
		for (const from of files.keys()) shown.add(from);
		countFiles(
			exported.files.map(({ url }) => url),
			shown,
			missing,
			findCopy,
			balance,
		);
		for (const [from, name] of files) yield { kind: 'file', file: { path: `files/${name}`, from } };
		for (const author of arranged.authors)
			if (!author.isThere)
				yield {
					kind: 'file',
					file: authorFile(author, arranged, {
						...resolveFor('', nowhere),
						image: () => undefined,
						file: () => undefined,
					}),
				};
		yield {
			kind: 'lists',
			lists: toLists(arranged, exported.redirects, files, findCopy, new URL(site.address).pathname),
		};
	}
	return { arranged, missing, pieces };
}

/** A biography has no files beside it. */
const nowhere: TextFiles = {
	beside: () => '',
	inFiles: () => '',
	isPublic: true,
	missing: () => undefined,
};

function fieldsOf(
	{ text, date, authors, categories, tags, aliases }: Placed,
	language: string | undefined,
	resolve: ReturnType<ReturnType<typeof createResolve>>,
	balance: Balance,
	guids: Set<string>,
	{ guests }: Decisions,
) {
	const remarks: string[] = [];
	const line = plainText(text.excerpt);
	if (line.length > longestSummary) remarks.push(`The summary was too long: ${line}`);
	const summary = line !== '' && line.length <= longestSummary ? line : undefined;
	const own = text.language?.replace('_', '-');
	const lang = own === undefined ? language : (languageFor(own, undefined) ?? language);
	const shortened = (guests.shorten ? (guests.titles ?? []) : []).reduce(
		(title, one) => title.replace(new RegExp(`^\\s*(?:${one})\\s*[:–—-]\\s*`, 'iu'), ''),
		text.title,
	);
	const title = shortened || text.title || 'Untitled';
	if (text.kind === 'page')
		return { fields: given({ title, summary, language: lang, aliases: filled(aliases) }), remarks };
	const guid = text.guid.replaceAll('&#038;', '&').replaceAll('&amp;', '&');
	const isId = /^([a-z][a-z0-9+.-]*:\S+|[0-9a-f]{24})$/i.test(guid) && !guids.has(guid);
	if (isId) guids.add(guid);
	const canonical =
		text.canonical !== undefined && URL.canParse(text.canonical)
			? new URL(text.canonical)
			: undefined;
	const isElsewhere =
		canonical && text.link && URL.canParse(text.link) && canonical.host !== new URL(text.link).host;
	return {
		fields: given({
			title,
			subtitle: text.subtitle,
			summary,
			date,
			author: authors.length === 1 ? authors[0]!.id : authors.map(({ id }) => id),
			categories: filled(categories),
			tags: filled(tags),
			language: lang,
			image: leadImage(text, resolve, balance),
			firstPublished: isElsewhere
				? { in: canonical.hostname.replace(/^www\./, ''), url: canonical.href, canonical: true }
				: undefined,
			guid: isId ? guid : undefined,
			aliases: filled(aliases),
			draft: text.visibility === 'public' ? undefined : true,
			replies: text.acceptsReplies ? undefined : 'closed',
		}),
		remarks,
	};
}

function leadImage(
	{ image, imageAlt, imageCaption, place }: ExportedText,
	resolve: ReturnType<ReturnType<typeof createResolve>>,
	balance: Balance,
) {
	if (image === undefined) return undefined;
	balance.came('images');
	const found = /^\d{1,10}$/.test(image)
		? resolve.image('', image)
		: resolve.image(image, undefined);
	if (!found) {
		balance.explain('images', -1, 'the file is missing: give --media FOLDER or --download', place);
		return undefined;
	}
	balance.went('images');
	const caption = captionOf(parseHtml(imageCaption ?? '').children as never);
	return given({ src: found.src, alt: imageAlt || found.alt, caption: caption || undefined });
}

function authorFile(author: Author, { authorAliases, old }: Arranged, resolve: Resolve): Written {
	const { id, name, given: first, family, url, accounts } = author;
	const person = old.people.find(({ login, bio }) => bio && accounts.includes(login));
	const tree = parseHtml(person?.bio ?? '');
	const bio = convert(tree, { resolve, strip: [], title: name }, createBalance(), id);
	const fields = given({
		name,
		...(first && family ? { given: first, family } : { literal: name }),
		url: url !== undefined && /^https?:\/\/./.test(url) && URL.canParse(url) ? url : undefined,
		aliases: filled(authorAliases.get(author) ?? []),
	});
	return {
		path: `authors/${id}.mdx`,
		text:
			`---\n${stringify(withOwn(fields, person?.fields, authorSchema), { lineWidth: 0, version: '1.2' })}---\n\n${bio}`.trimEnd() +
			'\n',
	};
}

/**
 * Adds the fields that only a site like ours has, if they are valid with the others. A date is theirs if it
 * is the same and less precise: WordPress knows no year without a day.
 */
function withOwn(fields: object, own: ExportedText['fields'], schema: Schema): object {
	if (own === undefined) return fields;
	const { date, image = {} } = fields as { date?: string; image?: object };
	const written = own['date'] === undefined ? undefined : String(own['date']);
	const isSame = written !== undefined && date?.startsWith(`${written}-01-01`.slice(0, 10));
	const all = {
		...fields,
		...own,
		...(date !== undefined && { date: isSame ? own['date'] : date }),
		...('image' in fields
			? { image: { ...image, ...(own['image'] as object) } }
			: { image: undefined }),
	};
	const kept = given(all);
	return schema.safeParse(kept).success ? kept : fields;
}

function printReply({ author, ...reply }: ReplyData): string {
	return stringify(
		{ ...reply, ...(author !== undefined && { author }) },
		{ lineWidth: 0, version: '1.2' },
	);
}

/** The language of texts, if it is not that of the site. */
function languageFor(written: string | undefined, site: string | undefined): string | undefined {
	try {
		const [tag] = Intl.getCanonicalLocales((written ?? '').replace('_', '-'));
		const [bare] = (tag ?? '').split('-');
		return bare === undefined || bare === '' || bare === site?.split('-')[0] ? undefined : bare;
	} catch {
		return undefined;
	}
}

function plainText(html: string): string {
	return toString(parseHtml(html))
		.replace(/[ \t\r\n]+/g, ' ')
		.trim();
}

function given<Fields extends object>(fields: Fields): Partial<Fields> {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as Partial<Fields>;
}

function filled<One>(list: readonly One[]): readonly One[] | undefined {
	return list.length > 0 ? list : undefined;
}

/** Counts people, categories and tags, and says why they are fewer or more. */
function countTerms(exported: Source['exported'], arranged: Arranged, balance: Balance): void {
	const { authors, old, terms, people, usedTags } = arranged;
	balance.came('authors', old.people.length);
	balance.went('authors', authors.length);
	const wrote = new Set(authors.flatMap(({ accounts }) => accounts));
	const idle = old.people.filter(({ login }) => !wrote.has(login)).length;
	balance.explain('authors', -idle, 'no text is theirs');
	const accounts = old.people.filter(({ login }) => wrote.has(login)).length;
	const holders = authors.filter((one) =>
		one.accounts.some((login) => old.people.some((person) => person.login === login)),
	);
	balance.explain('authors', holders.length - accounts, 'several accounts have one name');
	balance.explain(
		'authors',
		authors.length - holders.length,
		'named by bylines, categories or tags, or in import.yaml',
	);
	for (const kind of ['categories', 'tags'] as const) {
		const all = exported[kind];
		balance.came(kind, all.length);
		balance.explain(kind, -people[kind].size, 'they are people');
		const fates = [...terms[kind].values()];
		for (const fate of fates) if (fate.kind === 'left') balance.explain(kind, -1, fate.reason);
		const own = fates.filter((fate) => fate.kind === (kind === 'tags' ? 'tag' : 'category'));
		const distinct = new Set(own.flatMap((fate) => (fate.kind === 'left' ? [] : [fate.term])));
		balance.explain(kind, distinct.size - own.length, 'several are one');
		const others = fates.length - own.length - fates.filter(({ kind }) => kind === 'left').length;
		balance.explain(kind, -others, 'became tags, as import.yaml says');
		const out =
			kind === 'tags' ? [...distinct].filter(({ label }) => usedTags.has(label)) : [...distinct];
		balance.explain(kind, out.length - distinct.size, 'no text has it');
		balance.went(kind, out.length);
	}
}

/** Counts the files of the old site, and says why some do not come along. */
function countFiles(
	urls: readonly string[],
	used: ReadonlySet<string>,
	missing: ReadonlySet<string>,
	findCopy: FindCopy,
	balance: Balance,
): void {
	for (const url of urls) {
		balance.came('files');
		const copy = findCopy(url);
		if (copy !== undefined && used.has(copy)) balance.went('files');
		else if (missing.has(url))
			balance.explain('files', -1, 'it is missing: give --media FOLDER or --download', url);
		else balance.explain('files', -1, 'no text shows it or leads to it', url);
	}
}
