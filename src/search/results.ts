import { unfold } from '../model/search/folding.ts';
import type { HitData } from './engine.ts';

/** What a result says that the index does not know: names of values in words. */
export interface Names {
	/** The label of a value such as `category:water`, if the page knows it. */
	readonly labelOf: (name: string) => string | undefined;
	/** The labels of several values, of which those above others are left out. */
	readonly labelsOf: (names: readonly string[]) => string[];
	/** Of the page; a post in another language says so. */
	readonly language: string;
}

/** A result as a list item. All text is set as text: nothing in an index can become markup. */
export function renderResult(data: HitData, names: Names): HTMLLIElement {
	const language = valuesOf(data, 'language')[0] ?? names.language;
	const foreign = language === names.language ? '' : language;
	const link = element('a', { href: addressOf(data.url) }, [
		unfold(data.meta['title'] ?? data.url),
	]);
	const title = element('h2', { lang: foreign }, [link]);
	const facts = element('p', { class: 'facts' }, [
		element('span', {}, [`By ${data.meta['byline'] ? unfold(data.meta['byline']) : ''}`]),
		element('span', {}, [data.meta['date'] ?? '']),
		...(foreign ? [element('span', {}, [names.labelOf(`language:${language}`) ?? language])] : []),
	]);
	const categories = names.labelsOf(
		(data.filters['facet'] ?? []).filter((name) => name.startsWith('category:')),
	);
	const found = element('p', { class: 'excerpt', lang: foreign }, excerptOf(data));
	const item = element('li', { class: 'entry' }, [title, facts, found]);
	if (categories.length > 0) item.append(element('p', { class: 'facts' }, [categories.join(', ')]));
	const headings = data.sub_results.filter(({ anchor }) => anchor).slice(0, 3);
	if (headings.length > 0)
		item.append(
			element(
				'ul',
				{ class: 'headings', lang: foreign },
				headings.map(({ title, url }) =>
					element('li', {}, [element('a', { href: addressOf(url) }, [unfold(title)])]),
				),
			),
		);
	return item;
}

/** How many posts are found, in words. */
export function countOf(posts: number): string {
	return posts === 0 ? 'No post found.' : posts === 1 ? '1 post' : `${posts} posts`;
}

/** What to try when nothing is found. `widen` searches for the same words in all posts. */
export function renderAdvice(widen: (() => void) | undefined): HTMLElement[] {
	const advice = element('p', {}, [
		'Try fewer or other words, or the beginning of one. Spelling is taken as it is. Or choose a subject from the lists.',
	]);
	if (!widen) return [advice];
	const button = element('button', { type: 'button' }, ['Search in all posts']);
	button.addEventListener('click', widen);
	return [advice, button];
}

/** The passage that matches best, or the summary where only the title or nothing was asked. */
function excerptOf(data: HitData): (string | Node)[] {
	if (data.locations.length === 0) return [unfold(data.meta['excerpt'] ?? '')];
	return marked(data.excerpt).map(({ text, match }) =>
		match ? element('mark', {}, [unfold(text)]) : unfold(text),
	);
}

/** Takes an excerpt apart into text that matches and text that does not. */
export function marked(excerpt: string): { text: string; match: boolean }[] {
	return excerpt
		.split(/(<mark>.*?<\/mark>)/s)
		.filter(Boolean)
		.map((part) => {
			const [, inside] = /^<mark>(.*)<\/mark>$/s.exec(part) ?? [];
			return { text: decode(inside ?? part), match: inside !== undefined };
		});
}

/** The engine escapes the two brackets, and only them. */
function decode(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** The address of a page, or of a part of it. The index names the page by a file, as `/2019/slug.html`. */
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
