import { memoize } from './memoize.ts';
import { slug as githubSlug } from 'github-slugger';

/** For sorting: the same on every machine, whatever its language. */
export function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The one way a label becomes part of an address: GitHub's rule, which rehype-slug uses too. */
export function slug(label: string): string {
	return githubSlug(label.normalize('NFC'));
}

/** Long enough to say what a post is about, short enough for three lines of a list. */
export const excerptLength = 240;

/** The opening of `text`, cut at a word and closed with an ellipsis when it is longer than allowed. */
export function excerpt(text: string, length = excerptLength): string {
	const plain = text.replace(/\s+/g, ' ').trim();
	if (plain.length <= length) return plain;
	const cut = plain.slice(0, length).replace(/\p{Surrogate}$/u, '');
	const end = cut.lastIndexOf(' ');
	// Some scripts have no spaces between words: one far back is no end.
	return `${cut.slice(0, end > length / 2 ? end : cut.length).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Words as the language counts them; Chinese, Japanese and Thai have no spaces to count by. */
export function wordsIn(text: string, language: string): string[] {
	const words: string[] = [];
	for (const { segment, isWordLike } of segmenter(language).segment(text))
		if (isWordLike) words.push(segment);
	return words;
}

/** How many words say what a text is about. */
const termCount = 30;

/**
 * The most frequent of `words`, in lower case; of equally frequent ones the longer, then the first by
 * letter. Those of fewer than four letters say little, and numbers nothing.
 */
export function frequent(words: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const word of words) {
		const term = word.toLowerCase();
		if (term.length >= 4 && !/\d/.test(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
	}
	return [...counts]
		.sort(([a, m], [b, n]) => n - m || b.length - a.length || order(a, b))
		.slice(0, termCount)
		.map(([term]) => term);
}

const segmenter = memoize((language) => new Intl.Segmenter(language, { granularity: 'word' }));

/**
 * Minutes to read `words` at 238 words a minute, the mean for silent reading of English
 * non-fiction (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047); never less than one.
 */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / 238));
}

/**
 * The candidate nearest to `word`, if it is near enough to be what was meant: two letters apart, or
 * a quarter of a long word, but never half of a short one. Numbers are never meant for each other.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
	if (/^\d+$/.test(word)) return undefined;
	const limit = Math.min(Math.max(2, word.length / 4), (word.length - 1) / 2);
	return [...candidates]
		.filter(({ length }) => Math.abs(length - word.length) <= limit)
		.map((candidate) => ({
			candidate,
			apart: distance(word.toLowerCase(), candidate.toLowerCase()),
		}))
		.filter(({ apart }) => apart <= limit)
		.sort((a, b) => a.apart - b.apart)
		.at(0)?.candidate;
}

/** Levenshtein's edit distance. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++)
			next[j] = Math.min(
				next[j - 1]! + 1,
				row[j]! + 1,
				row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
		row = next;
	}
	return row[b.length]!;
}
