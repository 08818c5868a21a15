import type { Post, PostSummary } from './posts.ts';
import { summarize } from './listings.ts';

type Related = Omit<Post, 'related'>;

/** How much a shared thing of a kind counts. */
const weights = { tag: 3, category: 2, term: 1, author: 1 };
/** Posts that are named. */
const most = 3;
/** What more posts than this share says little of any two of them. */
const common = 150;

/**
 * Finds for each post those most like it. Two posts are the more alike the more tags, categories,
 * frequent words and authors they share, and the fewer other posts share each of these: a shared
 * thing counts its kind's weight times the logarithm of how rare it is (inverse document frequency,
 * Spärck Jones 1972, https://doi.org/10.1108/eb026526). Equally alike posts come newest first. Posts
 * that share nothing but a word or an author are not related.
 */
export function relate(posts: readonly Related[]): (post: Related) => readonly PostSummary[] {
	let sharing: ReadonlyMap<string, readonly number[]> | undefined;
	return (post) => {
		sharing ??= sharingOf(posts);
		const scores = new Map<number, number>();
		for (const { name, weight } of featuresOf(post)) {
			const others = sharing.get(name)!;
			if (others.length > common) continue;
			const worth = weight * Math.log(1 + posts.length / others.length);
			for (const other of others) scores.set(other, (scores.get(other) ?? 0) + worth);
		}
		const least = 2 * Math.log(1 + posts.length / 2);
		return [...scores]
			.filter(([other, score]) => posts[other] !== post && score > least)
			.sort(([a, m], [b, n]) => n - m || a - b)
			.slice(0, most)
			.map(([other]) => summarize(posts[other]!));
	};
}

/** The posts that have each feature, by their place. */
function sharingOf(posts: readonly Related[]): ReadonlyMap<string, readonly number[]> {
	const sharing = new Map<string, number[]>();
	for (const [index, post] of posts.entries())
		for (const { name } of featuresOf(post)) {
			const own = sharing.get(name);
			if (own) own.push(index);
			else sharing.set(name, [index]);
		}
	return sharing;
}

function featuresOf({ tags, categories, text, authors }: Related) {
	const named = (kind: keyof typeof weights, names: readonly string[]) =>
		[...new Set(names)].map((name) => ({ name: `${kind}:${name}`, weight: weights[kind] }));
	return [
		...named(
			'tag',
			tags.map(({ path }) => path),
		),
		...named(
			'category',
			categories.map(({ id }) => id),
		),
		...named('term', text.terms),
		...named(
			'author',
			authors.map(({ id }) => id),
		),
	];
}
