import type { Post, PostSummary } from './posts.ts';
import { summarize } from './posts.ts';

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
	let index: Index | undefined;
	const scores = new Float64Array(posts.length);
	const least = 2 * Math.log(1 + posts.length / 2);
	return (post) => {
		const { features, placeOf } = (index ??= indexOf(posts));
		const place = placeOf.get(post)!;
		const alike: number[] = [];
		for (const { worth, others } of features[place]!)
			for (const other of others) {
				if (scores[other] === 0) alike.push(other);
				scores[other]! += worth;
			}
		const related = alike
			.filter((other) => other !== place && scores[other]! > least)
			.sort((a, b) => scores[b]! - scores[a]! || a - b)
			.slice(0, most)
			.map((other) => summarize(posts[other]!));
		for (const other of alike) scores[other] = 0;
		return related;
	};
}

/** What posts may share, by the place of a post. */
interface Index {
	readonly features: readonly (readonly Feature[])[];
	readonly placeOf: ReadonlyMap<Related, number>;
}

interface Feature {
	/** The places of the posts that have it. */
	readonly others: number[];
	/** How much it counts to share it. */
	worth: number;
}

function indexOf(posts: readonly Related[]): Index {
	const known = new Map<string, Feature>();
	const all = posts.map((post, place) =>
		[...featuresOf(post)].map((name) => {
			let feature = known.get(name);
			if (!feature) known.set(name, (feature = { others: [], worth: 0 }));
			feature.others.push(place);
			return feature;
		}),
	);
	for (const [name, feature] of known) {
		const kind = name.slice(0, name.indexOf(':')) as keyof typeof weights;
		feature.worth = weights[kind] * Math.log(1 + posts.length / feature.others.length);
	}
	return {
		features: all.map((own) => own.filter(({ others }) => others.length <= common)),
		placeOf: new Map(posts.map((post, place) => [post, place])),
	};
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
