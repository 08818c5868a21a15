import type { Author } from '../people/authors.ts';
import type { Exported } from '../records.ts';
import type { Decisions } from './decisions.ts';

/** A text of which it is not certain who wrote it. */
export interface DoubtfulCredit {
	readonly id: string;
	readonly title: string;
	readonly reason: string;
	/** Who is taken for it. */
	readonly authors: string;
}

/** A sentence for each doubtful text, or one for all that are doubtful for one reason. */
export function sentencesOf(doubtful: readonly DoubtfulCredit[]): string[] {
	return [...Map.groupBy(doubtful, ({ reason }) => reason)].map(([reason, all]) => {
		const [{ id, title, authors } = { id: '', title: '', authors: '' }] = all;
		const which =
			all.length === 1
				? `/${id}/ “${title}”`
				: `${all.length} posts (${all
						.slice(0, 5)
						.map((one) => `/${one.id}/`)
						.join(', ')}${all.length > 5 ? ', …' : ''})`;
		return `Who wrote ${which}? Taken: ${authors}; ${reason}. If that is wrong: posts: { ${id}: [author] }`;
	});
}

/** Returns a sentence for each decision about something that is not there. */
export function unusedIn(
	{ posts, categories, authors }: Decisions,
	exported: Exported,
	ids: ReadonlyMap<string, string>,
): string[] {
	const known = {
		posts: new Set(ids.values()),
		categories: new Set(exported.categories.map(({ slug }) => slug)),
		accounts: new Set(exported.people.map(({ login }) => login)),
	};
	const accounts = authors.flatMap(({ accounts }) => accounts);
	const twice = accounts.filter((one, index) => accounts.indexOf(one) < index);
	const tell = (what: string, name: string) => `import.yaml: there is no ${what} “${name}”.`;
	const ofAuthors = new Set(authors.map(({ id }) => id));
	return [
		...Object.keys(posts).flatMap((id) => (known.posts.has(id) ? [] : [tell('post', id)])),
		...Object.values(posts)
			.flat()
			.flatMap((name) =>
				/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !ofAuthors.has(name)
					? [`import.yaml: “${name}” is no id of an author there, and was taken for a name.`]
					: [],
			),
		...Object.entries(categories).flatMap(([slug, to]) => [
			...(known.categories.has(slug) ? [] : [tell('category', slug)]),
			...(typeof to !== 'string' || known.categories.has(to) ? [] : [tell('category', to)]),
		]),
		...accounts.flatMap((one) => (known.accounts.has(one) ? [] : [tell('account', one)])),
		...twice.map((one) => `import.yaml: the account “${one}” stands in two entries of authors.`),
	];
}

/** Returns a sentence if authors have no given and family names, which citations want. */
export function wholeNames(authors: readonly Author[]): string[] {
	const whole = authors.filter((one) => !one.isThere && !one.family && one.name.includes(' '));
	if (whole.length === 0) return [];
	const names = whole.slice(0, 5).map(({ name }) => name);
	return [
		`Authors with only a whole name (${whole.length}): ${[...names, ...(whole.length > 5 ? ['…'] : [])].join(', ')}. Citations are right with given and family, in authors of import.yaml.`,
	];
}
