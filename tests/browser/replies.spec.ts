import { expect, test, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { at, deskPassword } from './pages.ts';

const post = '/2016/footnotes-who-owns-the-lake/';
let written = 0;

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
	for (const [label, value] of Object.entries(fields))
		await page.getByLabel(label, { exact: true }).fill(value);
}

const fields = () => ({
	'Comment *': `Who paid for the pipe, then? ${Date.now()} ${++written}`,
	'Name *': 'Odile',
	'Email *': 'odile@reader.example',
});

for (const javaScriptEnabled of [false, true])
	test(`a reply is sent and thanked for, and not again on reload, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
		browser,
	}) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto(at('fixtures', post));
		await expect(page.getByRole('status')).toBeHidden();
		await fill(page, fields());
		const option = page.locator('option', { hasText: 'Ilse Maarwyk, ' });
		await page.getByLabel('In reply to').selectOption(await option.first().getAttribute('value'));
		await page.waitForTimeout(1100);
		await page.getByRole('button', { name: 'Post Comment' }).click();
		await expect(page).toHaveURL(/#reply-received$/);
		await expect(page.getByRole('status')).toContainText('Your reply has arrived');
		let posts = 0;
		page.on('request', (request) => void (posts += request.method() === 'POST' ? 1 : 0));
		await page.reload();
		await expect(page.getByRole('status')).toBeVisible();
		expect(posts).toBe(0);
		await context.close();
	});

for (const javaScriptEnabled of [false, true])
	test(`what is wrong is told at its field, and the text comes back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
		browser,
	}) => {
		const context = await browser.newContext({ javaScriptEnabled });
		const page = await context.newPage();
		await page.goto(at('fixtures', post));
		const sent = fields();
		await fill(page, { ...sent, Website: 'https://odile.example/' });
		// The browser rejects a bad address in a `url` field; a `text` field leaves the check to
		// the server.
		await page.getByLabel('Website').evaluate((input) => input.setAttribute('type', 'text'));
		await page.getByLabel('Website').fill('not an address');
		await page.getByRole('button', { name: 'Post Comment' }).click();
		await expect(page.getByRole('alert')).toContainText('Please correct');
		const website = page.getByLabel('Website');
		await expect(website).toHaveAccessibleDescription(/web address/);
		await expect(website).toBeFocused();
		await expect(page.getByLabel('Comment *')).toHaveValue(sent['Comment *']);
		await expect(page.getByLabel('Name *')).toHaveValue('Odile');
		if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
		await website.fill('');
		await page.waitForTimeout(1100);
		await page.getByRole('button', { name: 'Post Comment' }).click();
		await expect(page).toHaveURL(/#reply-received$/);
		await context.close();
	});

test('the form is filled in and sent by keyboard alone', async ({ page }) => {
	await page.goto(at('fixtures', post));
	await page.getByLabel('In reply to').focus();
	for (const text of Object.values(fields())) {
		await page.keyboard.press('Tab');
		await page.keyboard.type(text);
	}
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('button', { name: 'Post Comment' })).toBeFocused();
	await page.waitForTimeout(1100);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#reply-received$/);
});

test('an editor approves at the desk, and readers see it; what waits is seen by nobody', async ({
	browser,
}) => {
	test.slow();
	const page = await browser.newPage();
	const words = `A word seen by nobody yet ${Date.now()}`;
	await page.goto(at('desk', '/2019/us-interactions-not-a-win-for-mongolia/'));
	await fill(page, { ...fields(), 'Comment *': words });
	await page.getByRole('button', { name: 'Post Comment' }).click();
	await expect(page).toHaveURL(/#reply-received$/);
	await expect(page.locator('body')).not.toContainText(words);

	const wrong = await browser.newPage({ httpCredentials: { username: 'ann', password: 'wrong' } });
	expect((await wrong.goto(at('desk', '/desk/')))?.status()).toBe(401);

	const own = await browser.newContext({
		httpCredentials: { username: 'ann', password: deskPassword },
		viewport: { width: 390, height: 800 },
	});
	const editor = await own.newPage();
	await editor.goto(at('desk', '/desk/'));
	const entry = editor.getByRole('article').filter({ hasText: words });
	await expect(entry).toBeVisible();
	expect(await violations(editor)).toEqual([]);
	await entry.getByText('Edit').click();
	await entry.getByLabel('Text').fill(`${words}, edited`);
	await entry.getByRole('button', { name: 'Approve' }).click();
	await expect(editor.getByRole('status').first()).toContainText('Approved');
	await expect(editor.getByRole('article').filter({ hasText: words })).toHaveCount(0);

	await expect(async () => {
		await page.goto(at('desk', '/2019/us-interactions-not-a-win-for-mongolia/'));
		await expect(page.locator('.reply')).toContainText(`${words}, edited`, { timeout: 500 });
	}).toPass({ timeout: 120_000, intervals: [2000] });
});
