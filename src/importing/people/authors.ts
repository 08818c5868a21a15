import { idPattern } from '../../model/content/values.ts';
import { proposeSlug } from '../../model/text/transliterate.ts';
import type { AuthorDecision, Decisions } from '../plan/decisions.ts';
import type { Exported, Person } from '../records.ts';
import { nameKey } from './bylines.ts';

/** An author of the new site, and what the old one called them. */
export interface Author extends AuthorDecision {
	/** Whether the content had the author before. */
	readonly isThere: boolean;
	/** The ends of the addresses of the categories and tags that are this person. */
	readonly terms: Set<string>;
}

/** An author in the content. */
export interface KnownAuthor {
	readonly id: string;
	readonly name: string;
}

export type Authors = ReturnType<typeof createAuthors>;

/** The author of texts of which nobody knows who wrote them. */
const unknownName = 'Guest author';

/** The authors of an import: those of the content, those of the decisions, and those found on the way. */
export function createAuthors(
	{ people }: Exported,
	{ authors: decided }: Decisions,
	known: readonly KnownAuthor[],
) {
	const byId = new Map<string, Author>();
	const byKey = new Map<string, Author>();
	const byAccount = new Map<string, Author>();
	const add = (one: AuthorDecision, isThere = known.some(({ id }) => id === one.id)) => {
		const author = byId.get(one.id) ?? { ...one, isThere, terms: new Set<string>() };
		byId.set(one.id, author);
		for (const name of [one.name, ...one.names]) {
			const key = nameKey(name);
			if (key && !byKey.has(key)) byKey.set(key, author);
		}
		for (const account of one.accounts) byAccount.set(account, author);
		return author;
	};
	for (const one of decided) add(one);
	for (const { id, name } of known) add({ id, name, accounts: [], names: [] }, true);

	const newId = (name: string) => {
		const base = proposeSlug(name) || 'author';
		let id = base;
		for (let number = 2; byId.has(id); number++) id = `${base}-${number}`;
		return id;
	};
	/** The author of a name; a new one if there is none. */
	const named = (name: string): Author =>
		byKey.get(nameKey(name)) ?? add({ id: newId(name), name, accounts: [], names: [] });
	const fromPerson = ({ login, name, given, family, url, slug = '' }: Person): Author => {
		const same = byKey.get(nameKey(name));
		if (same) {
			byAccount.set(login, same);
			same.accounts.push(login);
			return same;
		}
		const parts = given && family ? { given, family } : {};
		const id = idPattern.test(slug) && !byId.has(slug) ? slug : newId(name);
		return add({ id, name, ...parts, url, accounts: [login], names: [] });
	};
	const logins = new Map(people.map((person) => [person.login, person]));
	return {
		named,
		/** The author of an account. */
		ofAccount: (login: string): Author =>
			byAccount.get(login) ??
			fromPerson(logins.get(login) ?? { login, name: login, isGuest: false }),
		/** The author whom a name means, if there is one: by a given name too, if only one has it. */
		find(name: string): Author | undefined {
			const key = nameKey(name);
			const given = [...byId.values()].filter((one) => nameKey(one.given ?? '') === key);
			return byKey.get(key) ?? (given.length === 1 ? given[0] : undefined);
		},
		unknown: (): Author => named(unknownName),
		byId: (id: string) => byId.get(id),
		all: () => [...byId.values()],
	};
}
