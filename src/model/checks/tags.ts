import { createTags, tagKey, type FindTag, type Tag } from '../publication/tags.ts';
import type { Urls } from '../publication/urls.ts';
import { withoutInvisible } from '../text/invisible.ts';
import type { Content } from './content.ts';
import { finding, type Finding } from './problems.ts';

interface Use {
	readonly label: string;
	readonly file: string;
	readonly index: number;
}

/** Checks that each tag has only one spelling, and an address of its own. New tags are allowed. */
export function tags({ posts, tags: entries }: Content, urls: Urls): Finding[] {
	const find = createTags(entries, urls);
	const uses = posts.flatMap(({ file, data }) =>
		(data.tags ?? []).map((label, index) => ({ label, file, index })),
	);
	const named = entries.flatMap(({ file, index = 0, data: { label } }) =>
		label === undefined ? [] : [{ label, file, index }],
	);
	const listed = new Set(named.map(({ label }) => find(label)));
	const [nameless, others] = [true, false].map((isNameless) =>
		uses.filter(({ label }) => (find(label).id === '') === isNameless),
	) as [Use[], Use[]];
	const byTag = Map.groupBy(others, ({ label }) => find(label));
	return [
		...nameless.map(({ label, file, index }) =>
			finding('empty-address', file, ['tags', index], label),
		),
		...shared(named, others, find),
		...[...byTag].flatMap(([tag, uses]) => spelling(uses, listed.has(tag) ? tag : undefined)),
		...similar(byTag),
	];
}

/** Finds tags that are not the same but would have the same address. */
function shared(entries: readonly Use[], uses: readonly Use[], find: FindTag): Finding[] {
	const owners = new Map<string, Tag>();
	const known = new Set<string>();
	const clash = (label: string): Tag | undefined => {
		const tag = find(label);
		const owner = owners.get(tag.path);
		if (!owner) owners.set(tag.path, tag);
		return owner === tag ? undefined : owner;
	};
	return [
		...entries.flatMap(({ label, file, index }) => {
			const other = known.has(tagKey(label)) ? find(label) : clash(label);
			known.add(tagKey(label));
			return other ? [finding('shared-tag-address', file, [index, 'label'], label, other)] : [];
		}),
		...uses.flatMap(({ label, file, index }) => {
			const other = clash(label);
			return other ? [finding('shared-tag-address', file, ['tags', index], label, other)] : [];
		}),
	];
}

/** The spelling that most of `uses` have; of equally frequent ones, the first. */
interface Usual {
	readonly label: string;
	/** Whether no other spelling is as frequent. */
	readonly isOnly: boolean;
}

function usual(uses: readonly Use[]): Usual {
	// A spelling with invisible characters is never the right one.
	const clean = uses.filter(({ label }) => !/\p{Default_Ignorable_Code_Point}/u.test(label));
	const counts = [
		...Map.groupBy(clean.length > 0 ? clean : uses, ({ label }) => label.normalize('NFC')),
	].sort(([, a], [, b]) => b.length - a.length);
	const [[label, best], next] = [counts[0]!, counts[1]];
	return { label, isOnly: best.length > (next?.[1].length ?? 0) };
}

/** Finds spellings of a tag that are not that of `entry`, or else not the usual one. */
function spelling(uses: readonly Use[], entry: Tag | undefined): Finding[] {
	const { label: right, isOnly } = entry ? { label: entry.label, isOnly: true } : usual(uses);
	return uses.flatMap(({ label, file, index }) => {
		// Another name of the entry is right as well.
		if (entry && tagKey(label) !== tagKey(right)) return [];
		if (withoutInvisible(label).normalize('NFC') === right.normalize('NFC')) return [];
		const found = finding('tag-spelling', file, ['tags', index], label, right, isOnly);
		return [isOnly ? { ...found, repair: { text: right } } : found];
	});
}

/** Finds tags that differ in one letter or in the order of two letters. Tells the rarer one. */
function similar(byTag: ReadonlyMap<Tag, readonly Use[]>): Finding[] {
	const byKey = new Map([...byTag].map(([{ label }, uses]) => [tagKey(label), uses]));
	const neighbours = new Map<string, string[]>();
	for (const key of byKey.keys())
		for (const part of new Set(withoutALetter(key)))
			neighbours.set(part, [...(neighbours.get(part) ?? []), key]);
	return [...byKey].flatMap(([key, uses]) => {
		const other = withoutALetter(key)
			.flatMap((part) => neighbours.get(part) ?? [])
			.filter((other) => isMisspelling(key, other))
			.find((other) => {
				const more = byKey.get(other)!.length - uses.length;
				return more > 0 || (more === 0 && other < key);
			});
		if (!other) return [];
		const others = byKey.get(other)!;
		return uses.map(({ label, file, index }) =>
			finding('similar-tags', file, ['tags', index], label, usual(others).label, others.length),
		);
	});
}

/** Returns the tag, and the tag without each of its letters. Similar tags share a result. */
function withoutALetter(tag: string): string[] {
	return [tag, ...Array.from(tag, (_, index) => tag.slice(0, index) + tag.slice(index + 1))];
}

/**
 * Whether two tags differ in one letter and are probably the same word. `false` if they differ in
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
