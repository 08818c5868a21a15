import { startOf, type PartialDate } from '../publication/dates.ts';
import { pageLanguages, type Localized, type Settings } from '../publication/site.ts';
import { setOf } from '../publication/translations.ts';
import { intendedLanguage, isLanguageTag } from '../content/values.ts';
import { isSpoken } from '../messages/messages.ts';
import { isSameLanguage } from '../text/direction.ts';
import { nearest } from '../text/text.ts';
import type { Content, Item } from './content.ts';
import { finding, type Finding } from './problems.ts';

type Kind = 'posts' | 'pages' | 'authors';
interface Fields {
	readonly language?: string | undefined;
	readonly translationOf?: string | undefined;
	readonly date?: PartialDate;
	readonly updated?: PartialDate | undefined;
	readonly translatedFrom?: PartialDate | undefined;
}
type Text = Item<Fields>;
type SiteLanguages = Pick<Settings, 'language' | 'languages' | 'tagline' | 'description'>;

/**
 * Checks what joins texts in several languages, and that the site has words in each language. If the
 * content is `incomplete`, a missing language may be a wrong one.
 */
export function translations(
	content: Content,
	site: SiteLanguages,
	incomplete: boolean,
): Finding[] {
	const kinds: readonly Kind[] = ['posts', 'pages', 'authors'];
	return [
		...kinds.flatMap((kind) => ofKind(content[kind] as readonly Text[], site, incomplete)),
		...untranslated(content, site),
		...ofSite(site),
	];
}

function ofSite({ language, languages }: SiteLanguages): Finding[] {
	const all = [language, ...languages];
	return all.flatMap((tag, index) => {
		const at = [index === 0 ? 'language' : 'languages', tag];
		if (!isLanguageTag(tag))
			return [finding('bad-site-language', 'src/site.ts', at, tag, intendedLanguage(tag))];
		if (all.slice(0, index).some((other) => isSameLanguage(other, tag)))
			return [finding('site-language-twice', 'src/site.ts', at, tag)];
		return isSpoken(tag) ? [] : [finding('unspoken-language', 'src/site.ts', at, tag)];
	});
}

function ofKind(texts: readonly Text[], site: SiteLanguages, incomplete: boolean): Finding[] {
	const known = new Map(texts.map((text) => [text.id, text]));
	const targets = texts.flatMap(({ file, id, data: { translationOf } }) => {
		if (translationOf === undefined) return [];
		const original = known.get(translationOf);
		const at = ['translationOf'];
		if (translationOf === id) return [finding('translation-of-itself', file, at)];
		if (!original)
			return [
				finding('unknown-original', file, at, translationOf, nearest(translationOf, known.keys())),
			];
		const { translationOf: further } = original.data;
		return further === undefined
			? []
			: [finding('translation-chain', file, at, translationOf, further)];
	});
	const sets = [...Map.groupBy(texts, setOf).values()].filter(({ length }) => length > 1);
	return [
		...targets,
		...sets.flatMap((set) => [...(incomplete ? [] : twice(set, site)), ...older(set)]),
	];
}

/** Finds two texts in one language. */
function twice(set: readonly Text[], site: SiteLanguages): Finding[] {
	const languageOf = ({ data }: Text) => data.language ?? site.language;
	return set.flatMap((text) => {
		const { file, data } = text;
		if (data.translationOf === undefined) return [];
		const other = set.find(
			(one) => one !== text && isSameLanguage(languageOf(one), languageOf(text)),
		);
		// Of two translations, the later one is told.
		if (!other || (other.data.translationOf !== undefined && other.file > file)) return [];
		return [finding('translated-twice', file, ['language'], languageOf(text), other.file)];
	});
}

/** Finds translations that were not changed since another was. */
function older(set: readonly Text[]): Finding[] {
	return set.flatMap(({ file, data }) => {
		const { translationOf, translatedFrom, updated, date } = data;
		const state = translatedFrom ?? updated ?? date;
		if (translationOf === undefined || !state) return [];
		const newer = set.find(
			(one) => one.file !== file && one.data.updated && startOf(one.data.updated) > startOf(state),
		);
		if (!newer) return [];
		return [
			finding('older-translation', file, ['translationOf'], newer.file, newer.data.updated!.text),
		];
	});
}

/** Finds what is said of the site and of its categories in some of its languages only. */
function untranslated({ categories }: Content, site: SiteLanguages): Finding[] {
	const languages = pageLanguages(site);
	if (languages.length === 1) return [];
	const told = (
		text: Localized | undefined,
		file: string,
		at: (string | number)[],
		name: string,
	): Finding[] => {
		if (text === undefined) return [];
		const texts = typeof text === 'string' ? { [site.language]: text } : text;
		const missing = languages.filter(
			(language) => !Object.keys(texts).some((tag) => isSameLanguage(tag, language)),
		);
		if (missing.length === 0) return [];
		const all = [...Object.entries(texts), ...missing.map((language) => [language, '…'])];
		const example = `{ ${all.map(([tag, words]) => `${tag}: ${JSON.stringify(words)}`).join(', ')} }`;
		return [finding('untranslated', file, at, name, missing, example)];
	};
	return [
		...(['tagline', 'description'] as const).flatMap((name) =>
			told(site[name], 'src/site.ts', [name], name),
		),
		...categories.flatMap(({ file, index = 0, data }) =>
			(['label', 'description'] as const).flatMap((name) =>
				told(data[name], file, [index, name], name),
			),
		),
	];
}
