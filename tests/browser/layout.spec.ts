import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { builtSite } from '../site/sites.ts';
import { at, essay, everyKind } from './pages.ts';

// 1280 px at 200 % zoom leave 640 px, and at 400 % 320 px, the width in WCAG 1.4.10.
test('no page scrolls sideways, however narrow', async ({ page }) => {
	for (const path of everyKind) {
		await page.goto(at('fixtures', path));
		for (const width of [1280, 640, 390, 320]) {
			await page.setViewportSize({ width, height: 800 });
			const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect.soft(overflow, `${path} at ${width} px`).toBeLessThanOrEqual(0);
		}
	}
});

test('a line of the essay holds 60 to 75 letters on a wide screen, 38 to 50 on a phone', async ({
	page,
}) => {
	for (const [width, least, most] of [
		[1280, 60, 75],
		[375, 38, 50],
	] as const) {
		await page.setViewportSize({ width, height: 800 });
		await page.goto(at('essay', essay));
		const letters = await lettersInALine(page);
		expect(letters).toBeGreaterThanOrEqual(least);
		expect(letters).toBeLessThanOrEqual(most);
	}
});

test('what is drawn on nothing has a light ground in dark colours', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.goto(at('fixtures', '/2022/figures-quarry-atlas/'));
	const groundOf = (name: string) =>
		page
			.locator(`img[src*="/${name}."]`)
			.first()
			.evaluate((image) => getComputedStyle(image).backgroundColor);
	expect(await groundOf('pond')).toBe('rgb(253, 252, 249)');
	expect(await groundOf('shaft')).toBe('rgba(0, 0, 0, 0)');
});

test('nothing moves when fonts are slow', async ({ page }) => {
	await page.route('**/*.woff2', async (route) => {
		await new Promise((resolve) => setTimeout(resolve, 1500));
		await route.continue();
	});
	for (const address of [
		at('essay', essay),
		at('fixtures', '/2018/mongolian-nuuriin-us/'),
		at('fixtures', '/'),
	]) {
		await page.goto(address, { waitUntil: 'load' });
		await page.waitForFunction(() => document.fonts.status === 'loaded');
		const shift = await page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let sum = 0;
					new PerformanceObserver((list) => {
						for (const entry of list.getEntries())
							sum += (entry as unknown as { value: number }).value;
					}).observe({ type: 'layout-shift', buffered: true });
					requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
				}),
		);
		expect(shift, address).toBe(0);
	}
});

// The same essay weighs 56 kB in Astro's blog starter and in PaperMod.
test('the essay with all it loads weighs at most 55 kB', async ({ page }) => {
	const { folder } = builtSite('essay');
	const files = new Set<string>();
	page.on('request', (request) => files.add(new URL(request.url()).pathname));
	await page.goto(at('essay', essay), { waitUntil: 'networkidle' });
	const weights = [...files].map((path) => {
		const file = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
		return path.endsWith('.woff2') ? file.length : gzipSync(file, { level: 9 }).length;
	});
	const sum = weights.reduce((all, bytes) => all + bytes, 0);
	expect(files.size).toBeGreaterThan(1);
	expect(sum).toBeLessThanOrEqual(55_000);
});

test('on paper a post is a document', async ({ page }) => {
	await page.emulateMedia({ media: 'print' });
	await page.goto(at('fixtures', '/2024/all-optional-fields/'));
	for (const shown of ['h1', '.byline', '.facts time', '.after a[rel=bookmark]'])
		await expect(page.locator(shown).first()).toBeVisible();
	for (const hidden of ['.masthead nav', '.contents', '.neighbours', '.skip'])
		for (const element of await page.locator(hidden).all()) await expect(element).toBeHidden();
	await page.goto(at('fixtures', '/2021/markdown-features/'));
	const target = await page
		.locator('.prose a[href^=http]')
		.first()
		.evaluate((link) => getComputedStyle(link, '::after').content);
	expect(target).toContain('http');
});

for (const [width, pixels] of [
	[1280, 1],
	[1280, 2],
	[390, 3],
	[360, 2],
] as const)
	test(`a picture is fetched as wide as it is shown at ${width} px of ${pixels} pixels`, async ({
		browser,
	}) => {
		const viewport = { width, height: 800 };
		const page = await browser.newPage({ viewport, deviceScaleFactor: pixels });
		await page.goto(at('fixtures', '/2017/lead-image-harbour-light/'));
		const picture = await page.locator('.lead img').evaluate((element) => {
			const { currentSrc, srcset, clientWidth } = element as HTMLImageElement;
			const offered = srcset.split(', ').map((one) => one.split(' ') as [string, string]);
			const [, fetched] = offered.find(([path]) => currentSrc.endsWith(path))!;
			return {
				fetched: parseInt(fetched),
				offered: offered.map(([, wide]) => parseInt(wide)),
				shown: clientWidth * devicePixelRatio,
			};
		});
		await page.close();
		// A picture 2 % too narrow still looks sharp.
		const enough = picture.offered.filter((offered) => offered >= picture.shown * 0.98);
		expect(picture.fetched).toBe(Math.min(...enough));
	});

test('a caption stands close to its picture', async ({ page }) => {
	for (const width of [390, 1280]) {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(at('fixtures', '/2022/figures-quarry-atlas/'));
		const gaps = await page.locator('.prose figure').evaluateAll((figures) =>
			figures.map((figure) => {
				const picture = figure.querySelector('img')!.getBoundingClientRect();
				return figure.querySelector('figcaption')!.getBoundingClientRect().top - picture.bottom;
			}),
		);
		expect(gaps.length).toBe(3);
		for (const gap of gaps) {
			expect(gap).toBeGreaterThan(4);
			expect(gap).toBeLessThan(16);
		}
	}
});

/** Returns the number of letters per line: the column width divided by the mean letter width. */
function lettersInALine(page: Page): Promise<number> {
	return page.evaluate(() => {
		const column = document.querySelector<HTMLElement>('.prose')!;
		const line = document.createElement('span');
		line.style.whiteSpace = 'nowrap';
		line.textContent = column.textContent!.replace(/\s+/g, ' ');
		const width = column.clientWidth;
		column.append(line);
		return width / (line.getBoundingClientRect().width / line.textContent.length);
	});
}

test('notes stand beside the text where there is room, level with it and never over each other', async ({
	page,
}) => {
	const boxes = async () =>
		page.locator('.with-contents .footnotes > ol > li').evaluateAll((notes) =>
			notes.map((note) => {
				const { top, bottom, left, right } = note.getBoundingClientRect();
				const name = note.id.replace('fn-', 'fnref-');
				const reference = document.getElementById(name)!.getBoundingClientRect();
				return { top, bottom, left, right, reference: reference.top };
			}),
		);
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(at('fixtures', '/2016/footnotes-who-owns-the-lake/'));
	const text = (await page.locator('.prose p').first().boundingBox())!;
	const beside = await boxes();
	expect(beside.length).toBeGreaterThan(2);
	for (const [index, note] of beside.entries()) {
		const before = beside[index - 1];
		expect(note.left).toBeGreaterThan(text.x + text.width);
		expect(note.right).toBeLessThanOrEqual(1280);
		expect(note.top).toBeGreaterThanOrEqual(note.reference - 1);
		if (before) expect(note.top).toBeGreaterThan(before.bottom);
		if (!before || before.bottom < note.reference - 20)
			expect(Math.abs(note.top - note.reference)).toBeLessThan(12);
	}

	await page.setViewportSize({ width: 900, height: 900 });
	const below = await boxes();
	const end = (await page.locator('.with-contents .prose > p').last().boundingBox())!;
	for (const note of below) expect(note.top).toBeGreaterThan(end.y + end.height);
});

test('a feed can be read in a browser', async ({ page }) => {
	for (const path of ['/feed.xml', '/atom.xml']) {
		await page.goto(at('fixtures', path));
		const title = page.locator('item > title, entry > title').first();
		await expect(title).toBeVisible();
		const texts = await page.evaluate(() =>
			[...document.querySelectorAll('item > *, entry > *')]
				.filter(({ localName }) => /^(encoded|content)$/.test(localName))
				.map((element) => getComputedStyle(element).display),
		);
		expect([...new Set(texts)]).toEqual(['none']);
		const { width, height } = (await title.boundingBox())!;
		expect(width / height).toBeGreaterThan(4);
	}
});
