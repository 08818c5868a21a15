import { expect, test } from '@playwright/test';
import { builtSite } from '../site/sites.ts';
import { at, essay, everyKind } from './pages.ts';

for (const site of ['essay', 'fixtures'] as const)
	test(`no page of the site "${site}" breaks its policy or leaves its origin`, async ({ page }) => {
		test.slow();
		const wrong: string[] = [];
		const origin = new URL(at(site, '/')).origin;
		page.on('request', (request) => {
			if (new URL(request.url()).origin !== origin) wrong.push(`request: ${request.url()}`);
		});
		page.on('requestfailed', (request) => {
			// The next page opens while the last one still fetches its images.
			const reason = request.failure()?.errorText;
			if (reason !== 'net::ERR_ABORTED') wrong.push(`${reason}: ${request.url()}`);
		});
		page.on('console', (message) => {
			if (message.type() === 'error') wrong.push(`${page.url()}: ${message.text()}`);
		});
		for (const [address, $] of builtSite(site).pages) {
			if ($('meta[http-equiv=refresh]').length > 0) continue;
			// One page of every kind, and of every kind of content, will do, except in long tests.
			const isEnough = site === 'essay' || everyKind.includes(address);
			if (!isEnough && !process.env['LONG']) continue;
			const response = await page.goto(at(site, encodeURI(address)));
			expect(response!.ok(), address).toBe(true);
			await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
		}
		expect(wrong).toEqual([]);
	});

test('the policy is enforced: a script that got in would not run', async ({ page }) => {
	const blocked: string[] = [];
	page.on('console', (message) => blocked.push(message.text()));
	await page.route(at('essay', essay), async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replace(
			'</body>',
			'<script>document.title = "run"</script></body>',
		);
		await route.fulfill({ response, body });
	});
	await page.goto(at('essay', essay));
	expect(await page.title()).not.toBe('run');
	expect(blocked.join()).toContain('Content Security Policy');
});

test('an old address leads to the post', async ({ page }) => {
	await page.goto(at('essay', '/mongolia/2019/symbolic-us-links-price/'));
	await page.waitForURL(at('essay', essay));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'US Interactions Not a Win for Mongolia',
	);
});
