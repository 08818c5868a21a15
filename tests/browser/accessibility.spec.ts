import { expect, test } from '@playwright/test';
import { violations } from './axe.ts';
import { at, essay, everyKind, pairs } from './pages.ts';

/**
 * All pages in light colours; in dark colours only pages whose colours or layout differ. With
 * `LONG`, all pages in both.
 */
const pagesFor = (colorScheme: 'light' | 'dark') =>
	colorScheme === 'light' || process.env['LONG']
		? everyKind
		: everyKind.filter(
				(path) => !/^\/(page|20(16|18|20|22\/l|22\/t|23)|tags?|categor|authors)/.test(path),
			);

for (const { width, colorScheme } of pairs)
	test(`axe finds nothing on any kind of page, ${colorScheme}, ${width} px wide`, async ({
		browser,
	}) => {
		test.slow();
		const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
		const page = await context.newPage();
		for (const address of [
			at('essay', essay),
			at('essay', '/'),
			...['/mn/', '/de/search/', '/2020/davsnii-nuur/'].map((path) => at('languages', path)),
			...pagesFor(colorScheme).map((path) => at('fixtures', path)),
		]) {
			await page.goto(address);
			expect.soft(await violations(page), address).toEqual([]);
		}
		await context.close();
	});

test('the skip link comes first, is seen when focused, and leads to the content', async ({
	page,
}) => {
	await page.goto(at('essay', essay));
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: 'Skip to the content' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport({ ratio: 1 });
	await page.keyboard.press('Enter');
	await expect(page.locator('main')).toBeFocused();
});

test('everything that can be focused shows that it is, in the order of the page', async ({
	page,
}) => {
	await page.goto(at('fixtures', '/2024/all-optional-fields/'));
	const count = await page.locator('a[href], [tabindex="0"]').count();
	const tops: number[] = [];
	for (let i = 0; i < count; i++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement!;
			const { outlineStyle, outlineWidth } = getComputedStyle(element);
			return { name: element.outerHTML.slice(0, 80), outline: `${outlineStyle} ${outlineWidth}` };
		});
		expect(focused.outline, focused.name).toBe('solid 2px');
		tops.push(i);
	}
	expect(tops.length).toBeGreaterThan(20);
});

test('a wide table scrolls within the page, by keyboard', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(at('fixtures', '/2017/table-wide-household-survey/'));
	const table = page.getByRole('region', { name: 'Table 1' });
	await table.focus();
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => table.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
});
