import { defineConfig } from '@playwright/test';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	globalSetup: './servers.ts',
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	// The tests do not measure time, and machines may be slow or busy.
	timeout: 120_000,
	reporter: [['list'], ['json']],
	use: {
		browserName: 'chromium',
		launchOptions: {
			...(process.env['BROWSER_PATH'] ? { executablePath: process.env['BROWSER_PATH'] } : {}),
			// The sandbox needs rights that a container may lack; all pages are our own.
			args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
		},
	},
});
