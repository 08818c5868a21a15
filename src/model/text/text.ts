import { memoize } from './memoize.ts';
import { slug as githubSlug } from 'github-slugger';

/** Compares strings for sorting. The result does not depend on the locale. */
export function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The names that no file or folder of Windows has, as a pattern:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export const deviceNames = 'con|prn|aux|nul|com\\d|lpt\\d';

/** Returns the slug of a label, by GitHub's rule, which rehype-slug also uses. */
export function slug(label: string): string {
	return githubSlug(label.normalize('NFC'));
}

/** Enough for the subject of a post, and at most three lines in a list. */
export const excerptLength = 240;

/** Returns the start of `text`. If it is longer than `length`: cut at a word, with an ellipsis. */
export function excerpt(text: string, length = excerptLength): string {
	const plain = text.replace(/\s+/g, ' ').trim();
	if (plain.length <= length) return plain;
	const cut = plain.slice(0, length).replace(/\p{Surrogate}$/u, '');
	const end = cut.lastIndexOf(' ');
	// Some scripts have few spaces. If the last space is too far back, cut in a word.
	return `${cut.slice(0, end > length / 2 ? end : cut.length).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Returns the words of a text, also in languages without spaces, such as Chinese or Thai. */
export function wordsIn(text: string, language: string): string[] {
	const words: string[] = [];
	for (const { segment, isWordLike } of segmenter(language).segment(text))
		if (isWordLike) words.push(segment);
	return words;
}

/** The maximum number of frequent words of a text. */
const termCount = 30;

/**
 * Returns the most frequent of `words`, in lower case. Equally frequent words are in order of
 * length, longest first, then of letters. Words with digits or with fewer than four letters are
 * left out.
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
 * Returns the minutes to read `words`, at least 1. The speed is 238 words a minute, the mean for
 * silent reading of English non-fiction (Brysbaert 2019,
 * https://doi.org/10.1016/j.jml.2019.104047).
 */
export function readingMinutes(words: number): number {
	return Math.max(1, Math.round(words / 238));
}

/**
 * Returns the candidate most similar to `word`, or `undefined` if there is none or `word` is a
 * number. The edit distance is at most two, or a quarter of a long word, but less than half of a
 * short word.
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
