import type { Post, PostSummary } from './posts.ts';
import { summarize } from './posts.ts';

type Related = Omit<Post, 'related'>;

/** The weight of a shared feature, by kind. */
const weights = { tag: 3, category: 2, term: 1, author: 1 };
/** The maximum number of related posts. */
const most = 3;
/** A feature of more posts than this is too common and does not count. */
const common = 150;

/**
 * Takes posts, newest first. Returns a function that gives the posts most similar to one of them.
 * The score of two posts is a sum over the tags, categories, frequent words and authors that they
 * share: the weight of the kind times the logarithm of the rarity (inverse document frequency,
 * Spärck Jones 1972, https://doi.org/10.1108/eb026526). If scores are equal, newer posts come
 * first. Posts that share only one word or one author are not related.
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

/** The features of each post, by its place in the list of posts. */
interface Index {
	readonly features: readonly (readonly Feature[])[];
	readonly placeOf: ReadonlyMap<Related, number>;
}

interface Feature {
	/** The places of the posts with this feature. */
	readonly others: number[];
	/** The score of two posts for sharing this feature. */
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

/** Returns the names of the features of a post: a kind, a colon and a name. */
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
