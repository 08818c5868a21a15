import { count, fill } from '../model/messages/fill.ts';
import type { SearchWords } from '../model/search/searchwords.ts';
import { withoutRegion } from '../model/text/direction.ts';
import { unfold, unfoldMarked } from '../model/search/folding.ts';
import type { HitData } from './engine.ts';
import type { Label } from './facets.ts';

/** The labels of values, which the index does not contain. */
export interface Names {
	/** Returns the label of a value such as `category:water`; `undefined` if the page has none. */
	readonly labelOf: (name: string) => string | undefined;
	/** Returns the labels of several values, without those that are ancestors of others. */
	readonly labelsOf: (names: readonly string[]) => readonly Label[];
	/** The language of the page. Results in another language show their language. */
	readonly language: string;
	readonly words: SearchWords;
}

/** Renders a result as a list item. Inserts text as text: the index cannot inject markup. */
export function renderResult(data: HitData, names: Names): HTMLLIElement {
	const own = withoutRegion(names.language);
	const language = valuesOf(data, 'language')[0] ?? own;
	const foreign = language === own ? '' : language;
	const dir = foreign && 'auto';
	const link = element('a', { href: addressOf(data.url) }, [
		unfold(data.meta['title'] ?? data.url),
	]);
	const title = element('h2', { lang: foreign, dir }, [link]);
	const facts = element('p', { class: 'facts' }, [
		element('span', {}, [fill(names.words.by, unfold(data.meta['byline'] ?? ''))]),
		element('span', {}, [dateIn(names.language, unfold(data.meta['date'] ?? ''))]),
		...(foreign ? [element('span', {}, [names.labelOf(`language:${language}`) ?? language])] : []),
	]);
	const categories = names.labelsOf(
		(data.filters['facet'] ?? []).filter((name) => name.startsWith('category:')),
	);
	const found = element('p', { class: 'excerpt', lang: foreign, dir }, excerptOf(data));
	const item = element('li', { class: 'entry' }, [title, facts, found]);
	if (categories.length > 0) item.append(element('p', { class: 'facts' }, joined(categories)));
	const headings = data.sub_results.filter(({ anchor }) => anchor).slice(0, 3);
	if (headings.length > 0)
		item.append(
			element(
				'ul',
				{ class: 'headings', lang: foreign, dir },
				headings.map(({ title, url }) =>
					element('li', {}, [
						element('a', { href: addressOf(url) }, [headingOf(title, url, names)]),
					]),
				),
			),
		);
	return item;
}

/** The date of a post in the language of the page, of those in the index: see `searchFields`. */
function dateIn(language: string, dates: string): string {
	const [first = '', ...others] = dates.split('|');
	return (
		others.find((date) => date.startsWith(`${language}:`))?.slice(language.length + 1) ?? first
	);
}

function joined(labels: readonly Label[]): (string | Node)[] {
	return labels.flatMap(({ label, language }, index) => [
		...(index > 0 ? [', '] : []),
		language ? element('span', { lang: language }, [label]) : label,
	]);
}

/** A heading of the text, or the author of a reply. */
function headingOf(title: string, url: string, { words }: Names): string {
	const isReply = /#(reply|comment)-[^#]+$/.test(url);
	return isReply ? fill(words.replyBy, unfold(title)) : unfold(title);
}

/** Returns the number of posts as a phrase. */
export function countOf(posts: number, words: SearchWords, language: string): string {
	return posts === 0 ? words.none : count(words.posts, posts, language);
}

/** Renders advice for an empty result. `widen` searches for the same words without filters. */
export function renderAdvice(words: SearchWords, widen: (() => void) | undefined): HTMLElement[] {
	const advice = element('p', {}, [words.advice]);
	if (!widen) return [advice];
	const button = element('button', { type: 'button' }, [words.everywhere]);
	button.addEventListener('click', widen);
	return [advice, button];
}

/** The passage that matches best; the summary of the post if its text has no match. */
function excerptOf(data: HitData): (string | Node)[] {
	if (data.locations.length === 0) return [unfold(data.meta['excerpt'] ?? '')];
	return marked(data.excerpt).map(({ text, match }) =>
		match ? element('mark', {}, [text]) : text,
	);
}

/** Splits an excerpt into matching and other text, unfolded, with entities decoded. */
export function marked(excerpt: string): { text: string; match: boolean }[] {
	return unfoldMarked(excerpt)
		.split(/(<mark>.*?<\/mark>)/s)
		.filter(Boolean)
		.map((part) => {
			const [, inside] = /^<mark>(.*)<\/mark>$/s.exec(part) ?? [];
			return { text: decode(inside ?? part), match: inside !== undefined };
		});
}

/** The engine escapes only the two angle brackets. */
function decode(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/**
 * Converts an address of the index, such as `/2019/slug.html`, to the address of the page. Keeps
 * the fragment.
 */
function addressOf(url: string): string {
	const [file = '', fragment] = url.split('#');
	const page = file.replace(/\.html$/, '/');
	return fragment === undefined
		? page
		: `${page}#${encodeURIComponent(unfold(decodeURIComponent(fragment)))}`;
}

function valuesOf({ filters }: HitData, facet: string): string[] {
	return (filters['facet'] ?? [])
		.filter((name) => name.startsWith(`${facet}:`))
		.map((name) => name.slice(facet.length + 1));
}

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Record<string, string>,
	children: readonly (string | Node)[],
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes))
		if (value) made.setAttribute(attribute, value);
	made.append(...children);
	return made;
}
