import { expect, test, type Page } from '@playwright/test';
import { builtSite } from '../site/sites.ts';
import type { Engine } from '../../src/search/engine.ts';
import { fold } from '../../src/model/search/folding.ts';
import { violations } from './axe.ts';
import { at, pairs } from './pages.ts';

const search = (query = '') => at('fixtures', `/search/${query}`);
const status = (page: Page) => page.getByRole('status');
const titles = (page: Page) => page.locator('.found h2');
const box = (page: Page, group: string, name: string) =>
	page.getByRole('group', { name: group }).getByRole('checkbox', { name, exact: true });

/** The addresses of all posts on all pages of a list. */
function listed(path: string): string[] {
	const { pages } = builtSite('fixtures');
	return [...pages]
		.filter(([address]) => address === path || address.startsWith(`${path}page/`))
		.flatMap(([, $]) =>
			$('.entry h2 a')
				.map((_, link) => $(link).attr('href')!)
				.get(),
		);
}

/** Delays all requests for an address until the returned function is called. */
async function hold(page: Page, address: string): Promise<() => void> {
	let open = () => {};
	const opened = new Promise<void>((resolve) => (open = resolve));
	await page.route(address, async (route) => {
		await opened;
		await route.continue();
	});
	return open;
}

test.beforeEach(async ({ page }) => {
	page.on('console', (message) => {
		if (message.type() === 'error') throw new Error(`${page.url()}: ${message.text()}`);
	});
});

test('the field in the header searches, from any page', async ({ page }) => {
	await page.goto(at('fixtures', '/about/'));
	await page.getByRole('searchbox', { name: 'Search' }).fill('quarry');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(search('?q=quarry'));
	await expect(titles(page).first()).toHaveText('An Atlas of Kesh Quarry');
	await expect(page.locator('.found mark').first()).toHaveText(/quarry/i);
});

test('typing searches, and the newest words win', async ({ page }) => {
	await page.goto(search());
	const field = page.getByRole('searchbox');
	await expect(status(page)).toHaveText('46 posts');
	await field.pressSequentially('typesetter', { delay: 20 });
	await expect(titles(page).first()).toHaveText('The Typesetter’s Breakfast');
	await expect(page).toHaveURL(search('?q=typesetter'));
	await field.press('Escape');
	await expect(field).toHaveValue('');
	await expect(status(page)).toHaveText('46 posts');
});

test('a result names its authors, date and categories, and leads to headings', async ({ page }) => {
	await page.goto(search('?q=deed'));
	const result = page.locator('.found > li').first();
	await expect(result.getByRole('heading')).toHaveText('Who Owns the Lake?');
	await expect(result).toContainText('By Ilse Maarwyk');
	await expect(result).toContainText('14 March 2016');
	await expect(result).toContainText('Lakes and rivers');
	await result.getByRole('link', { name: 'The deed of 1871' }).click();
	await expect(page).toHaveURL(
		at('fixtures', '/2016/footnotes-who-owns-the-lake/#the-deed-of-1871'),
	);
});

test('facets widen within and narrow between, and the address follows', async ({ page }) => {
	await page.goto(search());
	await expect(status(page)).toHaveText('46 posts');
	await box(page, 'Authors', 'Ilse Maarwyk').check();
	await expect(status(page)).not.toHaveText('46 posts');
	const one = Number.parseInt((await status(page).textContent())!);
	await box(page, 'Authors', 'Torvane').check();
	await expect(status(page)).not.toHaveText(`${one} posts`);
	const two = Number.parseInt((await status(page).textContent())!);
	expect(two).toBeGreaterThan(one);
	await box(page, 'Categories', 'Environment').check();
	await expect(page).toHaveURL(search('?category=environment&author=ilse-maarwyk&author=torvane'));
	await expect
		.poll(async () => Number.parseInt((await status(page).textContent())!))
		.toBeLessThan(two);
	await page.goBack();
	await expect(status(page)).toHaveText(`${two} posts`);
	await expect(box(page, 'Categories', 'Environment')).not.toBeChecked();
	await page.goForward();
	await expect(box(page, 'Categories', 'Environment')).toBeChecked();
});

test('a count says how many posts a choice would leave', async ({ page }) => {
	await page.goto(search('?year=2019'));
	const item = page.locator('[data-value="ilse-maarwyk"]');
	await expect(status(page)).toHaveText(/posts/);
	const total = Number(
		builtSite('fixtures').pages.get('/search/')!('[data-value=ilse-maarwyk] .count').text(),
	);
	await expect(item.locator('.count')).not.toHaveText(String(total));
	const promised = Number(await item.locator('.count').textContent());
	await box(page, 'Authors', 'Ilse Maarwyk').check();
	await expect(status(page)).toHaveText(promised === 1 ? '1 post' : `${promised} posts`);
});

test('without words everything can be browsed, newest first, batch by batch', async ({ page }) => {
	await page.goto(search('?category=culture'));
	await expect(titles(page)).toHaveCount(4);
	await page.getByRole('button', { name: 'Show more' }).click();
	await expect(titles(page)).toHaveCount(14);
	await expect(titles(page).nth(4).getByRole('link')).toBeFocused();
	const shown = await page
		.locator('.found h2 a')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect(shown).toEqual(listed('/category/culture/').slice(0, 14));
});

test('“Sort by newest” orders results by date', async ({ page }) => {
	await page.goto(search('?q=lake'));
	await page.getByLabel('Sort by').selectOption('newest');
	await expect(page).toHaveURL(search('?q=lake&sort=newest'));
	const dates = page.locator('.found .facts:first-of-type span:nth-child(2)');
	// The address changes at once; the results follow.
	await expect
		.poll(async () => {
			const years = (await dates.allTextContents()).map((date) => Number(date.slice(-4)));
			return years.length > 1 && years.every((year, index) => year <= (years[index - 1] ?? year));
		})
		.toBe(true);
});

test('“search within” a category, tag or author narrows the search to it', async ({ page }) => {
	for (const [path, query] of [
		['/category/economy/mining/', 'category=economy-mining'],
		['/tag/ferries/', 'tag=ferries'],
		['/author/torvane/', 'author=torvane'],
	] as const) {
		const address =
			path === '/category/economy/mining/' ? '/category/economy/economy-mining/' : path;
		await page.goto(at('fixtures', address));
		await page.getByRole('searchbox', { name: /^Search within/ }).fill('the');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(search(`?${query}&q=the`));
		await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
	}
});

test('bad values in the address are ignored', async ({ page }) => {
	await page.goto(search('?category=nowhere&sort=up&tag=%00&page=9'));
	await expect(status(page)).toHaveText('46 posts');
});

test('no result says so and offers what to try', async ({ page }) => {
	await page.goto(search('?q=gazetteer&year=2015'));
	await expect(status(page)).toHaveText('No post found.');
	await page.getByRole('button', { name: 'Search in all posts' }).click();
	await expect(page).toHaveURL(search('?q=gazetteer'));
	await expect(titles(page).first()).toContainText('Gazetteer');
	await expect(page.getByRole('searchbox')).toBeFocused();
});

test('Mongolian is found with the letters a keyboard has, and shown as it was written', async ({
	page,
}) => {
	for (const words of ['Өвлийн', 'овлийн', 'Ѳвлийн']) {
		await page.goto(search(`?q=${encodeURIComponent(words)}`));
		await expect(titles(page).first()).toHaveText('Өвлийн захидал');
	}
	const result = page.locator('.found > li').first();
	await expect(result.getByRole('heading')).toHaveAttribute('lang', 'mn');
	await expect(result).toContainText('Mongolian');
	await expect(result.locator('.excerpt')).not.toContainText(/\u0335/);
});

test('a place is found by any of its spellings', async ({ page }) => {
	const naming = [...builtSite('fixtures').pages.values()].filter(
		($) =>
			$('[data-pagefind-body]').length > 0 &&
			/Port\s+Vesper\b|Порт Веспер/i.test($('h1').text() + $('[data-pagefind-body]').text()),
	);
	await page.goto(search('?q=Vesperhaven'));
	await expect(status(page)).toHaveText(`${naming.length} posts`);
	await page.goto(search('?q=Torrinsee&language=mn'));
	await expect(titles(page).first()).toHaveAttribute('lang', 'mn');
});

test('code in a text is shown as text', async ({ page }) => {
	await page.goto(search('?q=backtick'));
	await expect(page.locator('.found .excerpt').first()).toContainText('<tags>');
});

test('quotes ask for a phrase, and accents do not matter', async ({ page }) => {
	await page.goto(search(`?q=${encodeURIComponent('“Torrin Navigation Company”')}`));
	await expect(status(page)).toHaveText(/post/);
	await expect(titles(page).first()).toHaveText('Who Owns the Lake?');
	await page.goto(search('?q=hugel'));
	await expect(titles(page).first()).toContainText('Hügel');
});

test('it works by keyboard alone', async ({ page }) => {
	await page.goto(search());
	await expect(status(page)).toHaveText('46 posts');
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('ferry');
	await expect(page).toHaveURL(search('?q=ferry'));
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(box(page, 'Categories', 'Economy')).toBeFocused();
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(search('?q=ferry&category=economy'));
	await expect(box(page, 'Categories', 'Economy')).toBeFocused();
});

test('focus stays where it is when links become boxes', async ({ page }) => {
	const open = await hold(page, '**/pagefind/*.pf_meta');
	await page.goto(search());
	await page.getByRole('link', { name: 'Culture', exact: true }).focus();
	open();
	await expect(box(page, 'Categories', 'Culture')).toBeFocused();
});

test('a long facet shows its most used values, and all of them when asked', async ({ page }) => {
	await page.goto(search('?tag=goats'));
	const tags = page.getByRole('group', { name: 'Tags' });
	await expect(status(page)).toHaveText(/post/);
	const few = await tags.getByRole('checkbox').count();
	const all = tags.getByRole('button', { name: /^Show all/ });
	await expect(all).toHaveAttribute('aria-expanded', 'false');
	await all.click();
	expect(await tags.getByRole('checkbox').count()).toBeGreaterThan(few);
});

test('without JavaScript the page leads to every category, tag, author and year', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(search());
	await expect(page.locator('noscript p')).toBeVisible();
	for (const group of ['Categories', 'Tags', 'Authors', 'Years'])
		expect(
			await page.getByRole('group', { name: group }).getByRole('link').count(),
		).toBeGreaterThan(5);
	await page.getByRole('link', { name: 'Rare earths', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rare earths');
	await context.close();
});

test('an index that cannot be loaded gives a sentence, and the lists stay links', async ({
	browser,
}) => {
	const page = await browser.newPage();
	await page.route('**/pagefind/**', (route) => route.abort());
	await page.goto(search('?q=lake'));
	await expect(status(page)).toContainText('could not be loaded');
	await expect(page.getByRole('group', { name: 'Tags' }).getByRole('link').first()).toBeVisible();
	await page.close();
});

test('words typed before the script is there are searched for when it is', async ({ page }) => {
	const open = await hold(page, '**/_astro/*.js');
	await page.goto(search('?year=2022'), { waitUntil: 'commit' });
	await page.getByRole('searchbox').fill('gazetteer');
	open();
	await expect(titles(page).first()).toContainText('Gazetteer');
	await expect(page).toHaveURL(search('?q=gazetteer&year=2022'));
});

test('an index that is lost while searching is told too', async ({ browser }) => {
	const page = await browser.newPage();
	await page.goto(search());
	await expect(status(page)).toHaveText('46 posts');
	await page.route('**/pagefind/fragment/**', (route) => route.abort());
	await page.getByRole('searchbox').fill('gazetteer');
	await expect(status(page)).toContainText('could not be loaded');
	await page.close();
});

test('nothing is loaded before the reader turns to search', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(at('fixtures', '/'), { waitUntil: 'networkidle' });
	expect(asked.filter((url) => /pagefind|\.js$/.test(url))).toEqual([]);
});

test('axe finds nothing in any state of the search page', async ({ page }) => {
	test.slow();
	const states = ['', '?q=lake&category=environment', '?q=qqqq&year=2015'];
	const more = process.env['LONG'] ? ['?q=lake', '?language=mn'] : [];
	for (const query of [...states, ...more])
		for (const { colorScheme, width } of pairs) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 800 });
			await page.goto(search(query));
			await expect(status(page)).not.toBeEmpty();
			await expect(page.locator('.found > li, .hint p').first()).toBeVisible();
			expect.soft(await violations(page), `${query} ${colorScheme} ${width}`).toEqual([]);
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect.soft(overflow).toBeLessThanOrEqual(0);
		}
});

test('nothing in the address becomes markup or runs', async ({ page }) => {
	const attacks = [
		'<img src=x onerror=alert(1)>',
		'"><script>alert(1)</script>',
		'<svg/onload=alert(1)>',
		"';alert(1)//",
		'javascript:alert(1)',
		'${alert(1)}{{alert(1)}}',
		'<mark>lake</mark>',
		'%3Cimg%20src=x%20onerror=alert(1)%3E',
		'\u202e\u0000lake',
		'__proto__',
	];
	page.on('dialog', () => {
		throw new Error('a script ran');
	});
	for (const attack of attacks) {
		const all = ['q', 'category', 'tag', 'sort'].map((name) => [name, attack]);
		await page.goto(search(`?${new URLSearchParams(all)}`));
		await expect(status(page)).toHaveText(/post/i);
		expect(
			await page
				.locator('search-page :is(img, script:not([type="application/json"]), svg)')
				.count(),
		).toBe(0);
	}
});

test('choosing a category, tag, author or year finds exactly the posts of its page', async ({
	page,
}) => {
	const { pages } = builtSite('fixtures');
	const $ = pages.get('/search/')!;
	const lists = $('[data-value]')
		.toArray()
		.map((item) => ({
			facet: `${$(item).closest('[data-facet]').attr('data-facet')}:${$(item).attr('data-value')}`,
			path: $(item).find('> a.name').attr('href'),
		}))
		.filter(({ path }) => path !== undefined)
		// One in three, except in long tests.
		.filter((_, index) => index % 3 === 0 || process.env['LONG']);
	await page.goto(search());
	const found = await page.evaluate(
		async (facets) => {
			const engine = (await import(`${location.origin}/pagefind/pagefind.js` as string)) as Engine;
			const { results } = await engine.search(null, {});
			const pages = new Map<string, string>();
			const data = await Promise.all(results.map((hit) => hit.data()));
			for (const [index, { id }] of results.entries())
				pages.set(id, data[index]!.url.replace(/\.html$/, '/'));
			const all = [];
			for (const facet of facets) {
				const { results } = await engine.search(null, { filters: { facet } });
				all.push(results.map(({ id }) => pages.get(id)).sort());
			}
			return all;
		},
		lists.map(({ facet }) => facet),
	);
	expect(lists.length).toBeGreaterThan(20);
	lists.forEach(({ facet, path }, index) =>
		expect.soft(found[index], facet).toEqual(listed(decodeURI(path!)).sort()),
	);
});

test('the index holds the published posts, and nothing else', async ({ page }) => {
	await page.goto(search());
	const urls = await page.evaluate(async () => {
		const engine = (await import(`${location.origin}/pagefind/pagefind.js` as string)) as Engine;
		const { results } = await engine.search(null, {});
		const found = await Promise.all(results.map((hit) => hit.data()));
		return found.map(({ url }) => url.replace(/\.html$/, '/')).sort();
	});
	expect(urls).toEqual(listed('/').sort());
});

test('every distinctive word of a title finds its post first or second', async ({ page }) => {
	test.slow();
	const { pages } = builtSite('fixtures');
	const posts = [...pages]
		.filter(([path, $]) => $('[data-pagefind-body]').length > 0 && /^\/\d{4}\/[^/]+\/$/.test(path))
		.map(([path, $]) => ({ path, words: wordsOf($('h1').text()) }));
	const uses = (word: string) => posts.filter(({ words }) => words.includes(word)).length;
	const wanted = posts.flatMap(({ path, words }) =>
		words.filter((word) => word.length > 4 && uses(word) === 1).map((word) => ({ path, word })),
	);
	// The search page sets the ranking weights of the engine.
	await page.goto(search('?q=lake'));
	await expect(page.locator('.found h2 a').first()).toBeVisible();
	const found = await page.evaluate(
		async (words) => {
			const engine = (await import(`${location.origin}/pagefind/pagefind.js` as string)) as Engine;
			const all = [];
			for (const word of words) {
				const { results } = await engine.search(word, {});
				const first = await Promise.all(results.slice(0, 2).map((hit) => hit.data()));
				all.push(first.map(({ url }) => url.replace(/\.html$/, '/')));
			}
			return all;
		},
		wanted.map(({ word }) => fold(word)),
	);
	const missed = wanted.filter(({ path }, index) => !found[index]!.includes(path));
	expect(wanted.length).toBeGreaterThan(60);
	expect(missed).toEqual([]);
});

function wordsOf(title: string): string[] {
	return [...new Set(title.toLowerCase().match(/\p{L}+/gu) ?? [])];
}
