import type { Entry } from '../content/collections.ts';
import { localize, type Link, type Localized, type Site } from './site.ts';
import type { CategoryData } from '../content/schema.ts';
import type { Urls } from './urls.ts';

export interface Category {
	readonly id: string;
	readonly label: string;
	/** The language of the label, if it is not that of the pages. */
	readonly language?: string | undefined;
	/** The label. If two categories have the same label, the parent's label comes first. */
	readonly name: string;
	readonly description?: string | undefined;
	readonly descriptionLanguage?: string | undefined;
	readonly path: string;
	/** The ids from the root of the tree to this category. */
	readonly lineage: readonly string[];
	/** Links from the root of the tree to the parent. */
	readonly ancestors: readonly Link[];
	readonly parent?: string | undefined;
}

/**
 * Returns the categories in tree order, each parent, then its children in file order, with the labels in
 * the language of the site.
 */
export function arrangeCategories(
	entries: readonly Entry<CategoryData>[],
	{ language, textLanguage }: Site,
	urls: Urls,
): readonly Category[] {
	const inLanguage = (text: Localized) => localize(text, language, textLanguage);
	const parents = parentsOf(entries);
	const byId = new Map(entries.map(({ id, data }) => [id, data]));
	const labelOf = (data: CategoryData) => inLanguage(data.label).text;
	const link = (id: string): Link => {
		const { text, language } = inLanguage(byId.get(id)!.label);
		return { label: text, language, path: urls.category(lineage(id, parents)) };
	};
	const labels = entries.map(({ data }) => labelOf(data));
	const name = (data: CategoryData): string => {
		const label = labelOf(data);
		const isShared = labels.filter((other) => other === label).length > 1;
		return data.parent && isShared ? `${labelOf(byId.get(data.parent)!)} › ${label}` : label;
	};
	const describe = ({ description }: CategoryData) => {
		const { text, language } = description ? inLanguage(description) : {};
		return { description: text, descriptionLanguage: language };
	};
	const below = (parent: string | undefined): Category[] =>
		entries
			.filter(({ data }) => data.parent === parent)
			.flatMap(({ id, data }) => [
				{
					...data,
					id,
					...link(id),
					name: name(data),
					...describe(data),
					lineage: lineage(id, parents),
					ancestors: lineage(id, parents).slice(0, -1).map(link),
				},
				...below(id),
			]);
	return below(undefined);
}

/** Returns the parent of each category, by id. */
export function parentsOf(entries: readonly Entry<Pick<CategoryData, 'parent'>>[]) {
	return new Map(entries.map(({ id, data }) => [id, data.parent]));
}

/** Returns the ids from the root of the tree to `id`. Stops at a cycle. */
export function lineage(
	id: string,
	parents: ReadonlyMap<string, string | undefined>,
): readonly string[] {
	const ids = [id];
	for (let up = parents.get(id); up && !ids.includes(up); up = parents.get(up)) ids.unshift(up);
	return ids;
}
