import { stringify } from 'yaml';
import { authorSchema, pageSchema, postSchema } from '../../model/content/schema.ts';
import { parseHtml } from '../markup/mdx.ts';
import type { Resolve } from '../markup/rewrite.ts';
import { withoutOpenDirections } from '../../model/text/invisible.ts';
import type { ReplyData } from '../../model/replies/replies.ts';
import type { Source } from '../records.ts';
import { toReplies, type ImportedReplies } from '../replies.ts';
import type { Author } from '../people/authors.ts';
import { arrange, type Arranged, type NewSite } from './arrange.ts';
import type { Placed } from './placing.ts';
import { createNames, type Copy } from './attachments.ts';
import { createBalance, type Balance } from './balance.ts';
import { convert } from './convert.ts';
import { countFiles, countTerms } from './counts.ts';
import type { Decisions } from './decisions.ts';
import { fieldsOf, filled, given, languageFor, withOwn } from './frontmatter.ts';
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
	decided: Decisions,
	site: NewSite,
	findCopy: FindCopy,
	balance: Balance,
): Plan {
	const arranged = arrange(exported, decided, site, balance);
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
			lists: toLists(
				arranged,
				exported.feedAddresses,
				files,
				findCopy,
				new URL(site.address).pathname,
			),
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

function printReply({ author, ...reply }: ReplyData): string {
	return stringify(
		{ ...reply, ...(author !== undefined && { author }) },
		{ lineWidth: 0, version: '1.2' },
	);
}
