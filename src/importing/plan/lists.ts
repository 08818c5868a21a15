import type { Exported } from '../records.ts';
import type { Arranged } from './arrange.ts';
import { pathsOf } from './oldpaths.ts';
import type { NewTerm } from './terms.ts';
import type { FindCopy } from './resolve.ts';

/** An entry of a list, and the address of its page. */
interface ListEntry {
	readonly entry: object;
	readonly path: string;
}

/** The entries that an import adds to lists of the content. */
export interface Lists {
	readonly categories: readonly ListEntry[];
	readonly tags: readonly ListEntry[];
	/** From paths of the old site to addresses of the new one. */
	readonly redirects: Readonly<Record<string, string>>;
}

/** Returns what an import adds to `categories.yaml`, `tags.yaml` and `redirects.yaml`. */
export function toLists(
	arranged: Arranged,
	feeds: Exported['feedAddresses'],
	files: ReadonlyMap<string, string>,
	findCopy: FindCopy,
	base: string,
): Lists {
	const {
		terms,
		termAliases,
		pathOfTerm,
		authorAliases,
		usedTags,
		old,
		urls,
		claims,
		texts,
		forwarding,
	} = arranged;
	const all = (kind: 'category' | 'tag') =>
		[
			...new Set(
				[...terms.categories.values(), ...terms.tags.values()].flatMap((fate) =>
					fate.kind === kind ? [fate.term] : [],
				),
			),
		] as NewTerm[];
	const aliasesOf = (term: NewTerm) => {
		const aliases = termAliases.get(term) ?? [];
		return aliases.length > 0 ? aliases : undefined;
	};
	const { everywhere, folders } = forwarding;
	const feedPaths = urls.feeds(urls.home);
	const redirects: Record<string, string> = {};
	const lead = (paths: readonly string[], to: string) => {
		for (const from of claims.aliases(paths)) redirects[from] = to;
	};
	for (const [from, to] of Object.entries(feeds)) lead(everywhere([from]), feedPaths[to]);
	for (const folder of folders) {
		const years = new Set(texts.flatMap(({ date }) => date?.slice(0, 4) ?? []));
		lead([folder], urls.home);
		lead([`${folder}feed/`], feedPaths.rss);
		lead([`${folder}feed/atom/`], feedPaths.atom);
		lead([`${folder}comments/feed/`], urls.replyFeed);
		for (const year of years) lead([`${folder}${year}/`], urls.year(year));
	}
	const holders = new Map(
		texts.filter(({ text }) => text.visibility === 'public').map((one) => [one.text.id, one.path]),
	);
	for (const { id, url, link, parent } of old.files) {
		const copy = findCopy(url);
		const name = copy === undefined ? undefined : files.get(copy);
		const file = name === undefined ? undefined : `/files/${name}`;
		if (file !== undefined) lead(pathsOf(url, old.addresses, base), file);
		const to = holders.get(parent ?? '') ?? file;
		if (to !== undefined && link !== undefined)
			lead([...pathsOf(link, old.addresses, base), ...everywhere([`/?attachment_id=${id}`])], to);
	}
	for (const [author, aliases] of authorAliases)
		if (author.isThere) for (const from of aliases) redirects[from] = urls.author(author.id);
	return {
		categories: all('category').map((term) => {
			const { id, label, description, parent } = term;
			return {
				entry: entry({ id, label, description, parent, aliases: aliasesOf(term) }),
				path: pathOfTerm({ kind: 'category', term })!,
			};
		}),
		tags: all('tag').flatMap((term) => {
			const { label, description } = term;
			const aliases = aliasesOf(term);
			return usedTags.has(label) && (description !== undefined || aliases !== undefined)
				? [
						{
							entry: entry({ label, description, aliases }),
							path: pathOfTerm({ kind: 'tag', term })!,
						},
					]
				: [];
		}),
		redirects,
	};
}

function entry(fields: Readonly<Record<string, unknown>>): object {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
