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
	let sharing: ReadonlyMap<string, Sharing> | undefined;
	const scores = new Float64Array(posts.length);
	const least = 2 * Math.log(1 + posts.length / 2);
	return (post) => {
		sharing ??= sharingOf(posts);
		const alike = new Set<number>();
		for (const name of featuresOf(post)) {
			const { worth, others } = sharing.get(name)!;
			if (others.length > common) continue;
			for (const other of others) {
				scores[other]! += worth;
				alike.add(other);
			}
		}
		const related = [...alike]
			.filter((other) => posts[other] !== post && scores[other]! > least)
			.sort((a, b) => scores[b]! - scores[a]! || a - b)
			.slice(0, most)
			.map((other) => summarize(posts[other]!));
		for (const other of alike) scores[other] = 0;
		return related;
	};
}

/** The posts that have a feature, by their place, and how much it counts to share it. */
interface Sharing {
	readonly others: readonly number[];
	readonly worth: number;
}

function sharingOf(posts: readonly Related[]): ReadonlyMap<string, Sharing> {
	const sharing = new Map<string, number[]>();
	for (const [index, post] of posts.entries())
		for (const name of featuresOf(post)) {
			const own = sharing.get(name);
			if (own) own.push(index);
			else sharing.set(name, [index]);
		}
	return new Map(
		[...sharing].map(([name, others]) => {
			const kind = name.slice(0, name.indexOf(':')) as keyof typeof weights;
			return [name, { others, worth: weights[kind] * Math.log(1 + posts.length / others.length) }];
		}),
	);
}

/** What may be shared: a kind, a colon and a name. */
function featuresOf({ tags, categories, text, authors }: Related): ReadonlySet<string> {
	return new Set([
		...tags.map(({ path }) => `tag:${path}`),
		...categories.map(({ id }) => `category:${id}`),
		...text.terms
			.split(' ')
			.filter(Boolean)
			.map((term) => `term:${term}`),
		...authors.map(({ id }) => `author:${id}`),
	]);
}
