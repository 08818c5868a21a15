import { count } from '../model/messages/fill.ts';
import type { FacetFilter, FacetName } from '../model/search/facetfilters.ts';
import type { SearchWords } from '../model/search/searchwords.ts';
import { isChosen, type State } from './state.ts';

/** Visible values of a long, folded facet. */
const inSight = 8;

/** A label, and its language if it is not that of the page. */
export interface Label {
	readonly label: string;
	readonly language: string;
}

interface Value extends FacetFilter, Label {
	readonly item: HTMLLIElement;
	/** The link of the value, which `start` replaces by a checkbox. */
	readonly link: HTMLElement;
	readonly count: HTMLElement;
	readonly box: HTMLInputElement;
}

/** The facet lists of the search page. They contain links until `start` makes them checkboxes. */
export class Facets {
	started = false;
	readonly #values = new Map<string, Value>();
	readonly #root: HTMLElement;
	readonly #words: SearchWords;
	readonly #language: string;

	constructor(root: HTMLElement, words: SearchWords, language: string) {
		this.#root = root;
		this.#words = words;
		this.#language = language;
		for (const group of root.querySelectorAll<HTMLElement>('[data-facet]'))
			for (const item of group.querySelectorAll<HTMLLIElement>('[data-value]')) {
				const facet = group.dataset['facet'] as FacetName;
				const value = item.dataset['value']!;
				const [link, count] = item.children as unknown as [HTMLElement, HTMLElement];
				const label = item.dataset['name'] ?? link.textContent;
				const box = document.createElement('input');
				const language = link.lang;
				const all = { facet, value, item, link, label, language, count, box };
				this.#values.set(`${facet}:${value}`, all);
			}
	}

	isKnown({ facet, value }: FacetFilter): boolean {
		return this.#values.has(`${facet}:${value}`);
	}

	/** Returns the label of a value such as `tag:salt`; `undefined` if the page has none. */
	labelOf(name: string): string | undefined {
		return this.#values.get(name)?.label;
	}

	/** Returns the labels of the values, without those that are ancestors of others. */
	labelsOf(names: readonly string[]): Label[] {
		const values = names.flatMap((name) => this.#values.get(name) ?? []);
		return values
			.filter(
				({ item }) => !values.some((other) => other.item !== item && item.contains(other.item)),
			)
			.map(({ label, language }) => ({ label, language }));
	}

	/** Replaces the links by checkboxes. Calls `choose` when a checkbox changes. */
	start(choose: (filter: FacetFilter) => void): void {
		this.started = true;
		for (const { link, box, facet, value } of this.#values.values()) {
			box.type = 'checkbox';
			box.name = facet;
			box.value = value;
			const label = document.createElement('label');
			if (link.lang) label.lang = link.lang;
			label.append(box, ' ', link.textContent);
			const focused = document.activeElement === link;
			link.replaceWith(label);
			if (focused) box.focus();
			box.addEventListener('change', () => choose({ facet, value }));
		}
		for (const group of this.#root.querySelectorAll<HTMLElement>('[data-facet]')) this.#fold(group);
	}

	/** Checks the boxes of the chosen values. */
	show(state: State): void {
		for (const value of this.#values.values()) {
			value.box.checked = isChosen(state, value);
			value.item.classList.toggle('chosen', value.box.checked);
		}
	}

	/** Shows the counts, by values such as `tag:salt`. Values without a count show 0. */
	showCounts(counts: ReadonlyMap<string, number>): void {
		for (const [name, { item, count }] of this.#values) {
			count.textContent = String(counts.get(name) ?? 0);
			item.classList.toggle('none', !counts.get(name));
		}
	}

	/** Hides the rare values of a long list, and adds a button that shows all. */
	#fold(group: HTMLElement): void {
		const items = [...group.querySelectorAll<HTMLLIElement>('[data-value]')];
		if (items.length <= inSight + 2) return;
		const counts = items.map((item) => Number(item.querySelector('.count')!.textContent));
		const least = [...counts].sort((a, b) => b - a)[inSight - 1]!;
		let kept = 0;
		items.forEach((item, index) => {
			const shown = counts[index]! >= least && kept < inSight;
			if (shown) kept++;
			item.classList.toggle('rare', !shown);
		});
		const button = document.createElement('button');
		button.type = 'button';
		button.setAttribute('aria-expanded', 'false');
		const say = () => {
			const open = group.classList.toggle('folded');
			button.setAttribute('aria-expanded', String(!open));
			const { all, fewer } = this.#words;
			button.textContent = open ? count(all, items.length, this.#language) : fewer;
		};
		say();
		button.addEventListener('click', say);
		group.append(button);
	}
}
