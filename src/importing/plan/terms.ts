import { proposeSlug } from '../../model/text/transliterate.ts';
import { decoded, type Urls } from '../../model/publication/urls.ts';
import { tagId, tagKey } from '../../model/publication/tags.ts';
import type { Exported, Term } from '../records.ts';
import type { Decisions } from './decisions.ts';

/** A category or a tag of the new site. */
export interface NewTerm {
	/** Of a category. */
	readonly id: string;
	readonly label: string;
	readonly description?: string | undefined;
	/** The id of the category above it. */
	readonly parent?: string | undefined;
	/** The paths that it had, below the site’s root. */
	readonly old: readonly string[];
}

/** What becomes of a category or a tag: one of these, or nothing, for a reason. */
export type Fate =
	| { readonly kind: 'category' | 'tag'; readonly term: NewTerm }
	| { readonly kind: 'left'; readonly reason: string };

/** The categories and tags of the new site, and what became of those of the old one, by slug. */
export interface Terms {
	readonly categories: ReadonlyMap<string, Fate>;
	readonly tags: ReadonlyMap<string, Fate>;
}

/** The category that a text has if it has none, in the languages of old sites. */
const none =
	/^(uncategori[sz]ed|allgemein|unkategorisiert|non-classe|sin-categoria|sem-categoria|без-рубрики|ангилаагүй|未分類|未分类)$/i;

/**
 * Says what becomes of categories and tags. `people` has the slugs of those that are authors; `known` the
 * ids of categories of the content. Tags that differ in case or spaces become one.
 */
export function arrangeTerms(
	exported: Exported,
	{ bases, categories: decided }: Pick<Decisions, 'bases' | 'categories'>,
	people: {
		readonly categories: ReadonlySet<string>;
		readonly tags: ReadonlySet<string>;
		/** Those above people. */
		readonly above: ReadonlySet<string>;
	},
): Terms {
	const categories = new Map<string, Fate>();
	const tags = new Map<string, Fate>();
	const ids = new Set<string>();
	const byKey = new Map<string, { term: NewTerm; old: string[] }>();
	const addTag = (label: string, old: readonly string[], description?: string): Fate => {
		const key = tagKey(label);
		if (tagId(label) === '') return { kind: 'left', reason: 'no address can be made of its name' };
		const known = byKey.get(key);
		if (known) {
			known.old.push(...old);
			return { kind: 'tag', term: known.term };
		}
		const paths = [...old];
		const term = { id: tagId(label), label, description, old: paths };
		byKey.set(key, { term, old: paths });
		return { kind: 'tag', term };
	};
	const slugs = new Set(exported.categories.map(({ slug }) => slug));
	/** Whether a category can be folded into another: it is there, and is itself folded into none. */
	const isThere = (target: string) =>
		slugs.has(target) && (decided[target] === undefined || decided[target] === target);
	for (const term of exported.categories) {
		const old = pathsOfCategory(term, exported.categories, bases.category);
		const decision = decided[term.slug];
		if (people.categories.has(term.slug)) continue;
		if (people.above.has(term.slug)) {
			categories.set(term.slug, { kind: 'left', reason: 'it only held people' });
			continue;
		}
		if (decision === null || (decision === undefined && none.test(term.slug))) {
			const reason = decision === null ? 'decided in import.yaml' : 'means “in no category”';
			categories.set(term.slug, { kind: 'left', reason });
		} else if (typeof decision === 'string' && isThere(decision)) continue;
		else if (typeof decision === 'object') categories.set(term.slug, addTag(decision.tag, old));
		else {
			const above = term.parent === undefined ? undefined : categories.get(term.parent);
			const parent = above?.kind === 'category' ? above.term.id : undefined;
			const id = idFor(term, parent, ids);
			ids.add(id);
			const { label, description } = term;
			categories.set(term.slug, {
				kind: 'category',
				term: { id, label: label || id, description, parent, old },
			});
		}
	}
	// What is folded into another is it, whichever comes first.
	for (const { slug, ...term } of exported.categories) {
		const target = decided[slug];
		if (typeof target !== 'string' || !isThere(target) || people.categories.has(slug)) continue;
		const fate = [categories.get(target), ...categories.values()].find(
			(one) =>
				one?.kind === 'category' && (one === categories.get(target) || one.term.id === target),
		);
		const old = pathsOfCategory({ slug, ...term }, exported.categories, bases.category);
		if (fate?.kind === 'category') (fate.term.old as string[]).push(...old);
		categories.set(slug, fate ?? { kind: 'left', reason: `there is no category “${target}”` });
	}
	for (const { slug, label, description } of exported.tags)
		if (!people.tags.has(slug))
			tags.set(slug, addTag(label || slug, [`/${bases.tag}/${slug}/`], description));
	return { categories, tags };
}

/** Returns a function that gives the path of the page of a category or tag. */
export function createTermPaths({ categories }: Terms, urls: Urls) {
	const byId = new Map<string | undefined, NewTerm>();
	for (const fate of categories.values())
		if (fate.kind === 'category') byId.set(fate.term.id, fate.term);
	return (fate: Fate | undefined): string | undefined => {
		if (fate === undefined || fate.kind === 'left') return undefined;
		if (fate.kind === 'tag') return decoded(urls.tag(fate.term.id));
		const lineage: string[] = [];
		for (let one = byId.get(fate.term.id); one; one = byId.get(one.parent)) lineage.unshift(one.id);
		return decoded(urls.category(lineage));
	};
}

function idFor(
	{ slug, label }: Term,
	parent: string | undefined,
	ids: ReadonlySet<string>,
): string {
	const base = proposeSlug(slug) || proposeSlug(label) || 'category';
	const candidates = [base, ...(parent === undefined ? [] : [`${parent}-${base}`])];
	for (let number = 2; candidates.every((id) => ids.has(id)); number++)
		candidates.push(`${base}-${number}`);
	return candidates.find((id) => !ids.has(id))!;
}

/** WordPress answers for a category below its parents, and also alone, and by its number. */
export function pathsOfCategory(term: Term, all: readonly Term[], base: string): string[] {
	const above: string[] = [];
	const parentOf = (slug: string | undefined) => all.find((one) => one.slug === slug);
	for (
		let one: Term | undefined = term;
		one && !above.includes(one.slug);
		one = parentOf(one.parent)
	)
		above.unshift(one.slug);
	return [
		...new Set([
			`/${base}/${above.join('/')}/`,
			`/${base}/${term.slug}/`,
			...(term.number === undefined ? [] : [`/?cat=${term.number}`]),
		]),
	];
}
