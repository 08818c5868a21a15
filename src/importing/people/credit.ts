import type { Decisions } from '../plan/decisions.ts';
import type { Exported, ExportedText, Term } from '../records.ts';
import type { Author, Authors } from './authors.ts';
import { nameKey, namesInByline, namesInTitle } from './bylines.ts';

/** Who wrote a text. */
export interface Credit {
	readonly authors: readonly [Author, ...Author[]];
	/** Why an editor should look at it. */
	readonly doubt?: string | undefined;
}

/** The categories and tags that are people, by their slugs. */
export interface PeopleTerms {
	readonly categories: ReadonlyMap<string, Author>;
	readonly tags: ReadonlyMap<string, Author>;
}

/** Logins of accounts that several people may use. */
const shared = /^(admin\w*|administrator|editor\w*|root|webmaster|wordpress|blog\w*|test)$/i;

/**
 * Returns a function that says who wrote a text. A decision of the editor counts most, then a byline that
 * the system kept, then a category or tag that is a person, then a line of the text such as “By Ann Lee”,
 * and at last the account. A text that its title calls a guest’s is never the account’s.
 */
export function createCredit(
	exported: Exported,
	{ posts, guests, authors: decided }: Pick<Decisions, 'posts' | 'guests' | 'authors'>,
	authors: Authors,
	terms: PeopleTerms,
) {
	const titles = (guests.titles ?? []).map((one) => new RegExp(one, 'iu'));
	const labels = new Map(
		[...exported.categories, ...exported.tags].map(({ slug, label }) => [slug, `${label} ${slug}`]),
	);
	/** Whether a title, a first or last line, a category or a tag says that a guest wrote a text. */
	const isByGuest = ({ title, edges, categories, tags }: ExportedText) =>
		[title, ...edges, ...[...categories, ...tags].map((slug) => labels.get(slug) ?? slug)].some(
			(line) => titles.some((pattern) => pattern.test(line.replace(/-/g, ' '))),
		);
	// Whom one text names may have signed another: all names are known before the first is credited.
	for (const text of exported.texts) bylineOf(text, authors);
	const isShared = (login: string) =>
		!decided.some(({ accounts }) => accounts.includes(login)) &&
		(shared.test(login) || nameKey(authors.ofAccount(login).name) === nameKey(exported.title));
	return (text: ExportedText, id: string): Credit => {
		const decided = posts[id];
		if (decided)
			return { authors: filled(decided.map((one) => authors.byId(one) ?? authors.named(one))) };
		if (text.isBylined) return { authors: filled(text.authors.map(authors.ofAccount)) };
		const byTerm = [
			...text.categories.flatMap((slug) => terms.categories.get(slug) ?? []),
			...text.tags.flatMap((slug) => terms.tags.get(slug) ?? []),
		];
		const byLine = bylineOf(text, authors);
		if (byTerm.length > 0) {
			const isSame = byLine.length === 0 || byLine.every((one) => byTerm.includes(one));
			const doubt = isSame
				? undefined
				: `its text says “by ${namesOf(byLine)}”, its categories and tags ${namesOf(byTerm)}`;
			return { authors: filled(byTerm), doubt };
		}
		const [account] = text.authors;
		const own = account === undefined ? undefined : authors.ofAccount(account);
		if (byLine.length > 0) {
			const isOwn = own !== undefined && byLine.includes(own);
			const doubt = isOwn
				? undefined
				: `its text says “by ${namesOf(byLine)}”; the account is ${account ?? 'none'}`;
			return { authors: filled(byLine), doubt };
		}
		if (isByGuest(text))
			return {
				authors: [authors.unknown()],
				doubt: `it says that a guest wrote it, and not who; the account is ${account ?? 'none'}`,
			};
		if (own === undefined)
			return { authors: [authors.unknown()], doubt: 'nothing says who wrote it' };
		return {
			authors: [own],
			doubt: isShared(account!)
				? `the account “${account}” may be that of several people`
				: undefined,
		};
	};
}

function bylineOf({ title, edges }: ExportedText, authors: Authors): Author[] {
	const known = edges.flatMap((line) => (line.includes(' ') ? (authors.find(line) ?? []) : []));
	const found = [namesInTitle(title), ...edges.map(namesInByline)].find(
		(names) => names.length > 0,
	);
	// One word alone may be a given name, or “By Monday”.
	const [first, ...others] = (found ?? []).map((name) =>
		name.includes(' ') ? authors.named(name) : authors.find(name),
	);
	if (first !== undefined) return [first, ...others.filter((one) => one !== undefined)];
	return known.slice(0, 1);
}

function namesOf(authors: readonly Author[]): string {
	return authors.map(({ name }) => name).join(' and ');
}

function filled(authors: readonly Author[]): [Author, ...Author[]] {
	return [...new Set(authors)] as [Author, ...Author[]];
}

/**
 * Finds the categories and tags that are people: the categories below those that an editor has named, or
 * that have such a name themselves; and the tags.
 */
export function findPeople(
	{ categories, tags }: Exported,
	people: { readonly categories: readonly string[]; readonly tags: readonly string[] },
	authors: Authors,
): PeopleTerms {
	const isBelow = ({ parent }: Term) => parent !== undefined && people.categories.includes(parent);
	const hasBelow = ({ slug }: Term) => categories.some((one) => one.parent === slug);
	const named = (terms: readonly Term[]) =>
		new Map(terms.map(({ slug, label }) => [slug, authors.named(label)]));
	return {
		categories: named(
			categories.filter(
				(term) => isBelow(term) || (people.categories.includes(term.slug) && !hasBelow(term)),
			),
		),
		tags: named(tags.filter(({ slug }) => people.tags.includes(slug))),
	};
}

/**
 * Returns the tags that have the name of an author, and that most of their posts are by: in some blogs
 * tags say who wrote a post. Where they name whom a post is about, they stay tags.
 */
export function tagsOfPeople(exported: Exported, authors: Authors): string[] {
	const posts = exported.texts.filter(({ kind }) => kind === 'post');
	return exported.tags.flatMap(({ slug, label }) => {
		const author = label.includes(' ') ? authors.find(label) : undefined;
		if (author === undefined) return [];
		const tagged = posts.filter(({ tags }) => tags.includes(slug));
		const own = tagged.filter(
			(text) =>
				text.authors.some((login) => authors.ofAccount(login) === author) ||
				bylineOf(text, authors).includes(author),
		);
		return tagged.length > 0 && own.length * 2 >= tagged.length ? [slug] : [];
	});
}
