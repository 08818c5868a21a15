import { expect, test } from '@playwright/test';
import { at } from './pages.ts';

const path = '/2025/components-media-bell-tower/';

test('a film loads when it is asked for, in its place, without a script of ours', async ({
	browser,
}) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	const asked: string[] = [];
	await page.route(/youtube|vimeo/, (route) => {
		asked.push(route.request().url());
		return route.fulfill({ contentType: 'text/html', body: '<p>The player</p>' });
	});
	await page.goto(at('fixtures', path), { waitUntil: 'networkidle' });
	expect(asked).toEqual([]);

	const frame = page.frameLocator('iframe[title="The keeper climbs the tower"]');
	const link = frame.getByRole('link', { name: 'Play: The keeper climbs the tower' });
	await link.focus();
	await link.press('Enter');
	await expect(frame.getByText('The player')).toBeVisible();
	expect(asked).toEqual(['https://www.youtube-nocookie.com/embed/aaaaaaaaaaa?autoplay=1&start=42']);
	expect(page.url()).toBe(at('fixtures', path));
	await context.close();
});

test('recordings and films of the site load nothing before they are played', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(at('fixtures', path), { waitUntil: 'networkidle' });
	expect(asked.filter((url) => url.startsWith('/files/'))).toEqual([]);
	const audio = page.locator('audio');
	await audio.evaluate((element: HTMLAudioElement) => {
		element.muted = true;
		return element.play();
	});
	expect(asked).toContain('/files/harbour-bell.wav');
});

test('on paper, a film is its picture and its address', async ({ page }) => {
	await page.goto(at('fixtures', path));
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('iframe, audio, video').filter({ visible: true })).toHaveCount(0);
	const figure = page.locator('figure.video').first();
	await expect(figure.locator('img')).toBeVisible();
	const address = await figure
		.locator('a')
		.evaluate((link) => getComputedStyle(link, '::after').content);
	expect(address).toContain('https://www.youtube.com/watch?v=aaaaaaaaaaa');
});
