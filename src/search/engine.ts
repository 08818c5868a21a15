/** What this site uses of the engine that Pagefind writes beside its index. */
export interface Engine {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	/** `null` instead of words finds all that the filters leave. */
	search(words: string | null, options: SearchOptions): Promise<Found>;
	preload(words: string, options: SearchOptions): Promise<void>;
	/** Every filter of the index; asking for them loads them. */
	filters(): Promise<Filters>;
}

interface SearchOptions {
	readonly filters?: object;
	readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

/** How many posts there are for each value of each filter. */
export type Filters = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Found {
	readonly results: readonly Hit[];
	readonly filters: Filters;
}

export interface Hit {
	readonly id: string;
	data(): Promise<HitData>;
}

export interface HitData {
	readonly url: string;
	/** HTML: text, with `<mark>` around what matches. */
	readonly excerpt: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly filters: Readonly<Record<string, readonly string[]>>;
	readonly sub_results: readonly { title: string; url: string; anchor?: object }[];
	/** Where the words are; empty when nothing in the text matches. */
	readonly locations: readonly number[];
}

/**
 * Titles count far above the text, so that words of a title find its post first; other spellings
 * of places only just count.
 */
const metaWeights = { title: 12, byline: 3, places: 0.5, excerpt: 0, date: 0 };

/**
 * Loads the engine that lies at `path`. Rejects if anything cannot be had. Filters, a fifth of
 * what a first search would load, come later: results do not wait for counts.
 */
export async function startEngine(path: string): Promise<Engine> {
	const engine = (await import(/* @vite-ignore */ `${path}pagefind.js`)) as Engine;
	// A search takes a few milliseconds: a worker would cost more in loading than it saves.
	await engine.options({
		noWorker: true,
		excerptLength: 32,
		excerptEllipsis: '…',
		ranking: { metaWeights },
	});
	await engine.init();
	return engine;
}
