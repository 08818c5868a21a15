/** A random number generator. */
export interface Random {
	/** Returns a number from 0 to 1, without 1. */
	next(): number;
	/** Returns a whole number from `least` to `most`, both included. */
	between(least: number, most: number): number;
	pick<T>(all: readonly T[]): T;
	/**
	 * Returns an index below `count`; the nth is about n times rarer than the first, as with words.
	 */
	zipf(count: number): number;
}

/** Creates a generator that gives the same numbers for the same seed. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	/** Mulberry32, by Tommy Ettinger: public domain. */
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	};
	return {
		next,
		between: (least, most) => least + Math.floor(next() * (most - least + 1)),
		pick: (all) => all[Math.floor(next() * all.length)]!,
		zipf: (count) => Math.min(count - 1, Math.floor(Math.exp(next() * Math.log(count + 1))) - 1),
	};
}
