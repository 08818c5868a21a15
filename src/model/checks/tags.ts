import { finding, type Finding } from './problems.ts';
import { slug } from '../text/text.ts';
import type { Content } from './content.ts';

interface Use {
	readonly label: string;
	readonly file: string;
	readonly index: number;
}

/** Checks that each tag has only one spelling. New tags are allowed. */
export function tags({ posts }: Content): Finding[] {
	const uses = posts.flatMap(({ file, data }) =>
		(data.tags ?? []).map((label, index) => ({ label, file, index })),
	);
	const bySlug = Map.groupBy(uses, ({ label }) => slug(label));
	const nameless = bySlug.get('') ?? [];
	bySlug.delete('');
	return [
		...nameless.map(({ label, file, index }) =>
			finding('empty-address', file, ['tags', index], label),
		),
		...[...bySlug.values()].flatMap(spelling),
		...similar(bySlug),
	];
}

/** Returns the most frequent spelling; of equally frequent spellings, the first. */
function usual(uses: readonly Use[]): string {
	const counts = Map.groupBy(uses, ({ label }) => label);
	return [...counts].reduce((best, next) => (next[1].length > best[1].length ? next : best))[0];
}

function spelling(uses: readonly Use[]): Finding[] {
	const right = usual(uses);
	return uses.flatMap(({ label, file, index }) =>
		label === right
			? []
			: [
					{
						...finding('tag-spelling', file, ['tags', index], label, right),
						repair: { text: right },
					},
				],
	);
}

/** Finds the rarer of two tags that differ in one letter or in the order of two letters. */
function similar(bySlug: ReadonlyMap<string, readonly Use[]>): Finding[] {
	const neighbours = new Map<string, string[]>();
	for (const tag of bySlug.keys())
		for (const part of new Set(withoutALetter(tag)))
			neighbours.set(part, [...(neighbours.get(part) ?? []), tag]);
	return [...bySlug].flatMap(([tag, uses]) => {
		const other = withoutALetter(tag)
			.flatMap((part) => neighbours.get(part) ?? [])
			.filter((other) => isMisspelling(tag, other))
			.map((other) => bySlug.get(other)!)
			.find((others) => others.length > uses.length);
		if (!other) return [];
		return uses.map(({ label, file, index }) =>
			finding('similar-tags', file, ['tags', index], label, usual(other), other.length),
		);
	});
}

/** Returns the tag, and the tag without each of its letters. Similar tags share a result. */
function withoutALetter(tag: string): string[] {
	return [tag, ...Array.from(tag, (_, index) => tag.slice(0, index) + tag.slice(index + 1))];
}

/**
 * Whether two slugs differ in one letter and are probably the same word. `false` if they differ in
 * the first letter (Gambia, Zambia), in a digit (1990, 1991) or in an ending other than “s”
 * (Mongolia, Mongolian), or if they are short (Iran, Iraq). The rules on first letter and length
 * are our own.
 */
function isMisspelling(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short === long || short.length < 6 || short[0] !== long[0]) return false;
	if (/\d/.test(a) && a.replace(/\D/g, '') !== b.replace(/\D/g, '')) return false;
	if (long.startsWith(short)) return long === `${short}s`;
	let start = 0;
	while (short[start] === long[start]) start++;
	let end = 0;
	while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
	const [left, right] = [short, long].map((word) => word.slice(start, word.length - end));
	const swapped = left!.length === 2 && left === [...right!].reverse().join('');
	return right!.length === 1 || swapped;
}
