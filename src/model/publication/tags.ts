import { slug as githubSlug } from 'github-slugger';
import type { Entry } from '../content/collections.ts';
import type { TagData } from '../content/schema.ts';
import { withoutInvisible } from '../text/invisible.ts';
import { deviceNames } from '../text/text.ts';
import type { Link } from './site.ts';
import type { Urls } from './urls.ts';

export interface Tag extends Link {
	/** The end of its address, and its value on the search page. */
	readonly id: string;
	readonly description?: string | undefined;
}

/** The fields that decide which tag a label means. Others may be invalid. */
export type TagEntry = Entry<Partial<TagData>>;

/**
 * Returns what two spellings of one tag have in common. They may differ in case, spaces, hyphens,
 * apostrophes, Unicode form and invisible characters, and in nothing else: C, C# and C++ are three.
 */
export function tagKey(label: string): string {
	return withoutInvisible(label)
		.normalize('NFC')
		.replaceAll('\u00AD', '')
		.toLowerCase()
		.replace(/[’‘ʼ]/g, "'")
		.replace(/[\s\p{Pd}]+/gu, '-')
		.replace(/^-|-$/g, '');
}

/** The words for signs that tell tags apart. Other signs are left out of addresses. */
const signs: Record<string, string> = { '+': 'plus', '&': 'and', '.': 'dot', '/': 'slash' };

/** Returns the end of a tag's address; `''` if nothing of the label can stand in one. */
export function tagId(label: string): string {
	const spelt = tagKey(label)
		.replace(/(?<=\p{L})#/gu, '-sharp-')
		.replaceAll('#', '-hash-')
		.replace(/[+&./]/g, (sign) => `-${signs[sign]}-`);
	const id = githubSlug(spelt).replace(/-+/g, '-').replace(/^-|-$/g, '');
	// Windows has no folders of these names.
	return new RegExp(`^(${deviceNames})$`).test(id) ? `tag-${id}` : id;
}

/** Finds the tag that a label means. */
export type FindTag = (label: string) => Tag;

/**
 * Returns a function that finds tags. `entries` are those of `tags.yaml`, which give a tag its label;
 * of another tag, the first spelling that is asked for decides.
 */
export function createTags(entries: readonly TagEntry[], urls: Urls): FindTag {
	const tags = new Map<string, Tag>();
	const add = (
		key: string,
		label: string,
		{ id = tagId(label), description }: Partial<TagData>,
	) => {
		const tag = { id, label, path: urls.tag(id), description };
		if (!tags.has(key)) tags.set(key, tag);
		return tags.get(key)!;
	};
	for (const { data } of entries) {
		const { label, aliases = [] } = data;
		if (label === undefined) continue;
		const tag = add(tagKey(label), label, data);
		for (const name of aliases.filter(isName)) tags.set(tagKey(name), tag);
	}
	return (label) => tags.get(tagKey(label)) ?? add(tagKey(label), withoutInvisible(label), {});
}

/** Returns the earlier addresses of an entry: its aliases, which are paths or names of tags. */
export function aliasPaths({ aliases = [] }: Partial<TagData>, urls: Urls): string[] {
	return aliases.map((alias) => (isName(alias) ? urls.tag(tagId(alias)) : urls.path(alias)));
}

function isName(alias: string): boolean {
	return !alias.startsWith('/');
}
