import type { FacetFilter } from '../model/search/facetfilters.ts';
import type { SearchWords } from '../model/search/searchwords.ts';
import { startEngine, type Engine, type Hit } from './engine.ts';
import { Facets } from './facets.ts';
import { count, filtersOf, find, wordsOf } from './query.ts';
import { countOf, renderAdvice, renderResult } from './results.ts';
import { drop, formatState, isEmpty, parseState, toggle, type State } from './state.ts';

/** Results shown at first, and added by each “Show more”. Each result takes one request. */
const first = 4;
const more = 10;

/** The debounce time for typing, in milliseconds. */
const pause = 120;

/** The search page. It enhances a form and lists of links that also work without script. */
class SearchPage extends HTMLElement {
	#engine: Engine | undefined;
	#facets!: Facets;
	#state: State = parseState('', () => false);
	#hits: readonly Hit[] = [];
	#shown = 0;
	/** The number of searches so far. Results of an earlier search are dropped. */
	#asked = 0;
	#timer = 0;

	readonly #words = JSON.parse(
		this.#find('script[type="application/json"]').textContent,
	) as SearchWords;
	readonly #form = this.#find<HTMLFormElement>('form');
	readonly #field = this.#find<HTMLInputElement>('input[type=search]');
	readonly #status = this.#find<HTMLElement>('.status');
	readonly #list = this.#find<HTMLOListElement>('.found');
	readonly #more = this.#find<HTMLButtonElement>('.more');
	readonly #sort = this.#find<HTMLSelectElement>('select');
	readonly #hint = this.#find<HTMLElement>('.hint');

	async connectedCallback(): Promise<void> {
		// The engine loads while the facet lists, which can be long, are parsed.
		const starting = startEngine(this.dataset['index']!);
		this.#facets = new Facets(this.#find('.facets'), this.#words, document.documentElement.lang);
		const typed = this.#field.value.trim();
		this.#read();
		this.#listen();
		// Words typed before the script loaded override the address.
		if (typed) this.#go({ ...this.#state, words: typed }, 'replace');
		else this.#field.value = this.#state.words;
		try {
			this.#engine = await starting;
		} catch {
			this.#status.textContent = this.#words.lost;
			return;
		}
		await this.#search();
		this.dataset['ready'] = '';
		this.#facets.start((filter) => this.#choose(filter));
		this.#facets.show(this.#state);
		await this.#count();
		if (import.meta.env.DEV) await this.#age();
	}

	#listen(): void {
		this.#form.addEventListener('submit', (event) => {
			// Without an engine, the form reloads the page, which loads the engine again.
			if (!this.#engine) return;
			event.preventDefault();
			this.#type('push');
		});
		this.#field.addEventListener('input', () => {
			clearTimeout(this.#timer);
			this.#timer = window.setTimeout(() => this.#type('replace'), pause);
			const state = { ...this.#state, words: this.#field.value };
			void this.#engine?.preload(wordsOf(state) ?? '', { filters: filtersOf(state) });
		});
		this.#field.addEventListener('keydown', (event) => {
			if (event.key !== 'Escape') return;
			event.preventDefault();
			this.#field.value = '';
			this.#type('push');
		});
		this.#sort.addEventListener('change', () =>
			this.#go({ ...this.#state, sort: this.#sort.value === 'newest' ? 'newest' : 'relevance' }),
		);
		this.#more.addEventListener('click', () => void this.#showMore());
		window.addEventListener('popstate', () => {
			this.#read();
			this.#field.value = this.#state.words;
			void this.#search();
		});
		document.addEventListener('keydown', (event) => {
			const typing = event.target instanceof HTMLElement && event.target.matches('input, select');
			if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
			event.preventDefault();
			this.#field.focus();
		});
	}

	#read(): void {
		this.#state = parseState(location.search, (filter) => this.#facets.isKnown(filter));
	}

	#type(how: 'push' | 'replace'): void {
		clearTimeout(this.#timer);
		const words = this.#field.value.trim();
		if (words !== this.#state.words) this.#go({ ...this.#state, words }, how);
	}

	#choose(filter: FacetFilter): void {
		this.#go(toggle(this.#state, filter));
	}

	#go(state: State, how: 'push' | 'replace' = 'push'): void {
		this.#state = state;
		const address = location.pathname + formatState(state);
		if (how === 'push') history.pushState(null, '', address);
		else history.replaceState(null, '', address);
		void this.#search();
	}

	async #search(): Promise<void> {
		if (!this.#engine) return;
		try {
			await this.#answer(this.#engine, this.#state, ++this.#asked);
		} catch {
			this.#status.textContent = this.#words.lost;
		}
	}

	async #answer(engine: Engine, state: State, asked: number): Promise<void> {
		const hits = await find(engine, state);
		if (asked !== this.#asked) return;
		this.#hits = hits;
		this.#facets.show(state);
		this.#sort.value = state.sort;
		this.#sort.disabled = !state.words;
		this.#status.textContent = countOf(hits.length, this.#words, document.documentElement.lang);
		const widen = isEmpty({ ...state, words: '' }) ? undefined : () => this.#widen();
		this.#hint.replaceChildren(...(hits.length === 0 ? renderAdvice(this.#words, widen) : []));
		const items = await this.#load(0, first);
		if (asked !== this.#asked) return;
		this.#list.replaceChildren(...items);
		this.#after(items.length);
		await this.#count();
	}

	async #count(): Promise<void> {
		if (!this.#engine || !this.#facets.started) return;
		const asked = this.#asked;
		const counts = await count(this.#engine, this.#state);
		if (asked === this.#asked) this.#facets.showCounts(counts);
	}

	async #showMore(): Promise<void> {
		const asked = this.#asked;
		const items = await this.#load(this.#shown, more);
		if (asked !== this.#asked) return;
		this.#list.append(...items);
		this.#after(this.#shown + items.length);
		// The first new result takes the focus, because the button moves or disappears.
		items[0]?.querySelector('a')?.focus({ preventScroll: true });
	}

	async #load(from: number, count: number): Promise<HTMLLIElement[]> {
		const hits = this.#hits.slice(from, from + count);
		const data = await Promise.all(hits.map((hit) => hit.data()));
		const { lang } = document.documentElement;
		const names = {
			language: lang,
			words: this.#words,
			labelOf: (name: string) => this.#facets.labelOf(name),
			labelsOf: (values: readonly string[]) => this.#facets.labelsOf(values),
		};
		return data.map((hit) => renderResult(hit, names));
	}

	#after(shown: number): void {
		this.#shown = shown;
		this.#more.hidden = shown >= this.#hits.length;
	}

	/** In development, shows when the index was built: search uses the index of the last build. */
	async #age(): Promise<void> {
		const { headers } = await fetch(`${this.dataset['index']}pagefind-entry.json`);
		const built = headers.get('last-modified');
		const note = document.createElement('p');
		note.textContent = `This index was built at ${built}. “npm run build” makes a new one.`;
		this.#form.after(note);
	}

	/** Drops all filters, keeps the words and focuses the field, because the button disappears. */
	#widen(): void {
		this.#field.focus();
		this.#go(drop(this.#state));
	}

	#find<Found extends HTMLElement>(selector: string): Found {
		return this.querySelector<Found>(selector)!;
	}
}

customElements.define('search-page', SearchPage);
