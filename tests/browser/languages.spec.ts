import { expect, test, type Page } from '@playwright/test';
import { at } from './pages.ts';

const language = (page: Page) => page.locator('html').getAttribute('lang');

test('the switch leads to the same text, list or search in another language', async ({ page }) => {
	await page.goto(at('languages', '/2020/salt-lake/'));
	await page.getByRole('navigation', { name: 'Languages' }).getByText('Монгол').click();
	await expect(page.locator('h1')).toHaveText('Давсны нуур');
	expect(await language(page)).toBe('mn');
	await page.locator('.post-head').getByText('Deutsch').click();
	await expect(page.locator('h1')).toHaveText('Der Salzsee');
	await page.getByRole('link', { name: 'Kategorien' }).first().click();
	await page.getByRole('link', { name: 'Wege' }).click();
	await expect(page.locator('.facts').first()).toContainText('1 Beitrag');
	await page.getByRole('navigation', { name: 'Sprachen' }).getByText('English').click();
	await expect(page.locator('h1')).toHaveText('Roads');
});

test('one search finds posts in all languages, and speaks that of its page', async ({ page }) => {
	await page.goto(at('languages', '/mn/search/?q=salt'));
	await expect(page.getByRole('status')).toHaveText(/^\d+ нийтлэл$/);
	const first = page.locator('.found .entry').first();
	await expect(first.locator('h2')).toHaveText('The Salt Lake');
	await expect(first.locator('h2')).toHaveAttribute('lang', 'en');
	await expect(first.locator('.facts').first()).toHaveText(
		/Зохиогч: Orla Vennick\s*2020 оны 5-р сарын 4\s*Англи/,
	);

	await page.goto(at('languages', '/mn/search/'));
	await page.getByRole('searchbox').fill('тунгалаг');
	await expect(page.locator('.found h2')).toHaveText(['Намар']);
	await page.getByRole('searchbox').fill('ххххх');
	await expect(page.getByRole('status')).toHaveText('Үр дүн олдсонгүй.');

	await page.goto(at('languages', '/de/search/'));
	await page.getByRole('checkbox', { name: 'Mongolisch' }).check();
	await expect(page.locator('.found h2')).toHaveText(['Намар', 'Давсны нуур']);
	await expect(page.locator('.found time, .found .facts').first()).toContainText('1. Oktober 2022');
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('lists and the search page lead to every post', async ({ page }) => {
		await page.goto(at('languages', '/mn/search/'));
		await page.locator('#facets').getByRole('link', { name: 'Нуур' }).click();
		await expect(page.locator('.entry h2')).toHaveText(['Давсны нуур']);
		await page.goto(at('languages', '/de/'));
		await expect(page.locator('.entry h2')).toHaveText(['Die Fähre', 'Der Salzsee']);
	});

	test('a reply is answered in the language of the post', async ({ page }) => {
		await page.goto(at('languages', '/2020/davsnii-nuur/'));
		await page.getByLabel('Сэтгэгдэл *').fill('Сайхан.');
		await page.getByLabel('Нэр *').fill('Нэлгүй');
		await page.getByLabel('Имэйл *').fill('нэлгүй');
		await page.getByRole('button', { name: 'Сэтгэгдэл илгээх' }).click();
		await expect(page).toHaveTitle(/^Алдаа: Давсны нуур/);
		await expect(page.getByRole('alert')).toHaveText('Тэмдэглэсэн талбаруудыг засна уу.');
		await expect(page.locator('.error')).toContainText('Хүчинтэй имэйл хаяг оруулна уу');
		await page.getByLabel('Имэйл *').fill('nelgui@reader.example');
		await page.getByRole('button', { name: 'Сэтгэгдэл илгээх' }).click();
		await expect(page.locator('#reply-received')).toBeVisible();
		await expect(page.locator('#reply-received')).toContainText('Баярлалаа');
	});
});
