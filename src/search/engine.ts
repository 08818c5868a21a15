/** The part of the API of Pagefind that this site uses. Pagefind writes it beside its index. */
export interface Engine {
	options(options: Record<string, unknown>): Promise<void>;
	init(): Promise<void>;
	/** If `words` is `null`, finds all posts that match the filters. */
	search(words: string | null, options: SearchOptions): Promise<Found>;
	preload(words: string, options: SearchOptions): Promise<void>;
	/** Loads all filters of the index and resolves to them. */
	filters(): Promise<Filters>;
	/** Whether the site has German posts, whose words have keys. */
	readonly german?: boolean;
}

export interface SearchOptions {
	readonly filters?: object;
	readonly sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}

/** The number of posts for each value of each filter. */
export type Filters = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Found {
	readonly results: readonly Hit[];
	readonly filters: Filters;
}

export interface Hit {
	readonly id: string;
	data(): Promise<HitData>;
}

export interface HitData {
	readonly url: string;
	/** HTML: text, with `<mark>` around each match. */
	readonly excerpt: string;
	readonly meta: Readonly<Record<string, string>>;
	readonly filters: Readonly<Record<string, readonly string[]>>;
	readonly sub_results: readonly { title: string; url: string; anchor?: object }[];
	/** The positions of the matches in the text; empty if there are none. */
	readonly locations: readonly number[];
}

/** Matches in titles rank far above matches in the text; other spellings of places count little. */
const metaWeights = { title: 12, byline: 3, places: 0.5, excerpt: 0, date: 0 };

/**
 * Loads the engine from the folder `path`, with a slash at its end. Rejects if a file cannot be
 * loaded. Filters are a fifth of the data of a first search: they load later, after the results.
 */
export async function startEngine(path: string): Promise<Engine> {
	const engine = (await import(/* @vite-ignore */ `${path}pagefind.js`)) as Engine;
	// A search takes a few milliseconds: to load a worker costs more than it saves.
	await engine.options({
		noWorker: true,
		excerptLength: 32,
		excerptEllipsis: '…',
		ranking: { metaWeights },
	});
	await engine.init();
	return {
		...engine,
		get german() {
			return document.querySelector('[data-facet="language"] [data-value="de"]') !== null;
		},
	};
}
